/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-request-row.h"

#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "punchcard/mk-help-words.h"
#include "widgets/mk-wrap.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A request as a row that opens: how it stands in a sentence, and inside the way it has come, each
 * step with when, by whom and what was said. */

/**
 * mk_request_may_correct:
 * @request: a request
 *
 * Returns: whether it can still be changed, since nobody else has seen it
 */
gboolean
mk_request_may_correct (const MkHelpRecord *request)
{
  const MkSupportRequestData *data = request->record.data;

  return request->is_own && request->sent == NULL && g_str_equal (data->status, MK_REQUEST_SENT);
}

/**
 * mk_request_may_withdraw:
 * @help: what was read
 * @request: one of its requests
 *
 * Returns: whether it can be taken back
 */
gboolean
mk_request_may_withdraw (const MkHelp       *help,
                         const MkHelpRecord *request)
{
  return request->is_own && mk_help_is_open (mk_help_stage_of (help, request));
}

static char *
moment_words (const char *date_time)
{
  g_autoptr (GDateTime) moment = date_time != NULL ? mk_date_text_read (date_time) : NULL;
  g_autofree char *date = moment != NULL ? mk_date_text_long (moment) : NULL;
  g_autofree char *time = moment != NULL ? mk_date_text_time (moment) : NULL;

  return moment != NULL ? mk_isolate_printf ("%s %s", date, time) : NULL;
}

static char *
step_detail (const char *date_time,
             const char *who,
             const char *message)
{
  g_autofree char *when = moment_words (date_time);
  const char *parts[4] = { NULL };
  guint n_parts = 0;

  if (when != NULL)
    parts[n_parts++] = when;
  if (who != NULL)
    parts[n_parts++] = who;
  if (message != NULL)
    parts[n_parts++] = message;
  return g_strjoinv (" · ", (char **) parts);
}

static void
add_step (AdwExpanderRow *row,
          const char     *title,
          char           *detail)
{
  GtkWidget *step = adw_action_row_new ();
  g_autofree char *text = detail;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (step), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (step), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (step), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (step), 0);
  adw_expander_row_add_row (row, step);
}

static MkHelpStage
stage_said (const MkAnswerData *answer)
{
  return mk_help_stage (MK_REQUEST_SENT, answer->status, NULL);
}

static void
add_said (AdwExpanderRow     *row,
          const MkHelpAnswer *said,
          GDateTime          *now)
{
  g_autofree char *planned = g_str_equal (said->data->status, MK_ANSWER_PLANNED)
                                 ? mk_planned_words (said->data->planned_for, now)
                                 : NULL;
  const char *title = planned != NULL ? planned : mk_help_stage_words (stage_said (said->data));

  add_step (row, title, step_detail (said->data->moment, said->partner, said->data->message));
}

static void
add_path (AdwExpanderRow     *row,
          const MkHelp       *help,
          const MkHelpRecord *request,
          GDateTime          *now)
{
  const MkSupportRequestData *data = request->record.data;

  add_step (row, _ ("Written"),
            step_detail (request->made, request->is_own ? _ ("you") : request->partner,
                         data->description));
  if (request->sent != NULL)
    add_step (row, C_ ("request", "Sent"), step_detail (request->sent, NULL, NULL));
  else if (g_str_equal (data->status, MK_REQUEST_SENT) && request->is_own)
    add_step (row, mk_help_stage_words (mk_help_stage_of (help, request)),
              step_detail (NULL, NULL,
                           request->reason != NULL ? request->reason
                                                   : _ ("It goes with the next package.")));
  if (g_str_equal (request->state, "modtaget"))
    add_step (row, C_ ("request", "Received"),
              step_detail (request->received, NULL, _ ("The receipt has come.")));
  for (guint i = 0; i < help->said->len; i++)
    {
      const MkHelpAnswer *said = g_ptr_array_index (help->said, i);

      if (g_str_equal (said->request_id, request->record.id))
        add_said (row, said, now);
    }
  if (g_str_equal (data->status, MK_REQUEST_WITHDRAWN))
    add_step (row, _ ("Withdrawn"),
              step_detail (request->changed, request->is_own ? _ ("you") : NULL, NULL));
}

static void
add_button (GtkWidget          *box,
            const char         *label,
            const char         *action,
            const MkHelpRecord *request)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", request->record.id);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "answer");
  mk_wrap_words (button);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

static void
add_buttons (AdwExpanderRow     *row,
             const MkHelp       *help,
             const MkHelpRecord *request)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 8);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 8);
  gtk_widget_add_css_class (box, "request-buttons");
  if (mk_request_may_correct (request))
    add_button (box, _ ("_Correct"), "win.correct-help", request);
  add_button (box, _ ("Ask a_gain"), "win.copy-help", request);
  if (mk_request_may_withdraw (help, request))
    add_button (box, _ ("_Withdraw"), "win.withdraw-help", request);
  adw_expander_row_add_row (row, box);
}

/**
 * mk_request_row_new:
 * @item: a request
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
mk_request_row_new (MkHelpItem *item)
{
  GtkWidget *row = adw_expander_row_new ();
  const MkHelp *help = mk_help_item_get_help (item);
  const MkHelpRecord *request = mk_help_item_get_record (item);
  const char *name = mk_help_item_get_name (item);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *service = mk_service_words (help, request->record.data);
  g_autofree char *words = mk_request_words (help, request, now);
  g_autofree char *title =
      name != NULL ? mk_isolate_printf ("%s · %s", service, name) : g_strdup (service);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (row), 0);
  add_path (ADW_EXPANDER_ROW (row), help, request, now);
  add_buttons (ADW_EXPANDER_ROW (row), help, request);
  return row;
}
