/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-opening-hours.h"
#include "records/mk-contact.h"
#include "records/mk-own-contact.h"

G_BEGIN_DECLS

/**
 * MkHotlineKind:
 * @MK_HOTLINE_CONTACT: a contact that an authority wrote
 * @MK_HOTLINE_OWN: one that this workplace wrote
 * @MK_HOTLINE_PERSON: a fixed person of a placement
 */
typedef enum
{
  MK_HOTLINE_CONTACT,
  MK_HOTLINE_OWN,
  MK_HOTLINE_PERSON
} MkHotlineKind;

/**
 * MkHotlineLine:
 * @key: by what it is found again
 * @id: (nullable): UUID of the contact; %NULL for a person of a placement
 * @function: what they are
 * @organization: (nullable): where
 * @telephone: (nullable): as it is written; %NULL where nobody wrote one
 * @note: (nullable): what there is to know
 * @own_note: (nullable): what this workplace wrote beside an authority's contact
 * @note_id: (nullable): UUID of the record with that
 * @priority: 1 is called first
 * @placement_id: (nullable): UUID of the placement it is for; %NULL for all
 * @placement_name: (nullable): what its candidate is called here
 * @confirmed_date: (nullable): YYYY-MM-DD, when the number was last known to be right
 * @contact: (nullable): whose hours hold; %NULL where hours are not known
 * @own: (nullable): an own contact as it was written
 *
 * Somebody to call, as it stands in the store.
 */
typedef struct
{
  MkHotlineKind     kind;
  char             *key;
  char             *id;
  char             *name;
  char             *function;
  char             *organization;
  char             *telephone;
  char             *note;
  char             *own_note;
  char             *note_id;
  gint64            priority;
  char             *placement_id;
  char             *placement_name;
  char             *confirmed_date;
  MkContactData    *contact;
  MkOwnContactData *own;
} MkHotlineLine;

/**
 * MkHotlineTurn:
 * @lines: (element-type MkHotlineLine): where that stands
 * @line: (transfer none): whom
 * @state: whether the telephone is taken
 * @has_hours: whether that is known
 *
 * Somebody to call at a moment.
 */
typedef struct
{
  GPtrArray           *lines;
  const MkHotlineLine *line;
  MkOpenState          state;
  gboolean             has_hours;
} MkHotlineTurn;

void       mk_hotline_line_free     (gpointer data);
GPtrArray *mk_hotline_order         (GPtrArray  *lines,
                                     const char *placement,
                                     GDateTime  *now);
gboolean   mk_hotline_line_is_old   (const MkHotlineLine *self,
                                     GDateTime           *now);
gboolean   mk_hotline_turn_takes    (const MkHotlineTurn *self);
char      *mk_hotline_turn_when     (const MkHotlineTurn *self,
                                     GDateTime           *now);
char      *mk_hotline_line_who      (const MkHotlineLine *self);
char      *mk_hotline_turn_sentence (const MkHotlineTurn *self,
                                     GDateTime           *now);

G_END_DECLS
