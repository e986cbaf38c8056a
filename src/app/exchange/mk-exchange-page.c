/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/mk-exchange-page.h"

#include "config.h"
#include "exchange/mk-begin-anew-flow.h"
#include "exchange/mk-correspondence.h"
#include "exchange/mk-post-row.h"
#include "exchange/mk-preview-dialog.h"
#include "exchange/mk-send-flow.h"
#include "widgets/mk-dialog.h"
#include "widgets/mk-toast.h"

#include <glib/gi18n-lib.h>

/**
 * MkExchangePage:
 *
 * The correspondence with the partners: what is ready, what went, what came, and what is wrong.
 */
struct _MkExchangePage
{
  AdwNavigationPage parent_instance;

  GtkStack   *stack;
  GtkListBox *problems;
  GtkLabel   *ready;
  GtkWidget  *preview;
  GtkListBox *held;
  GtkWidget  *unlocked;
  GtkWidget  *sent_heading;
  GtkListBox *sent;
  GtkWidget  *received_heading;
  GtkListBox *received;

  MkWorkplace      *workplace;
  MkCorrespondence *post;
};

G_DEFINE_FINAL_TYPE (MkExchangePage, mk_exchange_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return mk_post_row_new (item);
}

static void
show_if_any (GtkListBox *list,
             GtkWidget  *heading,
             GListModel *model)
{
  gboolean has_any = g_list_model_get_n_items (model) > 0;

  gtk_widget_set_visible (GTK_WIDGET (list), has_any);
  if (heading != NULL)
    gtk_widget_set_visible (heading, has_any);
}

static void
changed_cb (MkExchangePage *self)
{
  g_autofree char *words = mk_correspondence_dup_ready_words (self->post);
  gboolean has_unwritten = mk_correspondence_has_unwritten (self->post);
  gboolean has_entries = mk_correspondence_get_n_ready (self->post) > 0;

  gtk_stack_set_visible_child_name (
      self->stack, mk_correspondence_has_partners (self->post) ? "post" : "nobody");
  gtk_label_set_label (self->ready, words != NULL ? words : _ ("There is nothing to send."));
  gtk_widget_set_visible (GTK_WIDGET (self->ready), words != NULL || !has_unwritten);
  gtk_widget_set_visible (self->preview, has_entries);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exchange.send",
                                 words != NULL || has_unwritten);
  gtk_widget_set_visible (self->unlocked, words != NULL || has_unwritten);
  show_if_any (self->problems, NULL, mk_correspondence_get_problems (self->post));
  show_if_any (self->held, NULL, mk_correspondence_get_held (self->post));
  show_if_any (self->sent, self->sent_heading, mk_correspondence_get_sent (self->post));
  show_if_any (self->received, self->received_heading, mk_correspondence_get_received (self->post));
}

static void
preview_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkExchangePage *self = MK_EXCHANGE_PAGE (widget);

  mk_dialog_present (ADW_DIALOG (mk_preview_dialog_new (self->workplace)), widget);
}

static void
send_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  mk_send_flow_choose (widget, MK_EXCHANGE_PAGE (widget)->workplace, NULL, 0);
}

static void
send_again_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *recipient;
  gint64 from;

  g_variant_get (parameter, "(&sx)", &recipient, &from);
  mk_send_flow_choose (widget, MK_EXCHANGE_PAGE (widget)->workplace, recipient, from);
}

static void
begin_anew_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  const char *partner, *name;

  g_variant_get (parameter, "(&s&s)", &partner, &name);
  mk_begin_anew_flow_ask (widget, MK_EXCHANGE_PAGE (widget)->workplace, partner, name);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay),
                               mk_toast_new (_ ("The text is copied")));
}

static void
mk_exchange_page_dispose (GObject *object)
{
  MkExchangePage *self = MK_EXCHANGE_PAGE (object);

  if (self->post != NULL)
    g_signal_handlers_disconnect_by_data (self->post, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_EXCHANGE_PAGE);
  g_clear_object (&self->post);
  g_clear_object (&self->workplace);

  G_OBJECT_CLASS (mk_exchange_page_parent_class)->dispose (object);
}

static void
mk_exchange_page_class_init (MkExchangePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_exchange_page_dispose;

  gtk_widget_class_install_action (widget_class, "exchange.preview", NULL, preview_cb);
  gtk_widget_class_install_action (widget_class, "exchange.send", NULL, send_cb);
  gtk_widget_class_install_action (widget_class, "exchange.send-again", "(sx)", send_again_cb);
  gtk_widget_class_install_action (widget_class, "exchange.begin-anew", "(ss)", begin_anew_cb);
  gtk_widget_class_install_action (widget_class, "exchange.copy", "s", copy_cb);
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-exchange-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, problems);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, ready);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, preview);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, held);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, unlocked);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, sent_heading);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, sent);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, received_heading);
  gtk_widget_class_bind_template_child (widget_class, MkExchangePage, received);
}

static void
mk_exchange_page_init (MkExchangePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind (GtkListBox *list,
      GListModel *model)
{
  gtk_list_box_bind_model (list, model, create_row_cb, NULL, NULL);
}

/**
 * mk_exchange_page_new:
 * @workplace: what it shows, refreshed once
 *
 * Returns: (transfer floating): a new page
 */
MkExchangePage *
mk_exchange_page_new (MkWorkplace *workplace)
{
  MkExchangePage *self = g_object_new (MK_TYPE_EXCHANGE_PAGE, NULL);

  self->workplace = g_object_ref (workplace);
  self->post = g_object_ref (mk_workplace_get_post (workplace));
  bind (self->problems, mk_correspondence_get_problems (self->post));
  bind (self->held, mk_correspondence_get_held (self->post));
  bind (self->sent, mk_correspondence_get_sent (self->post));
  bind (self->received, mk_correspondence_get_received (self->post));
  g_signal_connect_swapped (self->post, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  return self;
}
