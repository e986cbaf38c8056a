/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-app-test.h"
#include "mk-scenes.h"

/* Everything that is pictured, looked at by rules: every control has a name, an icon alone a
 * tooltip, a row is one sentence, no letter leads to two places, no word is cut, nothing is too
 * small to be hit, and it all fits a narrow window, with text of double size too. */

#define WIDTH 360
#define HEIGHT 640
#define USUAL_DPI (96 * 1024)
#define SMALLEST_TARGET 24
#define MAIN_TARGET 44

/* Looking */

typedef void (*LookFunc) (GtkWidget *widget,
                          gpointer   user_data);

/* At all that is shown, what is behind a dialog left out. */
static void
look_at (GtkWidget *widget,
         LookFunc   func,
         gpointer   user_data)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  func (widget, user_data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child, func, user_data);
}

static GtkWidget *
shown_in (MkWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return dialog != NULL ? GTK_WIDGET (dialog)
                        : adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
}

/* The first text that stands in it. */
static const char *
text_in (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = text_in (child);

      if (text != NULL)
        return text;
    }
  return NULL;
}

/* Where a widget stands, for whoever mends it. */
static char *
place_of (GtkWidget *widget)
{
  g_autoptr (GString) place = g_string_new (NULL);
  const char *text = text_in (widget);

  for (GtkWidget *w = widget; w != NULL && !GTK_IS_ROOT (w); w = gtk_widget_get_parent (w))
    if (w == widget || g_str_has_prefix (G_OBJECT_TYPE_NAME (w), "Mk"))
      g_string_append_printf (place, "%s%s", w == widget ? "" : " in ", G_OBJECT_TYPE_NAME (w));
  if (text != NULL)
    g_string_append_printf (place, " “%s”", text);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static void
fault (GtkWidget  *widget,
       const char *what)
{
  g_autofree char *place = place_of (widget);

  g_test_message ("%s: %s", what, place);
  g_test_fail_printf ("%s: %s", what, place);
}

/* Names */

static gboolean
is_named_itself (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
         gtk_widget_get_tooltip_text (widget) != NULL ||
         (!GTK_IS_EDITABLE (widget) && text_in (widget) != NULL) || ADW_IS_ENTRY_ROW (widget);
}

/* What takes the keys may stand inside of what is named. */
static gboolean
is_part_of_a_control (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || (GTK_IS_TOGGLE_BUTTON (widget) &&
                                  (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)));
}

static gboolean
is_named (GtkWidget *widget)
{
  if (is_named_itself (widget))
    return TRUE;
  if (!is_part_of_a_control (widget))
    return FALSE;
  /* What is typed, or stands there until then, is no name. */
  for (GtkWidget *w = gtk_widget_get_parent (widget); w != NULL; w = gtk_widget_get_parent (w))
    if (GTK_IS_EDITABLE (w) || GTK_IS_MENU_BUTTON (w) || GTK_IS_DROP_DOWN (w))
      return is_named_itself (w);
  return FALSE;
}

/* What libadwaita takes the focus with for a whole dialog is no control. */
static gboolean
is_control (GtkWidget *widget)
{
  return !g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") &&
         gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) &&
         !GTK_IS_LABEL (widget) && !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_STACK (widget) &&
         !ADW_IS_DIALOG (widget) && !GTK_IS_VIEWPORT (widget);
}

/* What libadwaita closes a dialog with, which has a name and no tooltip. */
static gboolean
closes_window (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    if (g_str_has_suffix (G_OBJECT_TYPE_NAME (w), "Controls"))
      return TRUE;
  return FALSE;
}

static void
look_at_name (GtkWidget *widget,
              gpointer   user_data)
{
  if (is_control (widget) && !is_named (widget))
    fault (widget, "has no name");
  if (GTK_IS_BUTTON (widget) && text_in (widget) == NULL && !is_part_of_a_control (widget) &&
      !gtk_widget_get_has_tooltip (widget) && !closes_window (widget))
    fault (widget, "is an icon without a tooltip");
}

/* Letters */

static void
look_at_letter (GtkWidget *widget,
                gpointer   letters)
{
  guint letter;
  const char *text;

  if (!GTK_IS_LABEL (widget) || !gtk_widget_is_sensitive (widget))
    return;
  letter = gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)));
  if (letter == gdk_keyval_to_lower (GDK_KEY_VoidSymbol))
    return;
  text = gtk_label_get_text (GTK_LABEL (widget));
  /* What stands in each card or row of a list has one letter, which goes from one to the next. */
  if (g_str_equal (text, g_hash_table_lookup (letters, GUINT_TO_POINTER (letter)) ?: text))
    g_hash_table_insert (letters, GUINT_TO_POINTER (letter), (gpointer) text);
  else
    fault (widget, "shares its letter");
}

/* Rows */

/* What is read where the keys are, not with its row. */
static gboolean
is_read_by_itself (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_PROGRESS_BAR (widget) || is_control (widget);
}

/* A row that is a control has the name of that, and so has what a control shows as chosen. */
static gboolean
is_row (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL ||
      gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL || ADW_IS_ENTRY_ROW (widget) ||
      ADW_IS_SWITCH_ROW (widget) || ADW_IS_SPIN_ROW (widget) || ADW_IS_BUTTON_ROW (widget))
    return FALSE;
  return gtk_widget_get_focusable (widget) &&
         (GTK_IS_LIST_BOX_ROW (widget) ||
          g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"));
}

