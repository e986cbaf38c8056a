/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-ask-choices.h"

#include "config.h"
#include "punchcard/mk-help-words.h"
#include "widgets/mk-date-row.h"
#include "workplace/mk-choice.h"

#include <glib/gi18n-lib.h>

/**
 * MkAskChoices:
 *
 * What is chosen in the form that asks for help: for whom, with which card, what, and on which day.
 * It follows the draft of the form, and writes into it what a person chose.
 */
struct _MkAskChoices
{
  GtkBox parent_instance;

  AdwComboRow *placement;
  AdwComboRow *card;
  AdwComboRow *service;
  MkDateRow   *wished;
  GtkLabel    *card_words;

  MkWorkplace *workplace;
  MkHelp      *help;
  GPtrArray   *placement_ids; /* of the rows; the first is "" */
  GPtrArray   *card_ids; /* of the rows */
  gboolean     is_showing;
};

G_DEFINE_FINAL_TYPE (MkAskChoices, mk_ask_choices, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
name_of_card (MkAskChoices       *self,
              const MkHelpRecord *card)
{
  const MkPunchCardData *data = card->record.data;
  MkPlacementItem *placement =
      data->placement_id != NULL ? mk_workplace_find_placement (self->workplace, data->placement_id)
                                 : NULL;

  return placement != NULL ? mk_placement_item_get_name (placement) : NULL;
}

/* The cards that may be used for whom is chosen. */
static void
fill_cards (MkAskChoices     *self,
            const MkAskDraft *draft)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->card_ids, 0);
  for (guint i = 0; i < self->help->cards->len; i++)
    {
      const MkHelpRecord *card = g_ptr_array_index (self->help->cards, i);
      const MkPunchCardData *data = card->record.data;

      if (data->placement_id != NULL &&
          g_strcmp0 (data->placement_id, draft->data->placement_id) != 0)
        continue;
      g_ptr_array_add (self->card_ids, g_strdup (card->record.id));
      gtk_string_list_take (names, mk_card_title_words (data, name_of_card (self, card)));
    }
  adw_combo_row_set_model (self->card, G_LIST_MODEL (names));
  mk_choice_select (self->card, self->card_ids, draft->data->card_id);
}

static const MkPunchCardData *
card_of (MkAskChoices     *self,
         const MkAskDraft *draft)
{
  const MkHelpRecord *card = mk_help_find_card (self->help, draft->data->card_id);

  return card != NULL ? card->record.data : NULL;
}

static void
fill_services (MkAskChoices     *self,
               const MkAskDraft *draft)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const MkPunchCardData *card = card_of (self, draft);
  guint selected = 0;

  for (guint i = 0; card != NULL && i < card->services->len; i++)
    {
      const MkPunchCardService *service = g_ptr_array_index (card->services, i);
      g_autofree char *price = mk_punches_words (service->price);

      /* Translators: what can be asked for, and its price. */
      gtk_string_list_take (names, g_strdup_printf (_ ("%1$s: %2$s"), service->name, price));
      if (g_strcmp0 (service->code, draft->data->service) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->service, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->service, selected);
}

static void
edited_cb (MkAskChoices *self)
{
  if (self->workplace != NULL && !self->is_showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
apply_placement (MkAskChoices *self,
                 MkAskDraft   *draft)
{
  guint selected = adw_combo_row_get_selected (self->placement);
  const char *id =
      selected < self->placement_ids->len ? g_ptr_array_index (self->placement_ids, selected) : "";

  if (!g_set_str (&draft->data->placement_id, *id != '\0' ? id : NULL))
    return FALSE;
  /* Another card may be the one to propose then. */
  g_clear_pointer (&draft->data->card_id, g_free);
  return TRUE;
}

static gboolean
apply_card (MkAskChoices *self,
            MkAskDraft   *draft)
{
  guint selected = adw_combo_row_get_selected (self->card);

  return selected < self->card_ids->len &&
         g_set_str (&draft->data->card_id, g_ptr_array_index (self->card_ids, selected));
}

static void
apply_service (MkAskChoices *self,
               MkAskDraft   *draft)
{
  const MkPunchCardData *card = card_of (self, draft);
  guint selected = adw_combo_row_get_selected (self->service);

  if (card != NULL && selected < card->services->len)
    g_set_str (&draft->data->service,
               ((const MkPunchCardService *) g_ptr_array_index (card->services, selected))->code);
}

static void
mk_ask_choices_dispose (GObject *object)
{
  MkAskChoices *self = MK_ASK_CHOICES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_ASK_CHOICES);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->help, mk_help_unref);

  G_OBJECT_CLASS (mk_ask_choices_parent_class)->dispose (object);
}

