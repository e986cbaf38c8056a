/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "punchcard/mk-punch-card-page.h"

#include "config.h"
#include "mk-isolate.h"
#include "punchcard/mk-ask-draft.h"
#include "punchcard/mk-help-item.h"
#include "punchcard/mk-punch-card-row.h"
#include "punchcard/mk-request-row.h"
#include "today/mk-note-row.h"

#include <glib/gi18n-lib.h>

/**
 * MkPunchCardPage:
 *
 * The punch cards with their ledgers, what was begun and not sent, and what was asked for on them, the
 * newest first.
 */
struct _MkPunchCardPage
{
  AdwNavigationPage parent_instance;

  GtkStack   *stack;
  GtkListBox *cards;
  GtkWidget  *drafts_section;
  GtkListBox *drafts;
  GtkWidget  *requests_section;
  GtkListBox *requests;

  MkWorkplace *workplace;
  GListStore  *card_items;
  GListStore  *draft_notes;
  GListStore  *request_items;
};

G_DEFINE_FINAL_TYPE (MkPunchCardPage, mk_punch_card_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
create_card_cb (gpointer item,
                gpointer user_data)
{
  return GTK_WIDGET (mk_punch_card_row_new (item));
}

static GtkWidget *
create_request_cb (gpointer item,
                   gpointer user_data)
{
  return mk_request_row_new (item);
}

static GtkWidget *
create_draft_cb (gpointer item,
                 gpointer user_data)
{
  return GTK_WIDGET (mk_note_row_new (item));
}

static const char *
name_of (MkPunchCardPage *self,
         const char      *placement_id)
{
  MkPlacementItem *placement =
      placement_id != NULL ? mk_workplace_find_placement (self->workplace, placement_id) : NULL;

  return placement != NULL ? mk_placement_item_get_name (placement) : NULL;
}

static void
show_cards (MkPunchCardPage *self,
            MkHelp          *help)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < help->cards->len; i++)
    {
      const MkHelpRecord *card = g_ptr_array_index (help->cards, i);
      const MkPunchCardData *data = card->record.data;

      g_ptr_array_add (items, mk_help_item_new (help, card, name_of (self, data->placement_id)));
    }
  mk_help_items_show (self->card_items, items);
}

static void
show_requests (MkPunchCardPage *self,
               MkHelp          *help)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = help->requests->len; i > 0; i--)
    {
      const MkHelpRecord *request = g_ptr_array_index (help->requests, i - 1);
      const MkSupportRequestData *data = request->record.data;

      g_ptr_array_add (items, mk_help_item_new (help, request, name_of (self, data->placement_id)));
    }
  mk_help_items_show (self->request_items, items);
  gtk_widget_set_visible (self->requests_section, items->len > 0);
}

/* The form of a placement, or of nobody in particular, that was left before it was sent. */
static void
add_draft (MkPunchCardPage *self,
           GPtrArray       *notes,
           MkPlacementItem *placement)
{
  const char *id = placement != NULL ? mk_placement_item_get_id (placement) : NULL;
  g_autofree char *key = mk_ask_draft_key (NULL, id);
  const char *text = mk_draft_keeper_get (mk_workplace_get_drafts (self->workplace), key);
  g_autoptr (MkAskDraft) draft = text != NULL ? mk_ask_draft_from_text (text) : NULL;
  g_autofree char *title = NULL;
  MkNoteLine line = { .icon = (char *) "document-edit-symbolic",
                      .button = (char *) _ ("Go on writing"),
                      .action = (char *) "win.ask-help",
                      .target = (char *) (id != NULL ? id : "") };

  if (draft == NULL)
    return;
  title = placement != NULL ? mk_isolate_printf (_ ("Draft for %s, not sent"),
                                                 mk_placement_item_get_name (placement))
                            : g_strdup (_ ("Draft, not sent"));
  line.title = title;
  line.detail = draft->data->description;
  g_ptr_array_add (notes, mk_note_new (&line));
}

static void
show_drafts (MkPunchCardPage *self)
{
  GListModel *placements = mk_workplace_get_placements (self->workplace);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  add_draft (self, notes, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (placements); i++)
    {
      g_autoptr (MkPlacementItem) item = g_list_model_get_item (placements, i);

      add_draft (self, notes, item);
    }
  mk_notes_show (self->draft_notes, notes);
  gtk_widget_set_visible (self->drafts_section, notes->len > 0);
}

static void
changed_cb (MkPunchCardPage *self)
{
  MkHelp *help = mk_workplace_get_help (self->workplace);

  show_cards (self, help);
  show_drafts (self);
  show_requests (self, help);
  gtk_stack_set_visible_child_name (
      self->stack, help->cards->len > 0 || help->requests->len > 0 ? "cards" : "none");
}

static void
mk_punch_card_page_dispose (GObject *object)
{
  MkPunchCardPage *self = MK_PUNCH_CARD_PAGE (object);

  if (self->workplace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workplace, self);
      g_signal_handlers_disconnect_by_data (mk_workplace_get_drafts (self->workplace), self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_PUNCH_CARD_PAGE);
  g_clear_object (&self->card_items);
  g_clear_object (&self->draft_notes);
  g_clear_object (&self->request_items);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_punch_card_page_parent_class)->dispose (object);
}

static void
mk_punch_card_page_class_init (MkPunchCardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_punch_card_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-punch-card-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardPage, cards);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardPage, drafts_section);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardPage, requests_section);
  gtk_widget_class_bind_template_child (widget_class, MkPunchCardPage, requests);
}

static void
mk_punch_card_page_init (MkPunchCardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->card_items = g_list_store_new (MK_TYPE_HELP_ITEM);
  self->request_items = g_list_store_new (MK_TYPE_HELP_ITEM);
  self->draft_notes = g_list_store_new (MK_TYPE_NOTE);
  gtk_list_box_bind_model (self->drafts, G_LIST_MODEL (self->draft_notes), create_draft_cb, NULL,
                           NULL);
  gtk_list_box_bind_model (self->cards, G_LIST_MODEL (self->card_items), create_card_cb, NULL,
                           NULL);
  gtk_list_box_bind_model (self->requests, G_LIST_MODEL (self->request_items), create_request_cb,
                           NULL, NULL);
}

/**
 * mk_punch_card_page_new:
 * @workplace: what it shows, refreshed once
 *
 * Returns: (transfer floating): a new page
 */
MkPunchCardPage *
mk_punch_card_page_new (MkWorkplace *workplace)
{
  MkPunchCardPage *self = g_object_new (MK_TYPE_PUNCH_CARD_PAGE, NULL);

  self->workplace = g_object_ref (workplace);
  g_signal_connect_swapped (workplace, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (mk_workplace_get_drafts (workplace), "written",
                            G_CALLBACK (show_drafts), self);
  changed_cb (self);
  return self;
}
