/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-receipt.h"

#include <glib/gi18n.h>

static const char *const statuses[] = { MK_RECEIPT_TAKEN, MK_RECEIPT_PARTLY, MK_RECEIPT_REFUSED,
                                        NULL };

static const MkField entry_fields[] = {
  MK_UUID (MkReceiptEntry, id, "id", N_ ("Record"), MK_REQUIRED),
  MK_ORDINAL (MkReceiptEntry, revision, "revision", N_ ("Revision"), MK_REQUIRED),
  MK_TEXT (MkReceiptEntry, code, "kode", N_ ("Code"), MK_REQUIRED),
  MK_TEXT (MkReceiptEntry, reason, "grund", N_ ("Reason"), MK_REQUIRED),
};

static const MkShape entry_shape = MK_SHAPE (MkReceiptEntry, entry_fields, NULL);

static const MkField fields[] = {
  MK_UUID (MkReceiptData, package_id, "pakkeId", N_ ("Package"), MK_REQUIRED),
  MK_SHA256 (MkReceiptData, sha256, "sha256", N_ ("Fingerprint"), MK_REQUIRED),
  MK_ORDINAL (MkReceiptData, number, "loebenummer", N_ ("Number"), MK_OPTIONAL),
  MK_CHOICE (MkReceiptData, status, "status", N_ ("State"), MK_REQUIRED, statuses),
  MK_TEXT (MkReceiptData, code, "kode", N_ ("Code"), MK_OPTIONAL),
  MK_TEXT (MkReceiptData, reason, "grund", N_ ("Reason"), MK_OPTIONAL),
  MK_UUID (MkReceiptData, epoch, "epoke", N_ ("Epoch"), MK_OPTIONAL),
  MK_OBJECTS (MkReceiptData, entries, "poster", N_ ("Entries"), MK_OPTIONAL, &entry_shape),
  MK_UUID (MkReceiptData, recipient, "modtager", N_ ("Goes to"), MK_PRIVATE),
};

static const MkShape shape = MK_SHAPE (MkReceiptData, fields, NULL);

const MkRecordType mk_receipt_type = {
  .name = "kvittering",
  .label = N_ ("Receipt"),
  .writers = MK_ROLE_ANY,
  .shape = &shape,
};