/* The first line of text in a row that is not part of its @sentence. */
static char *
unsaid_in (GtkWidget  *row,
           const char *sentence)
{
  if (!gtk_widget_get_mapped (row) || !gtk_widget_get_child_visible (row) || ADW_IS_AVATAR (row))
    return NULL;
  if (GTK_IS_LABEL (row))
    {
      g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (GTK_LABEL (row)), "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        if (strstr (sentence, *line) == NULL)
          return g_strdup (*line);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      char *unsaid = is_read_by_itself (child) ? NULL : unsaid_in (child, sentence);

      if (unsaid != NULL)
        return unsaid;
    }
  return NULL;
}

/* A row of libadwaita has its title as its name, and its subtitle as what describes it. */
static gboolean
is_told_by_libadwaita (GtkWidget *row)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (row);
  const char *subtitle =
      ADW_IS_ACTION_ROW (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;

  return gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
         (subtitle == NULL || *subtitle == '\0' ||
          gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
}

/* Whoever hears a row hears all that stands in it, at once. */
static void
look_at_row (GtkWidget *widget,
             gpointer   user_data)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *sentence = NULL;
  g_autofree char *unsaid = NULL;

  if (!is_row (widget) || is_told_by_libadwaita (widget))
    return;
  /* What differs from nothing is told as it is. */
  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    sentence = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  unsaid = unsaid_in (widget, sentence != NULL ? sentence : "");
  if (unsaid == NULL)
    return;
  if (sentence == NULL)
    fault (widget, "is a row without a sentence");
  else
    {
      g_autofree char *what = g_strdup_printf ("does not say “%s”", unsaid);

      fault (widget, what);
    }
}

/* Room */

/* Of what somebody wrote at length a list shows the first lines; the whole is one press away. Nothing
 * more is to be had of a banner. */
static gboolean
is_extract (GtkWidget *label)
{
  return gtk_label_get_lines (GTK_LABEL (label)) > 1 &&
         gtk_widget_get_ancestor (label, ADW_TYPE_BANNER) == NULL;
}

static gboolean
is_cut (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && !is_extract (widget) &&
         pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* What a page or a dialog is for: the large buttons of a day, and whatever saves. */
static float
least_target (GtkWidget *button)
{
  return gtk_widget_has_css_class (button, "suggested-action") ||
                 gtk_widget_has_css_class (button, "large")
             ? MAIN_TARGET
             : SMALLEST_TARGET;
}

static void
look_at_room (GtkWidget *widget,
              gpointer   user_data)
{
  graphene_rect_t bounds;

  if (is_cut (widget))
    fault (widget, "is cut");
  if (GTK_IS_BUTTON (widget) && gtk_widget_compute_bounds (widget, widget, &bounds) &&
      (bounds.size.width < least_target (widget) || bounds.size.height < least_target (widget)))
    fault (widget, "is too small to be hit");
}

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Of what does not fit, the innermost. */
static void
look_at_width (GtkWidget *widget,
               gpointer   user_data)
{
  if (least_width (widget) <= WIDTH)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && least_width (child) > WIDTH)
      return;
  fault (widget, "is wider than the window");
}

static gboolean
is_in_toast (GtkWidget *widget)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    if (g_str_equal (G_OBJECT_TYPE_NAME (w), "AdwToastWidget"))
      return TRUE;
  return FALSE;
}

/* With large text all can still be read, but for a toast, which has one line. */
static void
look_at_words (GtkWidget *widget,
               gpointer   user_data)
{
  if (is_cut (widget) && !is_in_toast (widget))
    fault (widget, "is cut");
}

/* One scene */

static void
look (MkWindow *window,
      gpointer  scene)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  GtkWidget *shown;

  mk_scene_set_up (scene, window, WIDTH, HEIGHT);
  shown = shown_in (window);
  look_at (shown, look_at_name, NULL);
  look_at (shown, look_at_letter, letters);
  look_at (shown, look_at_row, NULL);
  look_at (shown, look_at_room, NULL);
}

/* Adwaita measures the buttons of its own alerts for less than they need before it puts them below
 * each other, and GTK warns of that, which is no fault here. */
static void
run (const MkScene *scene,
     MkAppTestFunc  func)
{
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  mk_scene_run (scene, func, (gpointer) scene);
  g_log_set_always_fatal (fatal);
}

static void
test_scene (gconstpointer scene)
{
  run (scene, look);
}

static void
look_large (MkWindow *window,
            gpointer  scene)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * USUAL_DPI, NULL);
  mk_scene_set_up (scene, window, WIDTH, HEIGHT);
  look_at (shown_in (window), look_at_width, NULL);
  look_at (shown_in (window), look_at_words, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
}

static void
test_scene_large (gconstpointer scene)
{
  run (scene, look_large);
}

int
main (int   argc,
      char *argv[])
{
  guint n_scenes;
  const MkScene *scenes = mk_scenes_get (&n_scenes);

  mk_app_test_init (&argc, &argv);
  for (guint i = 0; i < n_scenes; i++)
    {
      g_autofree char *path = g_strconcat ("/accessible/", scenes[i].name, NULL);
      g_autofree char *large = g_strconcat ("/large/", scenes[i].name, NULL);

      g_test_add_data_func (path, &scenes[i], test_scene);
      g_test_add_data_func (large, &scenes[i], test_scene_large);
    }
  return g_test_run ();
}
