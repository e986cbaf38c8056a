/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/mk-fetch-flow.h"
#include "hotline/mk-call-flow.h"
#include "hotline/mk-hotline-flow.h"
#include "keys/mk-code-dialog.h"
#include "placement/mk-entry-flow.h"
#include "preferences/mk-preferences-dialog.h"
#include "print/mk-notice-flow.h"
#include "print/mk-person-flow.h"
#include "shell/mk-help-dialog.h"
#include "shell/mk-shortcuts-dialog.h"
#include "shell/mk-window-private.h"
#include "widgets/mk-dialog.h"

#include <glib/gi18n-lib.h>

/* The window's actions that lead to a page or to a dialog. */

static void
show_today_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  mk_shell_show_today (MK_WINDOW (widget)->shell);
}

static void
show_exchange_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  mk_shell_show_exchange (MK_WINDOW (widget)->shell);
}

static void
show_training_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  mk_shell_show_training (MK_WINDOW (widget)->shell);
}

static void
show_situations_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  mk_shell_show_situations (MK_WINDOW (widget)->shell);
}

static void
show_lesson_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  mk_shell_show_lesson (MK_WINDOW (widget)->shell, g_variant_get_string (parameter, NULL), NULL);
}

static void
show_passage_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const char *name, *passage;

  g_variant_get (parameter, "(&s&s)", &name, &passage);
  mk_shell_show_lesson (MK_WINDOW (widget)->shell, name, passage);
}

static void
show_material_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  mk_shell_show_material (MK_WINDOW (widget)->shell, g_variant_get_string (parameter, NULL), NULL);
}

static void
show_hotline_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  mk_shell_show_hotline (MK_WINDOW (widget)->shell);
}

/* The one that is named, the one that is shown, or the only one that may be seen. */
static MkPlacementItem *
placement_meant (MkWindow *self,
                 GVariant *id)
{
  MkWorkplace *workplace = mk_window_get_workplace (self);
  MkPlacementItem *placement = mk_window_find_placement (self, id);
  g_autoptr (MkPlacementItem) only = NULL;

  if (placement == NULL)
    placement = mk_shell_get_placement (self->shell);
  if (placement != NULL || !mk_workplace_get_is_only (workplace))
    return placement;
  only = g_list_model_get_item (mk_workplace_get_placements (workplace), 0);
  return only;
}

static void
hotline_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_meant (self, parameter);

  mk_hotline_flow_show (GTK_WIDGET (self->shell), mk_window_get_workplace (self),
                        placement != NULL ? mk_placement_item_get_id (placement) : NULL);
}

static void
show_placement_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = mk_window_find_placement (self, parameter);

  if (placement != NULL)
    mk_shell_show_placement (self->shell, placement);
}

static void
print_notice_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_meant (self, parameter);

  if (placement != NULL)
    mk_notice_flow_show (GTK_WIDGET (self->shell), mk_window_get_workplace (self), placement);
}

static void
print_person_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);
  MkPlacementItem *placement = placement_meant (self, parameter);

  if (placement != NULL)
    mk_person_flow_show (GTK_WIDGET (self->shell), mk_window_get_workplace (self), placement);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  /* A dialog is answered first. */
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) == NULL)
    mk_shell_show_search (MK_WINDOW (widget)->shell);
}

static void
leave_search_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  mk_shell_leave_search (MK_WINDOW (widget)->shell);
}

/* What a log holds is shown there, a placement on its page, and the rest is read where one is. */
static void
show_found_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  static const char *const in_log[] = { "checkin", "anmodning", "svar", "fase", "opkald", NULL };
  static const char *const in_hotline[] = { "kontaktnote", "egenKontakt", NULL };
  static const char *const in_head[] = { "forloeb", "kaldenavn", NULL };
  MkWindow *self = MK_WINDOW (widget);
  const char *type, *id, *placement_id, *searched;
  MkPlacementItem *placement;
  gint64 key;

  g_variant_get (parameter, "(&s&s&sx&s)", &type, &id, &placement_id, &key, &searched);
  placement = mk_workplace_find_placement (mk_window_get_workplace (self), placement_id);
  if (placement != NULL && g_strv_contains (in_log, type))
    mk_shell_show_record (self->shell, placement, key);
  else if (placement != NULL && g_strv_contains (in_head, type))
    mk_shell_show_placement (self->shell, placement);
  else if (g_str_equal (type, "opkald"))
    mk_call_flow_open (mk_shell_get_overlay (self->shell), mk_window_get_workplace (self), id);
  else if (g_strv_contains (in_hotline, type))
    mk_shell_show_hotline (self->shell);
  else if (g_str_equal (type, "materiale"))
    mk_shell_show_material (self->shell, id, searched);
  else if (g_str_equal (type, "erfamoede"))
    mk_shell_show_meetings (self->shell);
  else
    mk_entry_flow_read (GTK_WIDGET (self->shell), mk_window_get_workplace (self), id);
}

