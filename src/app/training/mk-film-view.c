/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training/mk-film-view.h"

#include "config.h"
#include "training/mk-film-words.h"
#include "widgets/mk-stage.h"

#include <glib/gi18n-lib.h>

/**
 * MkFilmView:
 *
 * A film with what it is steered by. It pauses when it is not seen any more, and keeps the window from
 * locking itself while it plays.
 *
 * ## Keyboard
 *
 * Space plays and pauses, Left and Right go ten seconds, Up and Down change the volume, M is silence,
 * and C is for captions. F11 shows the film over the whole screen, and so does a double click on it.
 */
struct _MkFilmView
{
  AdwBin parent_instance;

  GtkPicture      *picture;
  GtkLabel        *caption;
  GtkLabel        *note;
  GtkScale        *scale;
  GtkAdjustment   *way;
  GtkButton       *play;
  GtkLabel        *place;
  GtkDropDown     *speed;
  GtkToggleButton *captions;
  GtkMenuButton   *volume_button;
  GtkAdjustment   *volume;
  GtkButton       *screen_button;

  MkFilm *film;
  double  volume_before; /* it was silenced */
  guint   leaving; /* the pausing of one that nobody sees, or 0 */
};

#define STEP 10.0
#define VOLUME_STEP 0.1

G_DEFINE_FINAL_TYPE (MkFilmView, mk_film_view, ADW_TYPE_BIN)

static const struct
{
  double speed;
  const char *label;
} speeds[] = {
  { 0.75, N_ ("0.75 ×") },
  { 1, N_ ("Normal") },
  { 1.25, N_ ("1.25 ×") },
  { 1.5, N_ ("1.5 ×") },
};

#define NORMAL_SPEED 1

static const char *
volume_icon (double volume)
{
  if (volume < 0.01)
    return "audio-volume-muted-symbolic";
  if (volume < 0.34)
    return "audio-volume-low-symbolic";
  return volume < 0.67 ? "audio-volume-medium-symbolic" : "audio-volume-high-symbolic";
}

static void
refresh_place (MkFilmView *self)
{
  double place = mk_film_get_place (self->film);
  double length = mk_film_get_length (self->film);
  gint64 end = (gint64) (length + 0.5);
  gint64 whole = MIN ((gint64) place, end > 0 ? end : G_MAXINT64);
  g_autofree char *words = mk_film_words_place (whole, end);
  g_autofree char *read = mk_film_words_place_long (whole, end);

  gtk_widget_set_visible (GTK_WIDGET (self->scale), length > 0);
  gtk_adjustment_set_upper (self->way, length);
  gtk_adjustment_set_value (self->way, place);
  gtk_label_set_label (self->place, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, read,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  read, -1);
}

static void
refresh_words (MkFilmView *self)
{
  const char *caption = mk_film_get_caption (self->film);
  const char *note = mk_film_get_note (self->film);

  gtk_widget_set_visible (GTK_WIDGET (self->captions), mk_film_has_captions (self->film));
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption),
                          caption != NULL && gtk_toggle_button_get_active (self->captions));
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

static void
refresh (MkFilmView *self)
{
  gboolean is_playing = mk_film_is_playing (self->film);
  double volume = mk_film_get_volume (self->film);

  gtk_button_set_icon_name (self->play, is_playing ? "media-playback-pause-symbolic"
                                                   : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), is_playing ? _ ("Pause") : _ ("Play"));
  gtk_menu_button_set_icon_name (self->volume_button, volume_icon (volume));
  gtk_adjustment_set_value (self->volume, volume);
  refresh_place (self);
  refresh_words (self);
  if (is_playing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.stay", NULL);
}

/* Callbacks */

static void
refresh_cb (MkFilmView *self)
{
  if (self->film != NULL)
    refresh_words (self);
}

static gboolean
seek_cb (MkFilmView   *self,
         GtkScrollType scroll,
         double        value)
{
  mk_film_seek (self->film, CLAMP (value, 0, mk_film_get_length (self->film)));
  return TRUE;
}

static void
speed_cb (MkFilmView *self)
{
  guint selected = gtk_drop_down_get_selected (self->speed);
  g_autofree char *name = NULL;

  if (selected >= G_N_ELEMENTS (speeds))
    return;
  name = g_strdup_printf (_ ("Speed: %s"), _ (speeds[selected].label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (self->film != NULL)
    mk_film_set_speed (self->film, speeds[selected].speed);
}

static void
volume_cb (MkFilmView *self)
{
  if (self->film != NULL)
    mk_film_set_volume (self->film, gtk_adjustment_get_value (self->volume));
}

/* Who does not see the icon hears how loud it is. */
static void
tell_volume (MkFilmView *self)
{
  g_autofree char *words = g_strdup_printf (
      /* Translators: %d is per cent. */ _ ("Volume %d %%"),
      (int) (mk_film_get_volume (self->film) * 100 + 0.5));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MkFilm *film = MK_FILM_VIEW (widget)->film;

  if (mk_film_is_playing (film))
    mk_film_pause (film);
  else
    mk_film_play (film);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MkFilm *film = MK_FILM_VIEW (widget)->film;

  mk_film_seek (film, CLAMP (mk_film_get_place (film) + g_variant_get_double (parameter), 0,
                             mk_film_get_length (film)));
}

static void
louder_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  MkFilmView *self = MK_FILM_VIEW (widget);

  mk_film_set_volume (self->film,
                      mk_film_get_volume (self->film) + g_variant_get_double (parameter));
  tell_volume (self);
}

static void
silence_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  MkFilmView *self = MK_FILM_VIEW (widget);
  double volume = mk_film_get_volume (self->film);

  mk_film_set_volume (self->film, volume > 0 ? 0 : self->volume_before);
  if (volume > 0)
    self->volume_before = volume;
  tell_volume (self);
}