static void
mk_ask_choices_finalize (GObject *object)
{
  MkAskChoices *self = MK_ASK_CHOICES (object);

  g_ptr_array_unref (self->placement_ids);
  g_ptr_array_unref (self->card_ids);

  G_OBJECT_CLASS (mk_ask_choices_parent_class)->finalize (object);
}

static void
mk_ask_choices_class_init (MkAskChoicesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mk_ask_choices_dispose;
  object_class->finalize = mk_ask_choices_finalize;

  /**
   * MkAskChoices::edited:
   *
   * A person chose something else.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MK_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-ask-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, MkAskChoices, placement);
  gtk_widget_class_bind_template_child (widget_class, MkAskChoices, card);
  gtk_widget_class_bind_template_child (widget_class, MkAskChoices, service);
  gtk_widget_class_bind_template_child (widget_class, MkAskChoices, wished);
  gtk_widget_class_bind_template_child (widget_class, MkAskChoices, card_words);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
}

static void
mk_ask_choices_init (MkAskChoices *self)
{
  self->placement_ids = g_ptr_array_new_with_free_func (g_free);
  self->card_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mk_ask_choices_set_up:
 * @self: new choices
 * @workplace: whom it can be for
 * @help: the cards there are
 *
 * Offers what there is to choose from. Nothing is emitted before.
 */
void
mk_ask_choices_set_up (MkAskChoices *self,
                       MkWorkplace  *workplace,
                       MkHelp       *help)
{
  g_return_if_fail (MK_IS_ASK_CHOICES (self));

  mk_choice_fill_placements (self->placement, mk_workplace_get_placements (workplace),
                             _ ("Nobody in particular"), self->placement_ids);
  g_set_object (&self->workplace, workplace);
  g_clear_pointer (&self->help, mk_help_unref);
  self->help = mk_help_ref (help);
}

/**
 * mk_ask_choices_show:
 * @self: choices that were set up
 * @draft: what is chosen
 *
 * Shows it. That is no edit.
 */
void
mk_ask_choices_show (MkAskChoices     *self,
                     const MkAskDraft *draft)
{
  g_return_if_fail (MK_IS_ASK_CHOICES (self));

  self->is_showing = TRUE;
  mk_choice_select (self->placement, self->placement_ids, draft->data->placement_id);
  fill_cards (self, draft);
  fill_services (self, draft);
  mk_date_row_set_day (self->wished, draft->data->wished_date);
  self->is_showing = FALSE;
}

/**
 * mk_ask_choices_apply:
 * @self: choices that were edited
 * @draft: what they showed before
 *
 * Writes what was chosen into it. The cards offered are those of the placement that was shown, and
 * what can be asked for is that of the card, so neither is taken after another was chosen.
 */
void
mk_ask_choices_apply (MkAskChoices *self,
                      MkAskDraft   *draft)
{
  g_return_if_fail (MK_IS_ASK_CHOICES (self));

  g_set_str (&draft->data->wished_date, mk_date_row_get_day (self->wished));
  if (!apply_placement (self, draft) && !apply_card (self, draft))
    apply_service (self, draft);
}

/**
 * mk_ask_choices_set_card_words:
 * @self: choices
 * @words: (nullable): how the chosen card stands
 *
 * Says it below the rows.
 */
void
mk_ask_choices_set_card_words (MkAskChoices *self,
                               const char   *words)
{
  g_return_if_fail (MK_IS_ASK_CHOICES (self));

  gtk_label_set_label (self->card_words, words != NULL ? words : "");
}
