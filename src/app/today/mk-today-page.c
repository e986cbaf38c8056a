/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/mk-today-page.h"

#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-isolate.h"
#include "shell/mk-settings.h"
#include "today/mk-day-words.h"
#include "today/mk-day-work.h"
#include "today/mk-expected.h"
#include "today/mk-note-row.h"
#include "today/mk-today-card.h"
#include "widgets/mk-banner.h"
#include "widgets/mk-growing-list.h"

#include <glib/gi18n-lib.h>

/**
 * MkTodayPage:
 *
 * This day: what came back since the person last looked, a card for each placement that is expected,
 * a few questions, the other placements, and what worked in the week.
 */
struct _MkTodayPage
{
  AdwNavigationPage parent_instance;

  AdwBanner  *trouble;
  GtkStack   *stack;
  GtkWidget  *news_section;
  GtkListBox *news_list;
  GtkLabel   *heading;
  GtkWidget  *calm;
  GtkLabel   *calm_text;
  GtkListBox *cards;
  GtkWidget  *prompts_section;
  GtkListBox *prompts_list;
  GtkWidget  *others_section;
  GtkListBox *others_list;
  GtkWidget  *wins_section;
  GtkListBox *wins_list;

  MkWorkplace        *workplace;
  GtkFilterListModel *expected;
  GListStore         *news; /* each of MkNote */
  GListStore         *prompts;
  GListStore         *others;
  GListStore         *wins;
  GSettings          *settings;
};

/* So many cards fill a window of the usual height. */
#define FILLING_CARDS 4

G_DEFINE_FINAL_TYPE (MkTodayPage, mk_today_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_expected (gpointer item,
             gpointer user_data)
{
  return mk_expected_today (item);
}

static GtkWidget *
create_card_cb (gpointer item,
                gpointer user_data)
{
  return GTK_WIDGET (mk_today_card_new (item));
}

static GtkWidget *
create_note_cb (gpointer item,
                gpointer user_data)
{
  return GTK_WIDGET (mk_note_row_new (item));
}

static char *
today_text (void)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* What came back, and what worked */

static void
show_notes (GListStore *list,
            GtkWidget  *section,
            GPtrArray  *notes)
{
  mk_notes_show (list, notes);
  gtk_widget_set_visible (section, notes->len > 0);
}

static void
show_news (MkTodayPage *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = mk_clock_now ();
  const MkDayReading *day = mk_workplace_get_day (self->workplace);

  for (guint i = 0; i < day->news->len; i++)
    g_ptr_array_add (notes, mk_came_back_note (g_ptr_array_index (day->news, i), now));
  show_notes (self->news, self->news_section, notes);
}

static void
show_wins (MkTodayPage *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) now = mk_clock_now ();
  const MkDayReading *day = mk_workplace_get_day (self->workplace);

  for (guint i = 0; i < day->wins->len; i++)
    g_ptr_array_add (notes, mk_win_note (g_ptr_array_index (day->wins, i), now));
  show_notes (self->wins, self->wins_section, notes);
}

/* Questions */

static gboolean
asks_for_help (MkTodayPage *self)
{
  return self->settings == NULL || g_settings_get_boolean (self->settings, "prompt-help");
}

static void
show_prompts (MkTodayPage *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  const MkDayReading *day = mk_workplace_get_day (self->workplace);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (mk_prompt_free);
  g_autofree char *today = today_text ();
  g_autoptr (GPtrArray) chosen = NULL;

  for (guint i = 0; i < day->facts->len; i++)
    g_ptr_array_add (facts, mk_prompt_copy (g_ptr_array_index (day->facts, i)));
  if (mk_workplace_get_self (self->workplace)->recovery == MK_RECOVERY_LATER)
    g_ptr_array_add (facts, mk_prompt_new (MK_PROMPT_CODE, "", NULL, NULL));
  if (asks_for_help (self))
    g_ptr_array_add (facts, mk_prompt_new (MK_PROMPT_HELP, "", NULL, NULL));
  chosen = mk_prompts_choose (facts, day->dismissed, today);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (notes, mk_prompt_note (g_ptr_array_index (chosen, i)));
  show_notes (self->prompts, self->prompts_section, notes);
}

/* Cards, and who is not expected */

static MkNote *
other_note (MkPlacementItem *item)
{
  g_autofree char *when = mk_expected_words (item);
  const char *job = mk_placement_item_get_job (item);
  g_autofree char *detail =
      when != NULL ? mk_isolate_printf ("%s · %s", job, when) : g_strdup (job);
  MkNoteLine line = { .icon = (char *) "avatar-default-symbolic",
                      .title = (char *) mk_placement_item_get_name (item),
                      .detail = detail,
                      .action = (char *) "win.show-placement",
                      .target = (char *) mk_placement_item_get_id (item) };

  return mk_note_new (&line);
}

static void
show_others (MkTodayPage *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *placements = mk_workplace_get_placements (self->workplace);

  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      if (!mk_expected_today (item))
        g_ptr_array_add (notes, other_note (item));
    }
  show_notes (self->others, self->others_section, notes);
}

