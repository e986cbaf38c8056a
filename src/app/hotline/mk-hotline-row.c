/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hotline/mk-hotline-row.h"

#include "config.h"
#include "hotline/mk-calling.h"
#include "mk-isolate.h"
#include "mk-telephone.h"

#include <glib/gi18n-lib.h>

/* Somebody to call as a row, and the buttons that go with a number. */

/**
 * MkHotlineRow:
 *
 * Somebody to call, or a short number, as a row.
 */
struct _MkHotlineRow
{
  GtkListBoxRow parent_instance;

  GtkLabel   *title;
  GtkLabel   *detail;
  AdwWrapBox *buttons;
};

G_DEFINE_FINAL_TYPE (MkHotlineRow, mk_hotline_row, GTK_TYPE_LIST_BOX_ROW)

static void
mk_hotline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_HOTLINE_ROW);

  G_OBJECT_CLASS (mk_hotline_row_parent_class)->dispose (object);
}

static void
mk_hotline_row_class_init (MkHotlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_hotline_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hotline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHotlineRow, title);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MkHotlineRow, buttons);
}

static void
mk_hotline_row_init (MkHotlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Buttons */

static void
add_icon_button (AdwWrapBox *box,
                 const char *icon,
                 const char *words,
                 const char *action,
                 GVariant   *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  adw_wrap_box_append (box, button);
}

static void
add_icon_buttons (AdwWrapBox *box,
                  const char *name,
                  const char *telephone,
                  const char *key)
{
  g_autofree char *call = mk_isolate_printf (_ ("Call %s"), name);
  g_autofree char *copy = mk_isolate_printf (_ ("Copy the number of %s"), name);
  g_autofree char *qr = mk_isolate_printf (_ ("QR code of %s"), name);

  if (mk_calling_is_possible ())
    add_icon_button (box, "call-start-symbolic", call, "hotline.call",
                     g_variant_new ("(ss)", telephone, key));
  add_icon_button (box, "edit-copy-symbolic", copy, "hotline.copy",
                   g_variant_new ("(ss)", telephone, key));
  add_icon_button (box, "view-grid-symbolic", qr, "hotline.qr", g_variant_new_string (telephone));
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
menu_for (const MkHotlineLine *line)
{
  GMenu *menu = g_menu_new ();

  if (line->telephone != NULL)
    add_item (menu, _ ("_Note the call…"), "hotline.note", line->key);
  if (line->kind == MK_HOTLINE_CONTACT)
    add_item (menu, _ ("_Write beside the number…"), "hotline.write-note", line->key);
  if (line->kind == MK_HOTLINE_OWN)
    {
      add_item (menu, _ ("_Change…"), "hotline.edit", line->key);
      add_item (menu, _ ("_Delete"), "hotline.delete", line->key);
    }
  return G_MENU_MODEL (menu);
}

static void
add_menu (AdwWrapBox          *box,
          const MkHotlineLine *line)
{
  g_autoptr (GMenuModel) menu = menu_for (line);
  g_autofree char *words = mk_isolate_printf (_ ("More about %s"), line->name);
  GtkWidget *button = gtk_menu_button_new ();

  if (g_menu_model_get_n_items (menu) == 0)
    {
      g_object_unref (g_object_ref_sink (button));
      return;
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_wrap_box_append (box, button);
}

/* It says whose number, since a row's words are not read with it. */
static void
add_confirm (AdwWrapBox          *box,
             const MkHotlineLine *line)
{
  g_autofree char *words = mk_isolate_printf (_ ("Confirm the number of %s"), line->name);
  GtkWidget *button = gtk_button_new_with_label (_ ("Confirm"));

  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "hotline.confirm");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", line->key);
  adw_wrap_box_append (box, button);
}

/* Rows */

/* All of its lines as one sentence. */
static void
name_for_readers (GtkWidget  *row,
                  const char *title,
                  const char *detail)
{
  g_autofree char *all = g_strjoin ("\n", title, detail, NULL);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  g_autofree char *sentence = mk_isolate_join (", ", (const char *const *) lines);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static MkHotlineRow *
plain_row (const char *title,
           const char *detail)
{
  MkHotlineRow *self = g_object_new (MK_TYPE_HOTLINE_ROW, NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  name_for_readers (GTK_WIDGET (self), title, detail);
  return self;
}

/* A box without buttons would keep its room. */
static GtkWidget *
finished (MkHotlineRow *self)
{
  GtkWidget *buttons = GTK_WIDGET (self->buttons);

  gtk_widget_set_visible (buttons, gtk_widget_get_first_child (buttons) != NULL);
  return GTK_WIDGET (self);
}

/* Name and number in large letters, what else there is to say below. */
static char *
row_title (const MkHotlineLine *line)
{
  g_autofree char *number = NULL;

  if (line->telephone == NULL)
    return g_strdup (line->name);
  number = mk_telephone_format (line->telephone);
  return mk_isolate_printf ("%s\n%s", line->name, number);
}

static char *
row_detail (const MkHotlineTurn *turn,
            GDateTime           *now)
{
  const MkHotlineLine *line = turn->line;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *who = mk_hotline_line_who (line);
  g_autofree char *when = mk_hotline_turn_when (turn, now);

  g_string_append_printf (text, "%s\n%s", who, when);
  if (line->telephone != NULL && !mk_telephone_is_dialable (line->telephone))
    g_string_append_printf (text, ", %s", _ ("can’t be called"));
  if (mk_hotline_line_is_old (line, now))
    g_string_append_printf (text, "\n%s", _ ("The number has not been confirmed for a month."));
  if (line->note != NULL)
    g_string_append_printf (text, "\n%s", line->note);
  if (line->own_note != NULL)
    g_string_append_printf (text, "\n%s", line->own_note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mk_hotline_row_new:
 * @turn: somebody to call
 * @now: the present moment
 *
 * Returns: (transfer floating): them as a row, greyed where they do not take the telephone
 */
GtkWidget *
mk_hotline_row_new (const MkHotlineTurn *turn,
                    GDateTime           *now)
{
  g_autofree char *title = row_title (turn->line);
  g_autofree char *detail = row_detail (turn, now);
  MkHotlineRow *self = plain_row (title, detail);
  const MkHotlineLine *line = turn->line;

  if (!mk_hotline_turn_takes (turn))
    gtk_widget_add_css_class (GTK_WIDGET (self), "closed");
  if (mk_hotline_line_is_old (line, now))
    add_confirm (self->buttons, line);
  if (line->telephone != NULL && mk_telephone_is_dialable (line->telephone))
    add_icon_buttons (self->buttons, line->name, line->telephone, line->key);
  add_menu (self->buttons, line);
  return finished (self);
}

/**
 * mk_hotline_row_new_emergency:
 * @number: a short number
 * @title: what it is for
 *
 * Returns: (transfer floating): it as a row
 */
GtkWidget *
mk_hotline_row_new_emergency (const char *number,
                              const char *title)
{
  MkHotlineRow *self = plain_row (number, title);

  if (mk_calling_is_possible ())
    add_icon_buttons (self->buttons, number, number, "");
  return finished (self);
}

static void
add_button (AdwWrapBox *box,
            const char *icon,
            const char *label,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_add_css_class (button, "answer");
  adw_wrap_box_append (box, button);
}

/**
 * mk_hotline_buttons_add:
 * @box: where they go
 * @line: whom they are about
 * @now: the present moment
 *
 * Adds what can be done with a number that can be dialled.
 */
void
mk_hotline_buttons_add (AdwWrapBox          *box,
                        const MkHotlineLine *line,
                        GDateTime           *now)
{
  if (mk_calling_is_possible ())
    {
      add_button (box, "call-start-symbolic", _ ("_Call"), "hotline.call",
                  g_variant_new ("(ss)", line->telephone, line->key));
      gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (box)), "suggested-action");
    }
  add_button (box, "edit-copy-symbolic", _ ("C_opy"), "hotline.copy",
              g_variant_new ("(ss)", line->telephone, line->key));
  add_button (box, "view-grid-symbolic", _ ("_QR code"), "hotline.qr",
              g_variant_new_string (line->telephone));
  add_button (box, "document-edit-symbolic", _ ("_Note the call"), "hotline.note",
              g_variant_new_string (line->key));
  if (mk_hotline_line_is_old (line, now))
    add_confirm (box, line);
  if (line->kind != MK_HOTLINE_PERSON)
    add_menu (box, line);
}
