/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-own-contact.h"

#include "records/mk-contact.h"

#include <glib/gi18n.h>

static const MkField fields[] = {
  MK_TEXT_UPTO (MkOwnContactData, name, "navn", N_ ("Name"), MK_REQUIRED | MK_SEARCHED, 100),
  MK_TEXT_UPTO (MkOwnContactData, function, "funktion", N_ ("Function"), MK_SEARCHED, 100),
  MK_TEXT_UPTO (MkOwnContactData, telephone, "telefon", N_ ("Telephone"), MK_REQUIRED | MK_SEARCHED,
                50),
  MK_TEXT_UPTO (MkOwnContactData, description, "beskrivelse", N_ ("Description"), MK_SEARCHED, 500),
  MK_ORDINAL (MkOwnContactData, priority, "prioritet", N_ ("Order of calling"), MK_REQUIRED),
  MK_OBJECTS (MkOwnContactData, opening_hours, "aabningstider", N_ ("Opening hours"), MK_REQUIRED,
              &mk_opening_hours_shape),
  MK_REFERENCE (MkOwnContactData, placement_id, "forloebId", N_ ("Placement"), MK_OPTIONAL,
                "forloeb"),
  MK_DATE (MkOwnContactData, confirmed_date, "bekraeftetDato", N_ ("Confirmed"), MK_REQUIRED),
};

static const MkShape shape = MK_SHAPE (MkOwnContactData, fields, NULL);

const MkRecordType mk_own_contact_type = {
  .name = "egenKontakt",
  .label = N_ ("Own contact"),
  .writers = MK_ROLE_WORKPLACE,
  .shape = &shape,
  .stays = TRUE,
};
