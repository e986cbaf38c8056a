/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-contact-note.h"

#include <glib/gi18n.h>

static const MkField fields[] = {
  MK_REFERENCE (MkContactNoteData, contact_id, "kontaktId", N_ ("Contact"), MK_REQUIRED, "kontakt"),
  MK_TEXT_UPTO (MkContactNoteData, note, "note", N_ ("Notes"), MK_FREE_TEXT | MK_SEARCHED, 500),
  MK_DATE (MkContactNoteData, confirmed_date, "bekraeftetDato", N_ ("Confirmed"), MK_OPTIONAL),
  MK_TEXT (MkContactNoteData, confirmed_telephone, "bekraeftetTelefon", N_ ("Confirmed number"),
           MK_OPTIONAL),
};

static const MkShape shape = MK_SHAPE (MkContactNoteData, fields, NULL);

const MkRecordType mk_contact_note_type = {
  .name = "kontaktnote",
  .label = N_ ("Note beside a contact"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
