/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in/mk-author-popover.h"

#include "config.h"

/**
 * MkAuthorPopover:
 *
 * Asks who writes, or who reads, on a machine that several people share: one of those who did before,
 * or another name.
 *
 * ## Accessibility
 *
 * It and its list are called by the question.
 */
struct _MkAuthorPopover
{
  GtkPopover parent_instance;

  GtkListBox *names;
  GtkEntry   *name;
  GtkWidget  *add;
};

G_DEFINE_FINAL_TYPE (MkAuthorPopover, mk_author_popover, GTK_TYPE_POPOVER)

enum
{
  PROP_QUESTION = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
typed_name (MkAuthorPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
choose (MkAuthorPopover *self,
        const char      *name)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, name);
}

static void
chosen_cb (MkAuthorPopover *self,
           GtkListBoxRow   *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);
  g_autofree char *name = g_strdup (gtk_label_get_label (GTK_LABEL (label)));

  choose (self, name);
}

static void
typed_cb (MkAuthorPopover *self)
{
  g_autofree char *name = typed_name (self);

  gtk_widget_set_sensitive (self->add, *name != '\0');
}

static void
add_cb (MkAuthorPopover *self)
{
  g_autofree char *name = typed_name (self);

  if (*name == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  choose (self, name);
}

static void
mk_author_popover_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  const char *question = g_value_get_string (value);

  g_assert (id == PROP_QUESTION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (object), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (MK_AUTHOR_POPOVER (object)->names),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

static void
mk_author_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_AUTHOR_POPOVER);

  G_OBJECT_CLASS (mk_author_popover_parent_class)->dispose (object);
}

static void
mk_author_popover_class_init (MkAuthorPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = mk_author_popover_set_property;
  G_OBJECT_CLASS (klass)->dispose = mk_author_popover_dispose;

  /**
   * MkAuthorPopover:question:
   *
   * What it asks, as who hears it is told.
   */
  properties[PROP_QUESTION] =
      g_param_spec_string ("question", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  /**
   * MkAuthorPopover::chosen:
   * @self: the popover, closed
   * @name: who writes, known before or not
   *
   * A person chose.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               MK_APP_PATH "/ui/mk-author-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, MkAuthorPopover, names);
  gtk_widget_class_bind_template_child (widget_class, MkAuthorPopover, name);
  gtk_widget_class_bind_template_child (widget_class, MkAuthorPopover, add);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
mk_author_popover_init (MkAuthorPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  typed_cb (self);
}

static gboolean
shows (MkAuthorPopover   *self,
       const char *const *names)
{
  guint i = 0;

  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->names, (int) i)) != NULL;
       i++)
    if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))), names[i]) !=
        0)
      return FALSE;
  return names[i] == NULL;
}

/**
 * mk_author_popover_set_names:
 * @self: a popover
 * @names: (array zero-terminated=1): who may be chosen
 */
void
mk_author_popover_set_names (MkAuthorPopover   *self,
                             const char *const *names)
{
  g_return_if_fail (MK_IS_AUTHOR_POPOVER (self));

  /* Whoever is choosing keeps their place. */
  if (shows (self, names))
    return;
  gtk_list_box_remove_all (self->names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_list_box_append (self->names, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
    }
}
