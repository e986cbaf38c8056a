/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/mk-notice-flow.h"

#include "mk-clock.h"
#include "print/mk-notice-sheet.h"
#include "print/mk-paper-dialog.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* From a placement to the notice that its candidate gets. */

static MkNoticeSheet *
sheet_of (MkWorkplace     *workplace,
          MkPlacementItem *placement)
{
  const MkInstallation *self = mk_workplace_get_self (workplace);
  g_autoptr (GDateTime) now = mk_clock_now ();
  MkNoticeFacts facts = {
    .company = self->company,
    .cvr_number = self->cvr_number,
    .person = self->name,
    .candidate = mk_placement_item_get_name (placement),
    .authority = mk_placement_item_get_authority (placement),
    .consultant = mk_placement_item_get_consultant (placement),
  };

  return mk_notice_sheet_new (&facts, now);
}

/**
 * mk_notice_flow_show:
 * @parent: over what the paper is shown
 * @workplace: where it is written
 * @placement: whose candidate is told
 *
 * Shows what is written about somebody as a page to print, filled from the store. Main thread.
 */
void
mk_notice_flow_show (GtkWidget       *parent,
                     MkWorkplace     *workplace,
                     MkPlacementItem *placement)
{
  MkPaperDialog *dialog;

  g_return_if_fail (MK_IS_WORKPLACE (workplace));
  g_return_if_fail (MK_IS_PLACEMENT_ITEM (placement));

  dialog = mk_paper_dialog_new (&mk_notice_sheet_kind, sheet_of (workplace, placement),
                                _ ("What we write about you"));
  mk_dialog_present (ADW_DIALOG (dialog), parent);
}