static void
captions_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  MkFilmView *self = MK_FILM_VIEW (widget);

  gtk_toggle_button_set_active (self->captions, !gtk_toggle_button_get_active (self->captions));
}

/* The whole screen */

static void
toggle_screen (MkFilmView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (mk_stage_is_alone (widget))
    mk_stage_leave (widget);
  else
    mk_stage_enter (widget);
}

static void
screen_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  toggle_screen (MK_FILM_VIEW (widget));
}

static void
pressed_cb (MkFilmView *self,
            int         n_press)
{
  if (n_press == 2)
    toggle_screen (self);
}

/* It stands on its page now, or alone on the screen. */
static void
moved_cb (MkFilmView *self)
{
  gboolean is_alone = mk_stage_is_alone (GTK_WIDGET (self));
  const char *name = is_alone ? _ ("Leave the full screen") : _ ("Full screen");

  if (self->screen_button == NULL)
    return;
  gtk_button_set_icon_name (self->screen_button,
                            is_alone ? "view-restore-symbolic" : "view-fullscreen-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->screen_button), name);
  if (is_alone)
    gtk_widget_add_css_class (GTK_WIDGET (self), "film-alone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "film-alone");
}

/* Wherever on its page the focus is. */
static gboolean
screen_key_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  gboolean is_seen = gtk_widget_get_mapped (widget);

  if (is_seen)
    toggle_screen (MK_FILM_VIEW (widget));
  return is_seen;
}

static void
add_screen_key (MkFilmView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F11, 0),
                        gtk_callback_action_new (screen_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* MkFilmView */

static void
leave_cb (gpointer user_data)
{
  MkFilmView *self = user_data;

  self->leaving = 0;
  if (self->film != NULL)
    mk_film_pause (self->film);
}

/* What only moves to the whole screen is seen again at once, and plays on. */
static void
mk_film_view_map (GtkWidget *widget)
{
  g_clear_handle_id (&MK_FILM_VIEW (widget)->leaving, g_source_remove);

  GTK_WIDGET_CLASS (mk_film_view_parent_class)->map (widget);
}

static void
mk_film_view_unmap (GtkWidget *widget)
{
  MkFilmView *self = MK_FILM_VIEW (widget);

  if (self->leaving == 0)
    self->leaving = g_idle_add_once (leave_cb, self);

  GTK_WIDGET_CLASS (mk_film_view_parent_class)->unmap (widget);
}

static void
mk_film_view_dispose (GObject *object)
{
  MkFilmView *self = MK_FILM_VIEW (object);

  g_clear_handle_id (&self->leaving, g_source_remove);
  if (self->film != NULL)
    mk_film_close (self->film);
  g_clear_object (&self->film);
  gtk_widget_dispose_template (GTK_WIDGET (self), MK_TYPE_FILM_VIEW);

  G_OBJECT_CLASS (mk_film_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, MK_APP_PATH "/ui/mk-film-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, picture);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, caption);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, note);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, scale);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, way);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, play);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, place);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, speed);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, captions);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, volume_button);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, volume);
  gtk_widget_class_bind_template_child (widget_class, MkFilmView, screen_button);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, seek_cb);
  gtk_widget_class_bind_template_callback (widget_class, speed_cb);
  gtk_widget_class_bind_template_callback (widget_class, volume_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "film.toggle", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "film.move", "d", move_cb);
  gtk_widget_class_install_action (widget_class, "film.louder", "d", louder_cb);
  gtk_widget_class_install_action (widget_class, "film.silence", NULL, silence_cb);
  gtk_widget_class_install_action (widget_class, "film.captions", NULL, captions_cb);
  gtk_widget_class_install_action (widget_class, "film.screen", NULL, screen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "film.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "film.move", "d", -STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "film.move", "d", STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, 0, "film.louder", "d",
                                       VOLUME_STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, 0, "film.louder", "d",
                                       -VOLUME_STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "film.silence", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "film.captions", NULL);
}

static void
mk_film_view_class_init (MkFilmViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mk_film_view_dispose;
  widget_class->map = mk_film_view_map;
  widget_class->unmap = mk_film_view_unmap;
  bind_template (widget_class);
  install_keys (widget_class);
}

static void
mk_film_view_init (MkFilmView *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->volume_before = 1;
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    gtk_string_list_append (labels, _ (speeds[i].label));
  gtk_drop_down_set_model (self->speed, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->speed, NORMAL_SPEED);
  /* GTK would call it by what is chosen alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->speed), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  add_screen_key (self);
  g_signal_connect (self, "notify::parent", G_CALLBACK (moved_cb), NULL);
  moved_cb (self);
}

/**
 * mk_film_view_new:
 * @film: a film, which is closed with the view
 * @title: what it is called
 *
 * Returns: (transfer floating): a view of it
 */
MkFilmView *
mk_film_view_new (MkFilm     *film,
                  const char *title)
{
  MkFilmView *self = g_object_new (MK_TYPE_FILM_VIEW, NULL);

  self->film = g_object_ref (film);
  gtk_picture_set_paintable (self->picture, mk_film_get_paintable (film));
  gtk_picture_set_alternative_text (self->picture, title);
  g_signal_connect_object (film, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * mk_film_view_get_film:
 * @self: a view
 *
 * Returns: (transfer none): what is shown
 */
MkFilm *
mk_film_view_get_film (MkFilmView *self)
{
  g_return_val_if_fail (MK_IS_FILM_VIEW (self), NULL);

  return self->film;
}
