/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/mk-hours-entry.h"

#include "config.h"
#include "mk-duration.h"

/* A press on a button, or an arrow key, in minutes. */
#define STEP 15

/**
 * MkHoursEntry:
 *
 * Asks for a part of a day: in steps, or typed in any of the ways that mk_duration_parse() reads.
 *
 * # Accessibility
 *
 * The entry in it bears the label of mk_hours_entry_set_label(); the buttons say what they do.
 */
struct _MkHoursEntry
{
  GtkBox parent_instance;

  GtkButton *less;
  GtkEntry  *entry;
  GtkButton *more;

  gint64   minutes;
  MkFormat fault;
  gboolean is_writing; /* the text itself, which is empty for a moment then */
};

G_DEFINE_FINAL_TYPE (MkHoursEntry, mk_hours_entry, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static MkFormat
read_typed (MkHoursEntry *self,
            gint64       *minutes)
{
  return mk_duration_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), minutes);
}

static void
update (MkHoursEntry *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->less), self->minutes > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), self->minutes < MK_DURATION_MAX);
  if (self->fault == MK_FORMAT_GOOD)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->fault == MK_FORMAT_GOOD ? GTK_ACCESSIBLE_INVALID_FALSE
                                                             : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
write_out (MkHoursEntry *self)
{
  g_autofree char *text = mk_duration_to_figures (self->minutes);

  self->is_writing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_writing = FALSE;
}

static void
step (MkHoursEntry *self,
      gint64        minutes)
{
  gint64 next = CLAMP (self->minutes + minutes, 0, MK_DURATION_MAX);

  if (next == self->minutes && self->fault == MK_FORMAT_GOOD)
    return;
  mk_hours_entry_set_minutes (self, next);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
less_cb (MkHoursEntry *self)
{
  step (self, -STEP);
}

static void
more_cb (MkHoursEntry *self)
{
  step (self, STEP);
}

static void
typed_cb (MkHoursEntry *self)
{
  gint64 minutes = self->minutes;
  MkFormat fault = read_typed (self, &minutes);

  if (self->is_writing || (fault == self->fault && minutes == self->minutes))
    return;
  self->fault = fault;
  self->minutes = minutes;
  update (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
settle_cb (MkHoursEntry *self)
{
  if (self->fault == MK_FORMAT_GOOD)
    write_out (self);
}

static gboolean
key_cb (MkHoursEntry   *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, STEP);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, -STEP);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
mk_hours_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MK_HOURS_ENTRY (widget)->entry));
}

static void
mk_hours_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MK_TYPE_HOURS_ENTRY);

  G_OBJECT_CLASS (mk_hours_entry_parent_class)->dispose (object);
}

static void
mk_hours_entry_class_init (MkHoursEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_hours_entry_dispose;
  widget_class->grab_focus = mk_hours_entry_grab_focus;

  /**
   * MkHoursEntry::edited:
   *
   * A person changed the minutes, or what was typed became readable or unreadable.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-hours-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, MkHoursEntry, less);
  gtk_widget_class_bind_template_child (widget_class, MkHoursEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, MkHoursEntry, more);
  gtk_widget_class_bind_template_callback (widget_class, less_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
mk_hours_entry_init (MkHoursEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  write_out (self);
  update (self);
}

/**
 * mk_hours_entry_set_minutes:
 * @self: an entry
 * @minutes: 0 to %MK_DURATION_MAX
 *
 * Shows these minutes. What a person is typing stays as it is where it means the same.
 */
void
mk_hours_entry_set_minutes (MkHoursEntry *self,
                            gint64        minutes)
{
  g_return_if_fail (MK_IS_HOURS_ENTRY (self));

  if (self->minutes == minutes && self->fault == MK_FORMAT_GOOD)
    return;
  self->minutes = minutes;
  self->fault = MK_FORMAT_GOOD;
  write_out (self);
  update (self);
}

/**
 * mk_hours_entry_get_minutes:
 * @self: an entry
 *
 * Returns: the minutes, those before what can't be read
 */
gint64
mk_hours_entry_get_minutes (MkHoursEntry *self)
{
  g_return_val_if_fail (MK_IS_HOURS_ENTRY (self), 0);

  return self->minutes;
}

/**
 * mk_hours_entry_get_fault:
 * @self: an entry
 *
 * Returns: what is wrong with what is typed: it can't be understood, or is more than a day
 */
MkFormat
mk_hours_entry_get_fault (MkHoursEntry *self)
{
  g_return_val_if_fail (MK_IS_HOURS_ENTRY (self), MK_FORMAT_GOOD);

  return self->fault;
}

/**
 * mk_hours_entry_set_label:
 * @self: an entry
 * @label: what it asks for
 *
 * Names the entry for those who do not see what stands beside it.
 */
void
mk_hours_entry_set_label (MkHoursEntry *self,
                          const char   *label)
{
  g_return_if_fail (MK_IS_HOURS_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}
