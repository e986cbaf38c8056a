/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arrangement/mk-arrangement-flow.h"

#include "arrangement/mk-arrangement-dialog.h"
#include "mk-isolate.h"
#include "widgets/mk-dialog.h"
#include "workplace/mk-workplace-work.h"

#include <glib/gi18n-lib.h>

/* What a workplace arranges about a placement: when its candidate comes, and the name used here. */

/**
 * mk_arrangement_flow_arrange:
 * @parent: over what it is shown
 * @workplace: where it is saved
 * @placement: whom it is about
 *
 * Asks when the candidate comes, and under which scheme.
 *
 * Returns: (transfer none): the dialog, which is shown
 */
AdwDialog *
mk_arrangement_flow_arrange (GtkWidget       *parent,
                             MkWorkplace     *workplace,
                             MkPlacementItem *placement)
{
  AdwDialog *dialog = ADW_DIALOG (mk_arrangement_dialog_new (workplace, placement));

  mk_dialog_present (dialog, parent);
  return dialog;
}

/* A name that is asked for, and what is needed for the answer. */
typedef struct
{
  AdwToastOverlay *overlay;
  MkWorkplace     *workplace;
  MkPlacementItem *placement;
  GtkEditable     *name;
} Naming;

static void
naming_free (gpointer  data,
             GClosure *closure)
{
  Naming *naming = data;

  g_object_unref (naming->overlay);
  g_object_unref (naming->workplace);
  g_object_unref (naming->placement);
  g_free (naming);
}

static void
named_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) overlay = ADW_TOAST_OVERLAY (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MkSaved) saved = mk_workplace_change_finish (MK_WORKPLACE (object), result, &error);

  if (saved == NULL)
    mk_dialog_tell (GTK_WIDGET (overlay), _ ("The name was not saved"), error->message);
}

static void
answered_cb (Naming     *naming,
             const char *response)
{
  const MkArrangement *arrangement = mk_placement_item_get_arrangement (naming->placement);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (naming->name)));
  MkNameHereData data = { (char *) mk_placement_item_get_id (naming->placement), name };

  if (!g_str_equal (response, "save") || *name == '\0')
    return;
  mk_workplace_keep_async (naming->workplace, &mk_name_here_type, arrangement->name_id, &data, NULL,
                           named_cb, g_object_ref (naming->overlay));
}

static void
typed_cb (GtkEditable *name,
          gpointer     dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (name)));

  adw_alert_dialog_set_response_enabled (dialog, "save", *text != '\0');
}

static GtkWidget *
name_row (MkPlacementItem *placement)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Called here"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), 60);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), mk_placement_item_get_name (placement));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

/**
 * mk_arrangement_flow_name:
 * @overlay: over the page
 * @workplace: where it is saved
 * @placement: whom it is about
 *
 * Asks what the workplace calls the candidate.
 */
void
mk_arrangement_flow_name (AdwToastOverlay *overlay,
                          MkWorkplace     *workplace,
                          MkPlacementItem *placement)
{
  Naming *naming = g_new0 (Naming, 1);
  GtkWidget *list = name_row (placement);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Called here"), NULL);
  g_autofree char *body =
      mk_isolate_printf (_ ("The name stays here at the workplace. What is sent says “%s”."),
                         mk_placement_item_get_alias (placement));

  naming->overlay = g_object_ref (overlay);
  naming->workplace = g_object_ref (workplace);
  naming->placement = g_object_ref (placement);
  naming->name = GTK_EDITABLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                  _ ("_Save"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  g_signal_connect (naming->name, "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), naming, naming_free,
                         G_CONNECT_SWAPPED);
  mk_dialog_present (dialog, GTK_WIDGET (overlay));
}
