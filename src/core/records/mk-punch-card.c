/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records/mk-punch-card.h"

#include "mk-check.h"

#include <glib/gi18n.h>

static const MkField service_fields[] = {
  MK_TEXT (MkPunchCardService, code, "kode", N_ ("Code"), MK_REQUIRED),
  MK_TEXT (MkPunchCardService, name, "navn", N_ ("Name"), MK_REQUIRED | MK_SEARCHED),
  MK_ORDINAL (MkPunchCardService, price, "klip", N_ ("Punches"), MK_REQUIRED),
};

static const MkShape service_shape = MK_SHAPE (MkPunchCardService, service_fields, NULL);

static const MkField fields[] = {
  MK_REFERENCE (MkPunchCardData, placement_id, "forloebId", N_ ("Placement"), MK_OPTIONAL,
                "forloeb"),
  MK_COUNT (MkPunchCardData, punches, "antalKlip", N_ ("Punches granted"), MK_REQUIRED),
  MK_DATE (MkPunchCardData, valid_from, "gyldigFra", N_ ("Valid from"), MK_REQUIRED),
  MK_DATE (MkPunchCardData, valid_to, "gyldigTil", N_ ("Valid until"), MK_REQUIRED),
  MK_OBJECTS (MkPunchCardData, services, "ydelser", N_ ("What can be asked for"), MK_REQUIRED,
              &service_shape),
};

static void
check (gconstpointer data,
       const char   *pointer,
       MkFaults     *faults)
{
  const MkPunchCardData *card = data;

  mk_check_order (card->valid_from, card->valid_to, pointer, "gyldigTil", faults);
  mk_check_unique (card->services, offsetof (MkPunchCardService, code), pointer, "ydelser", faults);
}

static const MkShape shape = MK_SHAPE (MkPunchCardData, fields, check);

const MkRecordType mk_punch_card_type = {
  .name = "klippekort",
  .label = N_ ("Punch card"),
  .writers = MK_ROLE_AUTHORITY,
  .shape = &shape,
};