static void
fetch_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_fetch_flow_choose (GTK_WIDGET (self->shell), mk_window_get_workplace (self));
}

static void
answer_package_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_fetch_flow_ask (GTK_WIDGET (self->shell), mk_window_get_workplace (self),
                     g_variant_get_string (parameter, NULL));
}

static void
fetch_waiting_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_fetch_flow_take (GTK_WIDGET (self->shell), mk_window_get_workplace (self),
                      (const char *[]) { NULL });
}

static void
show_preferences (MkWindow   *self,
                  const char *page)
{
  MkPreferencesDialog *dialog;

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  dialog = mk_preferences_dialog_new (mk_window_get_workplace (self), self->backups);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
  mk_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
preferences_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_preferences (MK_WINDOW (widget), "person");
}

static void
show_backup_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_preferences (MK_WINDOW (widget), "backup");
}

static void
save_recovery_code_cb (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  MkWindow *self = MK_WINDOW (widget);

  mk_code_dialog_present (GTK_WIDGET (self->shell), mk_window_get_workplace (self));
}

/* A second one over the first would help nobody. */
static void
help_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (widget);

  if (!MK_IS_HELP_DIALOG (adw_application_window_get_visible_dialog (window)))
    mk_dialog_present (ADW_DIALOG (mk_help_dialog_new ()), widget);
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  mk_dialog_present (ADW_DIALOG (mk_shortcuts_dialog_new ()), widget);
}

static void
about_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", "Makker", "application-icon", MK_APP_ID, "version",
                MK_VERSION, "developer-name", _ ("The Makker project"), "license-type",
                GTK_LICENSE_GPL_3_0, "comments", _ ("Follow a course at work"), NULL);
  mk_dialog_present (dialog, widget);
}

/**
 * mk_window_install_page_actions:
 * @widget_class: of the window
 *
 * Installs what leads to a page or to a dialog.
 */
void
mk_window_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-today", NULL, show_today_cb);
  gtk_widget_class_install_action (widget_class, "win.show-placement", "s", show_placement_cb);
  gtk_widget_class_install_action (widget_class, "win.show-hotline", NULL, show_hotline_cb);
  gtk_widget_class_install_action (widget_class, "win.hotline", "s", hotline_cb);
  gtk_widget_class_install_action (widget_class, "win.show-exchange", NULL, show_exchange_cb);
  gtk_widget_class_install_action (widget_class, "win.show-training", NULL, show_training_cb);
  gtk_widget_class_install_action (widget_class, "win.show-situations", NULL, show_situations_cb);
  gtk_widget_class_install_action (widget_class, "win.show-lesson", "s", show_lesson_cb);
  gtk_widget_class_install_action (widget_class, "win.show-passage", "(ss)", show_passage_cb);
  gtk_widget_class_install_action (widget_class, "win.show-material", "s", show_material_cb);
  gtk_widget_class_install_action (widget_class, "win.print-notice", "s", print_notice_cb);
  gtk_widget_class_install_action (widget_class, "win.print-person", "s", print_person_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-search", NULL, leave_search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-found", "(sssxs)", show_found_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch", NULL, fetch_cb);
  gtk_widget_class_install_action (widget_class, "win.answer-package", "s", answer_package_cb);
  gtk_widget_class_install_action (widget_class, "win.fetch-waiting", NULL, fetch_waiting_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.show-backup", NULL, show_backup_cb);
  gtk_widget_class_install_action (widget_class, "win.save-recovery-code", NULL,
                                   save_recovery_code_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);
}
