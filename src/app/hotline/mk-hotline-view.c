/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-view.h"

#include "config.h"
#include "hotline/mk-call-flow.h"
#include "hotline/mk-calling.h"
#include "hotline/mk-contact-flow.h"
#include "hotline/mk-hotline-item.h"
#include "hotline/mk-hotline-qr.h"
#include "hotline/mk-hotline-row.h"
#include "mk-clock.h"
#include "mk-date-text.h"
#include "mk-telephone.h"
#include "widgets/mk-growing-list.h"
#include "widgets/mk-toast.h"

#include <glib/gi18n-lib.h>

/**
 * MkHotlineView:
 *
 * Whom to call: on top and large the one who takes the telephone now, the others below it, and the
 * emergency numbers apart and always. The page and the dialog both show it.
 */
struct _MkHotlineView
{
  AdwBin parent_instance;

  GtkLabel   *nobody;
  GtkWidget  *first;
  GtkLabel   *first_name;
  GtkLabel   *first_who;
  GtkLabel   *first_number;
  GtkLabel   *first_when;
  GtkLabel   *first_note;
  GtkLabel   *first_own_note;
  GtkWidget  *first_old;
  AdwWrapBox *first_buttons;
  GtkListBox *rest;
  GtkListBox *emergency;

  MkWorkplace *workplace;
  MkHotline   *hotline;
  GListStore  *others; /* each of MkHotlineItem */
  char        *placement; /* UUID, or NULL for all */
};

G_DEFINE_FINAL_TYPE (MkHotlineView, mk_hotline_view, ADW_TYPE_BIN)

static const struct
{
  const char *number;
  const char *title;
} emergency_numbers[] = {
  { "112", N_ ("Ambulance, fire, or police at once") },
  { "114", N_ ("Police when it is not urgent") },
};

static void
clear_wrap_box (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_first (MkHotlineView       *self,
            const MkHotlineTurn *turn,
            GDateTime           *now)
{
  g_autofree char *who = mk_hotline_line_who (turn->line);
  g_autofree char *number = mk_telephone_format (turn->line->telephone);
  g_autofree char *when = mk_hotline_turn_when (turn, now);
  g_autofree char *capital = mk_date_text_capitalize (when);
  g_autofree char *sentence = mk_hotline_turn_sentence (turn, now);

  set_text (self->first_name, turn->line->name);
  set_text (self->first_who, who);
  set_text (self->first_number, number);
  set_text (self->first_when, capital);
  set_text (self->first_note, turn->line->note);
  set_text (self->first_own_note, turn->line->own_note);
  gtk_widget_set_visible (self->first_old, mk_hotline_line_is_old (turn->line, now));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  clear_wrap_box (self->first_buttons);
  mk_hotline_buttons_add (self->first_buttons, turn->line, now);
}

static void
show_nobody (MkHotlineView *self,
             GPtrArray     *turns,
             gboolean       has_first)
{
  const char *text = NULL;

  if (turns->len == 0)
    text = _ (
        "No numbers have come yet. They come with the start package, and you can write your own.");
  else if (!has_first)
    text = _ ("Nobody takes the telephone right now");
  set_text (self->nobody, text);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  g_autoptr (GDateTime) now = mk_clock_now ();

  return mk_hotline_row_new (mk_hotline_item_get_turn (item), now);
}

static void
show_others (MkHotlineView *self,
             GPtrArray     *turns,
             guint          n_before)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = n_before; i < turns->len; i++)
    g_ptr_array_add (items, mk_hotline_item_new (turns, i));
  g_list_store_splice (self->others, 0, g_list_model_get_n_items (G_LIST_MODEL (self->others)),
                       items->pdata, items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), items->len > 0);
}

static void
changed_cb (MkHotlineView *self)
{
  g_autoptr (GDateTime) now = mk_clock_now ();
  g_autoptr (GPtrArray) turns = mk_hotline_list (self->hotline, self->placement);
  gboolean has_first = turns->len > 0 && mk_hotline_turn_takes (g_ptr_array_index (turns, 0));

  show_nobody (self, turns, has_first);
  gtk_widget_set_visible (self->first, has_first);
  if (has_first)
    show_first (self, g_ptr_array_index (turns, 0), now);
  show_others (self, turns, has_first ? 1 : 0);
}

/* Actions */

static AdwToastOverlay *
overlay_of (MkHotlineView *self)
{
  return ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self)));
}

static void
offer_note (AdwToast   *toast,
            const char *key)
{
  if (*key == '\0')
    return;
  adw_toast_set_button_label (toast, _ ("_Note the call"));
  adw_toast_set_action_name (toast, "hotline.note");
  adw_toast_set_action_target_value (toast, g_variant_new_string (key));
}

