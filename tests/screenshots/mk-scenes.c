/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-scenes.h"

#include "demo/mk-demo.h"
#include "mk-backup-scenes.h"
#include "mk-check-in-scenes.h"
#include "mk-exchange-scenes.h"
#include "mk-help-scenes.h"
#include "mk-hotline-scenes.h"
#include "mk-name-scenes.h"
#include "mk-placement-scenes.h"
#include "mk-post-scenes.h"
#include "mk-preferences-scenes.h"
#include "mk-start-scenes.h"
#include "mk-today-scenes.h"
#include "mk-training-scenes.h"
#include "shell/mk-settings.h"

static const MkScene scenes[] = {
  { "today", TRUE, NULL, NULL },
  { "today-rest", TRUE, NULL, mk_scene_today_rest },
  { "today-nobody", TRUE, NULL, mk_scene_today_nobody },
  { "today-trouble", TRUE, NULL, mk_scene_today_trouble },
  { "only", TRUE, NULL, mk_scene_only },
  { "saved", TRUE, NULL, mk_scene_saved },
  { "sidebar", TRUE, NULL, mk_scene_sidebar },
  { "names-today", TRUE, NULL, mk_scene_names_today },
  { "names-placement", TRUE, NULL, mk_scene_names_placement },
  { "names-check-in", TRUE, NULL, mk_scene_names_check_in },
  { "names-hotline", TRUE, NULL, mk_scene_names_hotline },
  { "placement", TRUE, NULL, mk_scene_placement },
  { "placement-log", TRUE, NULL, mk_scene_placement_log },
  { "placement-odd", TRUE, NULL, mk_scene_placement_odd },
  { "placement-phase", TRUE, NULL, mk_scene_placement_phase },
  { "placement-none", TRUE, NULL, mk_scene_placement_none },
  { "placement-empty", TRUE, NULL, mk_scene_placement_empty },
  { "placement-problem", TRUE, NULL, mk_scene_placement_problem },
  { "hotline", TRUE, NULL, mk_scene_hotline },
  { "hotline-closed", TRUE, NULL, mk_scene_hotline_closed },
  { "hotline-dialog", TRUE, NULL, mk_scene_hotline_dialog },
  { "first-numbers", FALSE, mk_scene_make_store, mk_scene_first_numbers },
  { "hotline-own", TRUE, NULL, mk_scene_hotline_own },
  { "hotline-old", TRUE, NULL, mk_scene_hotline_old },
  { "call", TRUE, NULL, mk_scene_call },
  { "call-no-answer", TRUE, NULL, mk_scene_call_no_answer },
  { "call-today", TRUE, NULL, mk_scene_call_today },
  { "call-log", TRUE, NULL, mk_scene_call_log },
  { "contact-note", TRUE, NULL, mk_scene_contact_note },
  { "own-contact", TRUE, NULL, mk_scene_own_contact },
  { "own-contact-hours", TRUE, NULL, mk_scene_own_contact_hours },
  { "hotline-empty", FALSE, mk_scene_make_store, mk_scene_hotline_empty },
  { "print", TRUE, NULL, mk_scene_print },
  { "wall-sheet", TRUE, NULL, mk_scene_wall_sheet },
  { "pocket-card", TRUE, NULL, mk_scene_pocket_card },
  { "notice", TRUE, NULL, mk_scene_notice },
  { "person", TRUE, NULL, mk_scene_person },
  { "qr", TRUE, NULL, mk_scene_qr },
  { "search", TRUE, NULL, mk_scene_search },
  { "search-found", TRUE, NULL, mk_scene_search_found },
  { "search-none", TRUE, NULL, mk_scene_search_none },
  { "check-in", TRUE, NULL, mk_scene_check_in },
  { "check-in-more", TRUE, NULL, mk_scene_check_in_more },
  { "check-in-team", TRUE, NULL, mk_scene_check_in_team },
  { "check-in-kept", TRUE, NULL, mk_scene_check_in_kept },
  { "check-in-impossible", TRUE, NULL, mk_scene_check_in_impossible },
  { "arrangement", TRUE, NULL, mk_scene_arrangement },
  { "name-here", TRUE, NULL, mk_scene_name_here },
  { "week", TRUE, NULL, mk_scene_week },
  { "check-in-absent", TRUE, NULL, mk_scene_check_in_absent },
  { "check-in-warnings", TRUE, NULL, mk_scene_check_in_warnings },
  { "punch-cards", TRUE, NULL, mk_scene_punch_cards },
  { "punch-cards-path", TRUE, NULL, mk_scene_punch_cards_path },
  { "punch-cards-none", TRUE, NULL, mk_scene_punch_cards_none },
  { "ask", TRUE, NULL, mk_scene_ask },
  { "ask-urgent", TRUE, NULL, mk_scene_ask_urgent },
  { "ask-expired", TRUE, NULL, mk_scene_ask_expired },
  { "ask-draft", TRUE, NULL, mk_scene_ask_draft },
  { "statement", TRUE, NULL, mk_scene_statement },
  { "statement-days", TRUE, NULL, mk_scene_statement_days },
  { "offer", TRUE, NULL, mk_scene_offer },
  { "choose", TRUE, NULL, mk_scene_choose },
  { "fetched", TRUE, NULL, mk_scene_fetched },
  { "question", TRUE, NULL, mk_scene_question },
  { "exchange", TRUE, NULL, mk_scene_exchange },
  { "exchange-sent", TRUE, NULL, mk_scene_exchange_sent },
  { "exchange-empty", TRUE, NULL, mk_scene_exchange_empty },
  { "exchange-preview", TRUE, NULL, mk_scene_exchange_preview },
  { "exchange-problem", TRUE, NULL, mk_scene_exchange_problem },
  { "exchange-many", TRUE, NULL, mk_scene_many },
  { "exchange-troubles", TRUE, NULL, mk_scene_troubles },
  { "exchange-progress", TRUE, NULL, mk_scene_progress },
  { "exchange-in-the-way", TRUE, NULL, mk_scene_in_the_way },
  { "exchange-entry", TRUE, NULL, mk_scene_entry },
  { "exchange-gone", TRUE, NULL, mk_scene_folder_gone },
  { "fetched-mixed", TRUE, NULL, mk_scene_fetched_mixed },
  { "question-removal", TRUE, NULL, mk_scene_removal },
  { "question-epoch", TRUE, NULL, mk_scene_epoch },
  { "question-anew", TRUE, NULL, mk_scene_begin_anew },
  { "question-seal", TRUE, NULL, mk_scene_missing_seal },
  { "question-again", TRUE, NULL, mk_scene_asked_again },
  { "training", TRUE, NULL, mk_scene_training },
  { "module", TRUE, NULL, mk_scene_module },
  { "module-2", TRUE, NULL, mk_scene_module_2 },
  { "module-3", TRUE, NULL, mk_scene_module_3 },
  { "module-4", TRUE, NULL, mk_scene_module_4 },
  { "module-5", TRUE, NULL, mk_scene_module_5 },
  { "module-6", TRUE, NULL, mk_scene_module_6 },
  { "module-7", TRUE, NULL, mk_scene_module_7 },
  { "module-8", TRUE, NULL, mk_scene_module_8 },
  { "quiz", TRUE, NULL, mk_scene_quiz },
  { "course-cards", TRUE, NULL, mk_scene_course_cards },
  { "course-sheet", TRUE, NULL, mk_scene_course_sheet },
  { "meetings", TRUE, NULL, mk_scene_meetings },
  { "meetings-none", TRUE, NULL, mk_scene_meetings_none },
  { "meeting", TRUE, NULL, mk_scene_meeting },
  { "meeting-held", TRUE, NULL, mk_scene_meeting_held },
  { "film", TRUE, NULL, mk_scene_film },
  { "film-alone", TRUE, NULL, mk_scene_film_alone },
  { "film-missing", TRUE, NULL, mk_scene_film_missing },
  { "film-playing", TRUE, NULL, mk_scene_film_playing },
  { "film-question", TRUE, NULL, mk_scene_film_question },
  { "lesson", TRUE, NULL, mk_scene_lesson },
  { "lesson-large", TRUE, NULL, mk_scene_lesson_large },
  { "material", TRUE, NULL, mk_scene_material },
  { "situations", TRUE, NULL, mk_scene_situations },
  { "situation", TRUE, NULL, mk_scene_situation },
  { "shortcuts", TRUE, NULL, mk_scene_shortcuts },
  { "help", TRUE, NULL, mk_scene_help },
  { "help-lesson", TRUE, NULL, mk_scene_help_lesson },
  { "first", FALSE, NULL, NULL },
  { "first-wrong", FALSE, NULL, mk_scene_first_wrong },
  { "first-leader", FALSE, NULL, mk_scene_first_leader },
  { "first-lock", FALSE, NULL, mk_scene_first_lock },
  { "first-lock-wrong", FALSE, NULL, mk_scene_first_lock_wrong },
  { "first-code", FALSE, NULL, mk_scene_first_code },
  { "first-look-around", FALSE, NULL, mk_scene_first_look_around },
  { "code-dialog", FALSE, mk_scene_make_store, mk_scene_code_dialog },
  { "first-package", FALSE, mk_scene_make_store, mk_scene_first_package },
  { "locked", FALSE, mk_scene_make_store, mk_scene_locked },
  { "unlock-keyring", FALSE, mk_scene_make_keyring_store, mk_scene_unlock_keyring },
  { "unlock-keyring-busy", FALSE, mk_scene_make_keyring_store, mk_scene_unlock_keyring_busy },
  { "unlock-keyring-lost", FALSE, mk_scene_make_keyring_store, mk_scene_unlock_keyring_lost },
  { "unlock", FALSE, mk_scene_make_store, NULL },
  { "unlock-wrong", FALSE, mk_scene_make_store, mk_scene_unlock_wrong },
  { "refused", FALSE, mk_scene_make_foreign, NULL },
  { "empty", FALSE, mk_scene_make_store, mk_scene_empty },
  { "preferences", FALSE, mk_scene_make_store, mk_scene_preferences },
  { "preferences-fault", FALSE, mk_scene_make_store, mk_scene_preferences_fault },
  { "preferences-lock", FALSE, mk_scene_make_store, mk_scene_preferences_lock },
  { "preferences-prompts", FALSE, mk_scene_make_store, mk_scene_preferences_prompts },
  { "preferences-exchange", FALSE, mk_scene_make_store, mk_scene_preferences_exchange },
  { "backup", FALSE, mk_scene_make_store, mk_scene_backup },
  { "backup-busy", FALSE, mk_scene_make_store, mk_scene_backup_busy },
  { "backup-away", FALSE, mk_scene_make_store, mk_scene_backup_away },
  { "backup-verified", FALSE, mk_scene_make_store, mk_scene_backup_verified },
  { "backup-foreign", FALSE, mk_scene_make_store, mk_scene_backup_foreign },
  { "restore-question", FALSE, mk_scene_make_store, mk_scene_restore_question },
  { "restore", FALSE, mk_scene_make_store, mk_scene_restore },
  { "restore-wrong", FALSE, mk_scene_make_store, mk_scene_restore_wrong },
  { "restore-done", FALSE, mk_scene_make_store, mk_scene_restore_done },
};

