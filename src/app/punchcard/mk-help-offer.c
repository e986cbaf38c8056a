/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-help-offer.h"

#include "mk-attention.h"
#include "mk-clock.h"
#include "punchcard/mk-ask-flow.h"
#include "today/mk-day-work.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After a check-in that says so itself, help is offered: to call, to ask, or not now. Nothing is
 * concluded from scores, and nobody is asked twice on a day about the same placement. */

/* By what the store knows the question. */
#define KIND "tilbud"

/**
 * Offer:
 * @draft: the check-in
 * @texts: (element-type utf8): the texts of it
 * @checks: (element-type GtkCheckButton): one for each, whether it shall be sent too
 *
 * What the offer has to remember until it is answered.
 */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  MkCheckInDraft  *draft;
  GPtrArray       *texts;
  GPtrArray       *checks;
} Offer;

static Offer *
offer_new (AdwToastOverlay      *overlay,
           MkWorkplace          *workplace,
           const MkCheckInDraft *draft)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->overlay = g_object_ref (overlay);
  offer->workplace = g_object_ref (workplace);
  offer->draft = mk_check_in_draft_copy (draft);
  offer->texts = g_ptr_array_new_with_free_func (g_free);
  offer->checks = g_ptr_array_new ();
  return offer;
}

static const char *
placement_of (const Offer *offer)
{
  return offer->draft->data->placement_id;
}

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *offer = data;

  g_object_unref (offer->overlay);
  g_object_unref (offer->workplace);
  mk_check_in_draft_free (offer->draft);
  g_ptr_array_unref (offer->texts);
  g_ptr_array_unref (offer->checks);
  g_free (offer);
}

static gboolean
is_no_show (const char *attendance)
{
  return g_strcmp0 (attendance, MK_ATTENDANCE_ABSENT) == 0 ||
         g_strcmp0 (attendance, MK_ATTENDANCE_TRIED) == 0;
}

static gboolean
was_asked (MkWorkplace *workplace,
           const char  *placement)
{
  const MkDayReading *day = mk_workplace_get_day (workplace);
  g_autofree char *key = mk_dismissal_key (KIND, placement);
  const char *until = g_hash_table_lookup (day->dismissed, key);
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return until != NULL && strcmp (today, until) < 0;
}

/**
 * mk_help_offer_is_due:
 * @workplace: a workplace that was refreshed
 * @draft: a check-in that was saved
 *
 * Returns: whether it says itself that help may be needed, and it was not offered on this day
 */
gboolean
mk_help_offer_is_due (MkWorkplace          *workplace,
                      const MkCheckInDraft *draft)
{
  const MkCheckInData *data = draft->data;
  gboolean says_so = data->needs_help == TRUE || is_no_show (data->attendance) ||
                     g_strcmp0 (data->path, MK_PATH_ON_THE_WAY_OUT) == 0;

  return says_so && !was_asked (workplace, data->placement_id);
}

static void
remembered_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* It would only be offered once more. */
  if (!mk_day_finish (MK_WORKPLACE (object), result, &error))
    g_debug ("Could not remember that help was offered: %s", error->message);
}

static void
remember (const Offer *offer)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *until = g_date_time_format (tomorrow, "%Y-%m-%d");

  mk_day_not_now_async (offer->workplace, KIND, placement_of (offer), until, remembered_cb, NULL);
}

/* Only what was ticked goes along. */
static char *
ticked_text (const Offer *offer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < offer->texts->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (offer->checks, i)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              (char *) g_ptr_array_index (offer->texts, i));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             const Offer    *offer)
{
  g_autofree char *text = ticked_text (offer);

  remember (offer);
  if (g_str_equal (response, "ask"))
    mk_ask_flow_ask (offer->overlay, offer->workplace, placement_of (offer), text);
  else if (g_str_equal (response, "call"))
    gtk_widget_activate_action (GTK_WIDGET (offer->overlay), "win.hotline", "s",
                                placement_of (offer));
}

static void
add_text (Offer      *offer,
          GtkWidget  *box,
          const char *text)
{
  GtkWidget *check, *label;

  if (text == NULL || *text == '\0')
    return;
  check = gtk_check_button_new ();
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_box_append (GTK_BOX (box), check);
  g_ptr_array_add (offer->texts, g_strdup (text));
  g_ptr_array_add (offer->checks, check);
}

static GtkWidget *
make_texts (Offer *offer)
{
  const MkCheckInData *data = offer->draft->data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("Take along what you wrote? Tick what may be sent."));

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (box), heading);
  add_text (offer, box, data->note);
  add_text (offer, box, data->difficult);
  add_text (offer, box, data->next_step);
  gtk_widget_set_visible (box, offer->texts->len > 0);
  return box;
}

/**
 * mk_help_offer_present:
 * @overlay: over the page
 * @workplace: where it is remembered
 * @draft: a check-in that was saved and for which it is due
 *
 * Offers to call or to ask for help.
 */
void
mk_help_offer_present (AdwToastOverlay      *overlay,
                       MkWorkplace          *workplace,
                       const MkCheckInDraft *draft)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Is help needed?"),
                                            _ ("Call now, or ask for help with the punch card."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Offer *offer = offer_new (overlay, workplace, draft);

  adw_alert_dialog_set_extra_child (alert, make_texts (offer));
  adw_alert_dialog_add_responses (alert, "not-now", _ ("_Not now"), "ask", _ ("Ask for _help"),
                                  "call", _ ("_Call"), NULL);
  adw_alert_dialog_set_close_response (alert, "not-now");
  adw_alert_dialog_set_prefer_wide_layout (alert, TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), offer, offer_free,
                         G_CONNECT_DEFAULT);
  mk_dialog_present (dialog, GTK_WIDGET (overlay));
}

static void
form_closed_cb (AdwDialog   *form,
                const Offer *offer)
{
  if (mk_dialog_has_room (GTK_WIDGET (offer->overlay)))
    mk_help_offer_present (offer->overlay, offer->workplace, offer->draft);
}

/**
 * mk_help_offer_after:
 * @form: an open dialog, in which the check-in was saved
 * @overlay: over the page
 * @workplace: where it is remembered
 * @draft: a check-in that was saved and for which it is due
 *
 * Offers help once the form is gone, since there is one dialog at a time.
 */
void
mk_help_offer_after (AdwDialog            *form,
                     AdwToastOverlay      *overlay,
                     MkWorkplace          *workplace,
                     const MkCheckInDraft *draft)
{
  g_return_if_fail (ADW_IS_DIALOG (form));

  g_signal_connect_data (form, "closed", G_CALLBACK (form_closed_cb),
                         offer_new (overlay, workplace, draft), offer_free, G_CONNECT_DEFAULT);
}