/* Whoever has the number now calls next, and may want to note it then. */
static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  AdwToast *toast = mk_toast_new (_ ("The number is copied"));
  const char *telephone, *key;

  g_variant_get (parameter, "(&s&s)", &telephone, &key);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), telephone);
  offer_note (toast, key);
  adw_toast_overlay_add_toast (overlay_of (MK_HOTLINE_VIEW (widget)), toast);
}

static void
call_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkHotlineView *self = MK_HOTLINE_VIEW (widget);
  const char *telephone, *key;

  g_variant_get (parameter, "(&s&s)", &telephone, &key);
  mk_calling_call (widget, telephone);
  if (*key != '\0')
    {
      AdwToast *toast = mk_toast_new (_ ("Have you called?"));

      offer_note (toast, key);
      adw_toast_overlay_add_toast (overlay_of (self), toast);
    }
}

static void
qr_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  mk_hotline_qr_show (widget, g_variant_get_string (parameter, NULL));
}

static void
note_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkHotlineView *self = MK_HOTLINE_VIEW (widget);

  mk_call_flow_note (overlay_of (self), self->workplace, g_variant_get_string (parameter, NULL),
                     self->placement);
}

typedef void (*ContactFunc) (AdwToastOverlay     *overlay,
                             MkWorkplace         *workplace,
                             const MkHotlineLine *line);

static void
on_contact (GtkWidget  *widget,
            GVariant   *parameter,
            ContactFunc func)
{
  MkHotlineView *self = MK_HOTLINE_VIEW (widget);
  const MkHotlineLine *line =
      mk_hotline_find (self->hotline, g_variant_get_string (parameter, NULL));

  if (line != NULL)
    func (overlay_of (self), self->workplace, line);
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  on_contact (widget, parameter, mk_contact_flow_confirm);
}

static void
write_note_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  on_contact (widget, parameter, mk_contact_flow_write_note);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  on_contact (widget, parameter, mk_contact_flow_edit);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  on_contact (widget, parameter, mk_contact_flow_delete);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  MkHotlineView *self = MK_HOTLINE_VIEW (widget);

  mk_contact_flow_add (overlay_of (self), self->workplace, self->placement);
}

static void
mk_hotline_view_dispose (GObject *object)
{
  MkHotlineView *self = MK_HOTLINE_VIEW (object);

  if (self->hotline != NULL)
    g_signal_handlers_disconnect_by_data (self->hotline, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_HOTLINE_VIEW);
  g_clear_object (&self->hotline);
  g_clear_object (&self->others);
  g_clear_object (&self->workplace);
  g_clear_pointer (&self->placement, g_free);

  G_OBJECT_CLASS (mk_hotline_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "hotline.copy", "(ss)", copy_cb);
  gtk_widget_class_install_action (widget_class, "hotline.call", "(ss)", call_cb);
  gtk_widget_class_install_action (widget_class, "hotline.qr", "s", qr_cb);
  gtk_widget_class_install_action (widget_class, "hotline.note", "s", note_cb);
  gtk_widget_class_install_action (widget_class, "hotline.confirm", "s", confirm_cb);
  gtk_widget_class_install_action (widget_class, "hotline.write-note", "s", write_note_cb);
  gtk_widget_class_install_action (widget_class, "hotline.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "hotline.delete", "s", delete_cb);
  gtk_widget_class_install_action (widget_class, "hotline.add", NULL, add_cb);
}

static void
mk_hotline_view_class_init (MkHotlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_hotline_view_dispose;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hotline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, nobody);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_name);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_who);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_number);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_when);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_note);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_own_note);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_old);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, first_buttons);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, rest);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineView, emergency);
}

static void
mk_hotline_view_init (MkHotlineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->others = g_list_store_new (MK_TYPE_HOTLINE_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (emergency_numbers); i++)
    gtk_list_box_append (self->emergency,
                         mk_hotline_row_new_emergency (emergency_numbers[i].number,
                                                       _ (emergency_numbers[i].title)));
}

/**
 * mk_hotline_view_new:
 * @workplace: whose numbers
 * @placement: (nullable): UUID of the placement that it is about; %NULL for all
 *
 * Returns: (transfer floating): whom to call
 */
GtkWidget *
mk_hotline_view_new (MkWorkplace *workplace,
                     const char  *placement)
{
  MkHotlineView *self = g_object_new (MK_TYPE_HOTLINE_VIEW, NULL);
  g_autoptr (GListModel) shown = NULL;

  self->workplace = g_object_ref (workplace);
  self->hotline = g_object_ref (mk_workplace_get_hotline (workplace));
  self->placement = g_strdup (placement);
  g_signal_connect_swapped (self->hotline, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  shown = mk_growing_list_new (G_LIST_MODEL (self->others), 0, GTK_WIDGET (self->rest));
  gtk_list_box_bind_model (self->rest, shown, create_row_cb, NULL, NULL);
  return GTK_WIDGET (self);
}
