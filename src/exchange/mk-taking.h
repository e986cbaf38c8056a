/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The taking of one package, from its bytes to its verdict. Private to this folder. */

#include "mk-gate.h"
#include "mk-installation.h"
#include "mk-partners.h"
#include "mk-record-type.h"
#include "mk-records.h"
#include "mk-take.h"
#include "mk-verdict.h"

G_BEGIN_DECLS

/**
 * MkCandidate:
 * @type: (nullable): %NULL for one that this version does not know
 * @content: (nullable): a struct of the type's shape
 * @known: (nullable): the version that the store has
 * @from_writer: whether its writer delivered that version itself
 * @refused: whether it is refused alone
 *
 * An entry on its way into the store.
 */
typedef struct
{
  MkEntryKey         *key;
  MkEntryRest        *rest;
  MkJsonValue         data;
  const MkRecordType *type;
  gpointer            content;
  MkVersion          *known;
  gboolean            from_writer;
  gboolean            deletes;
  gboolean            refused;
} MkCandidate;

/**
 * MkTaking:
 * @accepts: whether a person said yes to this file
 * @bytes: the package; not owned
 * @sealed: (nullable): the sealed file that the package came in; not owned
 * @opened: (nullable): @bytes, where they came out of a sealed file
 * @signers: (nullable) (element-type utf8): fingerprints of the certificates that signed it
 * @seal: (nullable): how it came, in the words of mk_waiting_put()
 * @is_badly_sealed: whether it was refused for its seal, which gets no receipt
 * @header: (nullable): as far as it could be read
 * @partner: (nullable): the sender, once it is known
 * @started: (nullable): the buddy started here that the sender turned out to be
 * @epoch: the package's epoch, its key 0 when nothing of it was taken yet
 * @present: the sender's present epoch
 * @candidates: (element-type MkCandidate)
 */
typedef struct
{
  MkDatabase     *database;
  MkInstallation *self;
  gboolean        accepts;

  GBytes          *bytes;
  GBytes          *sealed;
  GBytes          *opened;
  GPtrArray       *signers;
  char            *seal;
  gboolean         is_badly_sealed;
  MkGate          *gate;
  MkPackageHeader *header;
  MkPartner       *partner;
  MkPartner       *started;
  MkEpoch          epoch;
  MkEpoch          present;
  GPtrArray       *candidates;
  MkVerdict       *verdict;
} MkTaking;

/* Each returns FALSE on an error of the store alone; what the package is worth stands in the verdict. */
gboolean mk_judge_package      (MkTaking *taking,
                                GError  **error);
gboolean mk_judge_seal         (MkTaking *taking,
                                GError  **error);
gboolean mk_judge_signer       (MkTaking *taking,
                                GError  **error);
gboolean mk_judge_find_sender  (MkTaking *taking,
                                GError  **error);
gboolean mk_judge_sender       (MkTaking *taking,
                                GError  **error);
gboolean mk_judge_recipient    (MkTaking *taking,
                                GError  **error);
gboolean mk_take_entries       (MkTaking *taking,
                                gint64    package,
                                GError  **error);
gboolean mk_judge_writers      (MkTaking *taking,
                                GError  **error);
gboolean mk_judge_entries      (MkTaking *taking,
                                GError  **error);
gboolean mk_candidate_is_older (const MkTaking    *taking,
                                const MkCandidate *candidate);

gboolean mk_take_bytes  (MkDatabase *database,
                         GBytes     *bytes,
                         const char *file,
                         MkTakeFlags flags,
                         GPtrArray  *verdicts,
                         GError    **error);
gboolean mk_release_all (MkDatabase *database,
                         GHashTable *accepted,
                         GPtrArray  *verdicts,
                         GError    **error);

gboolean mk_receipt_answer  (MkTaking *taking,
                             GError  **error);
gboolean mk_receipt_receive (MkDatabase   *database,
                             gint64        partner,
                             gconstpointer content,
                             GError      **error);

/* Whether judging is over because the verdict is no longer "taken". */
static inline gboolean
mk_taking_is_decided (const MkTaking *taking)
{
  return taking->verdict->status != MK_VERDICT_TAKEN;
}

G_END_DECLS
