/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-package.h"

#include "mk-role.h"

#include <glib/gi18n.h>

static const char *const actions[] = { MK_ACTION_SAVE, MK_ACTION_DELETE, NULL };

static const MkField sender_fields[] = {
  MK_UUID (MkPart, id, "id", N_ ("Installation"), MK_REQUIRED),
  MK_CHOICE (MkPart, role, "rolle", N_ ("Role"), MK_REQUIRED, mk_role_names),
  MK_TEXT (MkPart, name, "navn", N_ ("Name"), MK_REQUIRED),
  MK_TEXT (MkPart, cvr_number, "cvrNummer", N_ ("CVR number"), MK_OPTIONAL),
  MK_TEXT (MkPart, p_number, "pNummer", N_ ("P number"), MK_OPTIONAL),
};

const MkShape mk_part_shape = MK_SHAPE (MkPart, sender_fields, NULL);

/* As the sender, but for the id, which the sender may not know yet. */
static const MkField recipient_fields[] = {
  MK_UUID (MkPart, id, "id", N_ ("Installation"), MK_OPTIONAL),
  MK_CHOICE (MkPart, role, "rolle", N_ ("Role"), MK_REQUIRED, mk_role_names),
  MK_TEXT (MkPart, name, "navn", N_ ("Name"), MK_REQUIRED),
  MK_TEXT (MkPart, cvr_number, "cvrNummer", N_ ("CVR number"), MK_OPTIONAL),
  MK_TEXT (MkPart, p_number, "pNummer", N_ ("P number"), MK_OPTIONAL),
};

static const MkShape recipient_shape = MK_SHAPE (MkPart, recipient_fields, NULL);

static const MkField header_fields[] = {
  MK_TEXT (MkPackageHeader, format, "format", N_ ("Format"), MK_REQUIRED),
  MK_ORDINAL (MkPackageHeader, version, "version", N_ ("Version"), MK_REQUIRED),
  MK_UUID (MkPackageHeader, package_id, "pakkeId", N_ ("Package"), MK_REQUIRED),
  MK_OBJECT (MkPackageHeader, sender, MkPart, "afsender", N_ ("Sender"), MK_REQUIRED,
             &mk_part_shape),
  MK_OBJECT (MkPackageHeader, recipient, MkPart, "modtager", N_ ("Recipient"), MK_REQUIRED,
             &recipient_shape),
  MK_UUID (MkPackageHeader, epoch, "epoke", N_ ("Epoch"), MK_REQUIRED),
  MK_UUIDS (MkPackageHeader, supersedes, "afloeser", N_ ("Replaces"), MK_OPTIONAL),
  MK_ORDINAL (MkPackageHeader, number, "loebenummer", N_ ("Number"), MK_REQUIRED),
  MK_SHA256 (MkPackageHeader, previous_sha256, "forrigeSha256", N_ ("Package before"),
             MK_REQUIRED | MK_NULLABLE),
  MK_DATE_TIME (MkPackageHeader, created, "oprettet", N_ ("Made"), MK_REQUIRED),
  MK_COUNT (MkPackageHeader, count, "antal", N_ ("Entries"), MK_REQUIRED),
};

const MkShape mk_package_header_shape = MK_SHAPE (MkPackageHeader, header_fields, NULL);

static const MkField entry_key_fields[] = {
  MK_TEXT (MkEntryKey, type, "type", N_ ("Type"), MK_REQUIRED),
  MK_UUID (MkEntryKey, id, "id", N_ ("Record"), MK_REQUIRED),
  MK_ORDINAL (MkEntryKey, revision, "revision", N_ ("Revision"), MK_REQUIRED),
};

const MkShape mk_entry_key_shape = MK_SHAPE (MkEntryKey, entry_key_fields, NULL);

static const MkField entry_rest_fields[] = {
  MK_CHOICE (MkEntryRest, action, "handling", N_ ("Action"), MK_REQUIRED, actions),
  MK_DATE_TIME (MkEntryRest, changed, "aendret", N_ ("Changed"), MK_REQUIRED),
  MK_UUID (MkEntryRest, origin, "ophav", N_ ("Written by"), MK_OPTIONAL),
};

const MkShape mk_entry_rest_shape = MK_SHAPE (MkEntryRest, entry_rest_fields, NULL);