static gboolean
is_all_written (GListModel *cards)
{
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (cards, i);

      if (g_list_model_get_n_items (mk_placement_item_get_today (item)) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_calm (MkTodayPage *self)
{
  GListModel *cards = G_LIST_MODEL (self->expected);
  gboolean has_cards = g_list_model_get_n_items (cards) > 0;

  gtk_widget_set_visible (self->calm, is_all_written (cards));
  gtk_widget_set_visible (GTK_WIDGET (self->cards), has_cards);
  gtk_label_set_label (self->calm_text, has_cards ? _ ("Everything is written for today.")
                                                  : _ ("Nobody is expected today."));
}

static void
show_cards (MkTodayPage *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autofree char *day = mk_date_text_day (now);
  g_autofree char *heading = mk_date_text_capitalize (day);
  GListModel *placements = mk_workplace_get_placements (self->workplace);

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->expected),
                      GTK_FILTER_CHANGE_DIFFERENT);
  gtk_label_set_label (self->heading, heading);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (placements) > 0 ? "cards" : "nobody-yet");
}

static void
show_trouble (MkTodayPage *self)
{
  const char *trouble = mk_workplace_get_trouble (self->workplace);
  g_autofree char *text = NULL;

  if (trouble != NULL)
    text = mk_isolate_printf (_ ("This may not be the newest. %s"), trouble);
  mk_banner_tell (self->trouble, text);
}

/* The day may be another than before, and with it everything on the page. */
static void
changed_cb (MkTodayPage *self)
{
  show_cards (self);
  show_news (self);
  show_calm (self);
  show_prompts (self);
  show_others (self);
  show_wins (self);
  show_trouble (self);
}

/* Actions */

/* What could not be remembered stays on the page, where it can be tried again. */
static void
remembered_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (MkTodayPage) self = MK_TODAY_PAGE (user_data);
  g_autoptr (GError) error = NULL;

  if (mk_day_finish (MK_WORKPLACE (object), result, &error) || self->workplace == NULL)
    return;
  mk_banner_tell (self->trouble, error->message);
}

static void
seen_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkTodayPage *self = MK_TODAY_PAGE (widget);

  mk_day_seen_async (self->workplace, remembered_cb, g_object_ref (self));
}

static void
not_now_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkTodayPage *self = MK_TODAY_PAGE (widget);
  g_autofree char *today = today_text ();
  g_autofree char *until = NULL;
  const char *kind, *subject;

  g_variant_get (parameter, "(&s&s)", &kind, &subject);
  until = mk_prompt_name_until (kind, today);
  mk_day_not_now_async (self->workplace, kind, subject, until, remembered_cb, g_object_ref (self));
}

static void
retry_cb (MkTodayPage *self)
{
  mk_workplace_refresh (self->workplace);
}

static void
mk_today_page_dispose (GObject *object)
{
  MkTodayPage *self = MK_TODAY_PAGE (object);

  if (self->workplace != NULL)
    g_signal_handlers_disconnect_by_data (self->workplace, self);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_TODAY_PAGE);
  g_clear_object (&self->expected);
  g_clear_object (&self->news);
  g_clear_object (&self->prompts);
  g_clear_object (&self->others);
  g_clear_object (&self->wins);
  g_clear_object (&self->settings);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_today_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, news_section);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, news_list);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, calm);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, calm_text);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, cards);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, prompts_section);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, prompts_list);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, others_section);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, others_list);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, wins_section);
  gtk_widget_class_bind_template_child (widget_class, MkTodayPage, wins_list);
}

static void
mk_today_page_class_init (MkTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_today_page_dispose;

  gtk_widget_class_install_action (widget_class, "today.seen", NULL, seen_cb);
  gtk_widget_class_install_action (widget_class, "today.not-now", "(ss)", not_now_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-today-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static GListStore *
make_list (GtkListBox *shown)
{
  GListStore *list = g_list_store_new (MK_TYPE_NOTE);

  gtk_list_box_bind_model (shown, G_LIST_MODEL (list), create_note_cb, NULL, NULL);
  return list;
}

static void
mk_today_page_init (MkTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->news = make_list (self->news_list);
  self->prompts = make_list (self->prompts_list);
  self->others = make_list (self->others_list);
  self->wins = make_list (self->wins_list);
  self->settings = mk_settings_new ();
}

/**
 * mk_today_page_new:
 * @workplace: what it shows, refreshed once
 *
 * Returns: (transfer floating): a new page
 */
MkTodayPage *
mk_today_page_new (MkWorkplace *workplace)
{
  MkTodayPage *self = g_object_new (MK_TYPE_TODAY_PAGE, NULL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_expected, NULL, NULL));
  g_autoptr (GListModel) shown = NULL;

  self->workplace = g_object_ref (workplace);
  self->expected =
      gtk_filter_list_model_new (g_object_ref (mk_workplace_get_placements (workplace)), filter);
  shown =
      mk_growing_list_new (G_LIST_MODEL (self->expected), FILLING_CARDS, GTK_WIDGET (self->cards));
  gtk_list_box_bind_model (self->cards, shown, create_card_cb, NULL, NULL);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (changed_cb), self);
  if (self->settings != NULL)
    g_signal_connect_swapped (self->settings, "changed::prompt-help", G_CALLBACK (show_prompts),
                              self);
  changed_cb (self);
  return self;
}
