/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-fetch-flow.h"

#include "exchange/mk-fetch-dialog.h"
#include "exchange/mk-package-files.h"
#include "exchange/mk-verdict-words.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* From choosing files to telling what became of them. The present fetching belongs to the widget it
 * is shown over, by this name. */
#define PRESENT "makker-fetching"

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             MkFetching     *fetching)
{
  if (g_str_equal (response, "refuse"))
    mk_fetching_refuse (fetching);
  else
    mk_fetching_answer (fetching, g_str_equal (response, "fetch"));
}

/* Who was asked before may say no for good. What removes much waits until the answer is yes. */
static void
add_responses (AdwAlertDialog  *dialog,
               const MkVerdict *verdict)
{
  gboolean deletes = g_strcmp0 (verdict->code, MK_CODE_REMOVAL) == 0;

  adw_alert_dialog_add_response (dialog, "later", _ ("_Not now"));
  if (verdict->file == NULL && !deletes)
    adw_alert_dialog_add_response (dialog, "refuse", _ ("No, put it _aside"));
  adw_alert_dialog_add_response (dialog, "fetch", deletes ? _ ("Yes, _delete") : _ ("_Yes, fetch"));
  adw_alert_dialog_set_response_appearance (
      dialog, "fetch", deletes ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "later");
  adw_alert_dialog_set_close_response (dialog, "later");
  adw_alert_dialog_set_prefer_wide_layout (dialog, FALSE);
}

static void
question_cb (MkFetching *fetching,
             GtkWidget  *parent)
{
  const MkVerdict *verdict = mk_fetching_get_question (fetching);
  g_autofree char *meaning = mk_verdict_meaning (verdict);
  AdwAlertDialog *dialog =
      ADW_ALERT_DIALOG (adw_alert_dialog_new (mk_verdict_question (verdict), meaning));

  add_responses (dialog, verdict);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), fetching,
                           G_CONNECT_DEFAULT);
  mk_dialog_present (ADW_DIALOG (dialog), parent);
}

static void
progress_cb (MkFetching *fetching,
             MkWork     *work)
{
  guint n_packages = mk_fetching_get_n_packages (fetching);
  guint n_begun = mk_fetching_get_n_begun (fetching);
  g_autofree char *words = mk_fetching_words (fetching);

  mk_work_tell (work, words,
                n_packages > 1 && n_begun > 0 ? (n_begun - 1) / (double) n_packages : -1);
}

static void
done_cb (MkFetching *fetching,
         GtkWidget  *parent)
{
  gboolean has_news = mk_fetching_get_verdicts (fetching)->len > 0 ||
                      mk_fetching_get_error (fetching) != NULL ||
                      mk_fetching_get_is_cancelled (fetching);

  if (has_news)
    mk_dialog_present (ADW_DIALOG (mk_fetch_dialog_new (fetching)), parent);
  g_object_set_data (G_OBJECT (parent), PRESENT, NULL);
}

/* The row that shows how far it is, for as long as the fetching goes on. */
static void
show_work (MkFetching  *fetching,
           MkWorkplace *workplace)
{
  g_autoptr (MkWork) work =
      mk_work_begin (mk_workplace_get_works (workplace), _ ("Fetches packages…"), TRUE);

  g_signal_connect_object (fetching, "progress", G_CALLBACK (progress_cb), work, G_CONNECT_DEFAULT);
  g_signal_connect_object (fetching, "done", G_CALLBACK (mk_work_end), work, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "cancelled", G_CALLBACK (mk_fetching_cancel), fetching,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (fetching), "makker-work", g_steal_pointer (&work),
                          g_object_unref);
}

/* The fetching that is going on over @parent, or a new one, begun as soon as there is time. */
static MkFetching *
present_fetching (GtkWidget   *parent,
                  MkWorkplace *workplace)
{
  MkFetching *fetching = g_object_get_data (G_OBJECT (parent), PRESENT);

  if (fetching != NULL)
    return fetching;
  fetching = mk_fetching_new (workplace);
  g_object_set_data_full (G_OBJECT (parent), PRESENT, fetching, g_object_unref);
  g_signal_connect_object (fetching, "question", G_CALLBACK (question_cb), parent,
                           G_CONNECT_DEFAULT);
  show_work (fetching, workplace);
  g_signal_connect_object (fetching, "done", G_CALLBACK (done_cb), parent, G_CONNECT_DEFAULT);
  mk_fetching_start (fetching);
  return fetching;
}

/**
 * mk_fetch_flow_take:
 * @parent: over what the dialogs stand
 * @workplace: where they are taken
 * @files: (array zero-terminated=1): paths; none to take only what waits and has its turn
 *
 * Takes files, asks where a person has to be asked, and tells what became of them. Files that come
 * while others are taken are taken after them.
 */
void
mk_fetch_flow_take (GtkWidget         *parent,
                    MkWorkplace       *workplace,
                    const char *const *files)
{
  mk_fetching_add_files (present_fetching (parent, workplace), files);
}

/**
 * mk_fetch_flow_ask:
 * @parent: over what the dialogs stand
 * @workplace: where it is taken
 * @sha256: of the bytes of a package that waits for a yes, or was kept aside
 *
 * Asks once more about a package that is kept here.
 */
void
mk_fetch_flow_ask (GtkWidget   *parent,
                   MkWorkplace *workplace,
                   const char  *sha256)
{
  mk_fetching_add_kept (present_fetching (parent, workplace), sha256);
}

/* Where the files are chosen for. */
typedef struct
{
  GtkWidget   *parent;
  MkWorkplace *workplace;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_object_unref (choosing->parent);
  g_object_unref (choosing->workplace);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_auto (GStrv) paths = mk_package_files_choose_finish (result);

  /* What was locked or left in the meantime shows no dialogs. */
  if (paths != NULL && gtk_widget_get_root (choosing->parent) != NULL)
    mk_fetch_flow_take (choosing->parent, choosing->workplace, (const char *const *) paths);
}

/**
 * mk_fetch_flow_choose:
 * @parent: a widget of the window
 * @workplace: where they are taken
 *
 * Lets a person choose files, and takes them.
 */
void
mk_fetch_flow_choose (GtkWidget   *parent,
                      MkWorkplace *workplace)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->parent = g_object_ref (parent);
  choosing->workplace = g_object_ref (workplace);
  mk_package_files_choose_async (parent, chosen_cb, choosing);
}
