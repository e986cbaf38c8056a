/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-contact.h"

#include <glib/gi18n.h>

static const MkField opening_hours_fields[] = {
  MK_INTEGERS (MkOpeningHours, days, "dage", N_ ("Days"), MK_REQUIRED, 1, 7),
  MK_TIME (MkOpeningHours, from, "fra", N_ ("From"), MK_REQUIRED),
  MK_TIME (MkOpeningHours, to, "til", N_ ("To"), MK_REQUIRED),
};

const MkShape mk_opening_hours_shape = MK_SHAPE (MkOpeningHours, opening_hours_fields, NULL);

static const MkField fields[] = {
  MK_TEXT (MkContactData, name, "navn", N_ ("Name"), MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkContactData, function, "funktion", N_ ("Function"), MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkContactData, organization, "organisation", N_ ("Organization"),
           MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkContactData, telephone, "telefon", N_ ("Telephone"), MK_REQUIRED | MK_SEARCHED),
  MK_TEXT (MkContactData, email, "email", N_ ("Email"), MK_OPTIONAL),
  MK_TEXT (MkContactData, description, "beskrivelse", N_ ("Description"), MK_SEARCHED),
  MK_ORDINAL (MkContactData, priority, "prioritet", N_ ("Order of calling"), MK_REQUIRED),
  MK_OBJECTS (MkContactData, opening_hours, "aabningstider", N_ ("Opening hours"), MK_REQUIRED,
              &mk_opening_hours_shape),
  MK_REFERENCE (MkContactData, placement_id, "forloebId", N_ ("Placement"), MK_OPTIONAL, "forloeb"),
  MK_DATE (MkContactData, confirmed_date, "bekraeftetDato", N_ ("Confirmed"), MK_OPTIONAL),
};

static const MkShape shape = MK_SHAPE (MkContactData, fields, NULL);

const MkRecordType mk_contact_type = {
  .name = "kontakt",
  .label = N_ ("Contact"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
};

MK_DEFINE_RECORD (MkContact, mk_contact, mk_contact_type)
