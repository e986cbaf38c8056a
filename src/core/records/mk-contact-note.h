/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-record-type.h"

G_BEGIN_DECLS

/**
 * MkContactNoteData:
 * @contact_id: UUID of a `kontakt`
 * @note: (nullable): what the workplace wants to remember
 * @confirmed_date: (nullable): the day on which somebody last said that the number is right
 * @confirmed_telephone: (nullable): which number that was; it says nothing about a newer one
 *
 * `kontaktnote`: what this workplace knows about somebody whom the authority named. Stays at this
 * workplace.
 */
typedef struct
{
  char *contact_id;
  char *note;
  char *confirmed_date;
  char *confirmed_telephone;
} MkContactNoteData;

extern const MkRecordType mk_contact_note_type;

G_END_DECLS
