/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mk-end.h"
#include "mk-plain-authority.h"

G_BEGIN_DECLS

#define MODEL_AUTHORITY "11111111-1111-4111-8111-111111111111"
#define MODEL_LEADER "44444444-4444-4444-8444-444444444444"
#define MODEL_BUDDY "77777777-7777-4777-8777-777777777777"

/* Words that must never be in a package, and a number that comes from above and is not judged. */
#define MODEL_PRIVATE "HEMMELIGT"
#define MODEL_HELD "010101-0000"
#define MODEL_FROM_ABOVE "020202-0000"

/**
 * MkModel:
 * @wire: (element-type MkSent): files on their way, in any order, lost or doubled at will
 * @numbers: sender, epoch and number of every package seen, and the hash of its bytes
 * @placements: ids of what the authority wrote, by kind
 * @refused: whether a store refused something that a new epoch mends
 * @restored: whether a store was, so that it may lack what another refers to
 *
 * An authority, a leader and its buddy, and what is on the way between them.
 */
typedef struct
{
  GRand            *random;
  MkPlainAuthority *authority;
  MkEnd            *leader;
  MkEnd            *buddy;
  GPtrArray        *wire;
  GHashTable       *numbers;
  GPtrArray        *placements;
  GPtrArray        *cards;
  GPtrArray        *others;
  gboolean          refused;
  gboolean          restored;
} MkModel;

MkModel *mk_model_new     (guint32 seed);
void     mk_model_free    (MkModel *self);
void     mk_model_deliver (MkModel    *self,
                           const char *recipient,
                           GBytes     *bytes);
void     mk_model_send    (MkModel *self,
                           MkEnd   *end,
                           gint64   from,
                           gboolean at_once);
char    *mk_model_pick    (MkModel   *self,
                           GPtrArray *ids);

void     mk_model_step   (MkModel *self);
void     mk_model_settle (MkModel *self);
gboolean mk_model_agrees (MkModel *self,
                          GString *problems);

G_END_DECLS