/**
 * mk_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (transfer none): what is pictured
 */
const MkScene *
mk_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}

/* A scene begins as if the program had never been used. */
static void
forget_settings (void)
{
  g_autoptr (GSettings) settings = mk_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (char **key = keys; *key != NULL; key++)
    g_settings_reset (settings, *key);
}

/**
 * mk_scene_run:
 * @scene: what is pictured
 * @func: what to do with the program's window, before anything of the scene is set up
 * @user_data: for @func
 *
 * Runs the program for a scene, at %MK_APP_TEST_NOW.
 */
void
mk_scene_run (const MkScene *scene,
              MkAppTestFunc  func,
              gpointer       user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-picture-XXXXXX", NULL);
  g_autofree char *option = g_strconcat ("--data-dir=", folder, NULL);
  const char *arguments[] = { "makker", scene->is_demo ? "--demo" : option,
                              "--now=" MK_APP_TEST_NOW, NULL };

  forget_settings ();
  if (scene->folder != NULL)
    scene->folder (folder);
  mk_app_test_run (arguments, func, user_data);
  mk_demo_remove (folder);
}

/**
 * mk_scene_set_up:
 * @scene: what is pictured
 * @window: the window it is run in
 * @width: of the window, in pixels
 * @height: the same
 *
 * Brings the window to what is shown, with no animation on the way and the
 * buttons of a GNOME desktop.
 */
void
mk_scene_set_up (const MkScene *scene,
                 MkWindow      *window,
                 int            width,
                 int            height)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                "gtk-decoration-layout", "appmenu:close", NULL);
  if (scene->is_demo)
    mk_app_test_wait_for_shell (window);
  mk_app_test_resize (window, width, height);
  if (scene->set_up != NULL)
    scene->set_up (window);
  mk_app_test_settle ();
  mk_app_test_settle ();
}
