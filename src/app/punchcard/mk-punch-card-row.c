/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-punch-card-row.h"

#include "config.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "punchcard/mk-help-words.h"
#include "punchcard/mk-holes.h"
#include "punchcard/mk-movement.h"

#include <adwaita.h>

/**
 * MkPunchCardRow:
 *
 * A punch card as a card: its holes, the same in words, what can be asked for, and its ledger.
 */
struct _MkPunchCardRow
{
  GtkListBoxRow parent_instance;

  GtkLabel   *title;
  MkHoles    *holes;
  GtkLabel   *balance;
  GtkLabel   *validity;
  GtkLabel   *services;
  GtkButton  *ask;
  GtkButton  *print;
  GtkListBox *movements;
};

G_DEFINE_FINAL_TYPE (MkPunchCardRow, mk_punch_card_row, GTK_TYPE_LIST_BOX_ROW)

static void
mk_punch_card_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_PUNCH_CARD_ROW);

  G_OBJECT_CLASS (mk_punch_card_row_parent_class)->dispose (object);
}

static void
mk_punch_card_row_class_init (MkPunchCardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_punch_card_row_dispose;

  g_type_ensure (MK_TYPE_HOLES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-punch-card-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, title);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, holes);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, balance);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, validity);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, services);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, ask);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, print);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardRow, movements);
}

static void
mk_punch_card_row_init (MkPunchCardRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
movement_detail (const MkMovement *movement)
{
  g_autoptr (GDateTime) day = mk_date_text_read (movement->day);
  g_autofree char *date = day != NULL ? mk_date_text_long (day) : g_strdup (movement->day);
  g_autofree char *figures = mk_movement_figures (movement);

  if (movement->source == NULL)
    return g_strdup_printf ("%s\n%s", figures, date);
  return g_strdup_printf ("%s\n%s, %s", figures, date, movement->source);
}

static GtkWidget *
movement_row (const MkMovement *movement)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *detail = movement_detail (movement);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), movement->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
show_movements (MkPunchCardRow     *self,
                const MkHelp       *help,
                const MkHelpRecord *card,
                GDateTime          *now)
{
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (GPtrArray) movements = mk_movements_new (help, card, today);

  for (guint i = 0; i < movements->len; i++)
    gtk_list_box_append (self->movements, movement_row (g_ptr_array_index (movements, i)));
}

static void
show_card (MkPunchCardRow        *self,
           const MkPunchCardData *card,
           const MkBalance       *balance,
           GDateTime             *now)
{
  g_autofree char *words = mk_card_balance_words (balance);
  g_autofree char *validity = mk_card_validity_words (card, now);
  g_autofree char *services = mk_card_services_words (card);

  mk_holes_set_balance (self->holes, balance);
  gtk_label_set_label (self->balance, words);
  gtk_label_set_label (self->validity, validity);
  gtk_label_set_label (self->services, services);
  gtk_widget_set_visible (GTK_WIDGET (self->services), *services != '\0');
  if (balance->left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->balance), "warning");
}

/**
 * mk_punch_card_row_new:
 * @item: a punch card
 *
 * Returns: (transfer floating): a new row
 */
MkPunchCardRow *
mk_punch_card_row_new (MkHelpItem *item)
{
  MkPunchCardRow *self = g_object_new (MK_TYPE_PUNCH_CARD_ROW, NULL);
  const MkHelpRecord *card = mk_help_item_get_record (item);
  const MkHelp *help = mk_help_item_get_help (item);
  const MkPunchCardData *data = card->record.data;
  const MkBalance *balance = mk_help_find_balance (help, card->record.id);
  g_autofree char *title = mk_card_title_words (data, mk_help_item_get_name (item));
  g_autofree char *words = mk_card_balance_words (balance);
  g_autofree char *sentence = g_strdup_printf ("%s. %s", title, words);
  g_autoptr (GDateTime) now = mk_clock_now ();

  gtk_label_set_label (self->title, title);
  show_card (self, data, balance, now);
  show_movements (self, help, card, now);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->ask), "s",
                                    data->placement_id != NULL ? data->placement_id : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "s", card->record.id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return self;
}
