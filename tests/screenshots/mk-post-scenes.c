/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-post-scenes.h"

#include "demo/mk-demo.h"
#include "exchange/mk-exchange-page.h"
#include "exchange/mk-fetch-flow.h"
#include "exchange/mk-send-flow.h"
#include "mk-app-test.h"
#include "mk-authority.h"
#include "mk-export.h"
#include "mk-identity.h"
#include "mk-pins.h"
#include "mk-scene-steps.h"

#include <string.h>

/* What the other end sent and answered. */

static GtkWidget *
show_page (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-exchange", NULL);
  mk_app_test_settle ();
  return mk_app_test_find (GTK_WIDGET (window), MK_TYPE_EXCHANGE_PAGE);
}

static MkWorkplace *
workplace_of (MkWindow *window)
{
  return mk_shell_get_workplace (mk_window_get_shell (window));
}

static char *
write_broken (void)
{
  char *path = g_build_filename (g_get_tmp_dir (), "ferieplan.json", NULL);

  g_assert_true (g_file_set_contents (path, "{ \"uge\": 29 ", -1, NULL));
  return path;
}

static void
fetch (MkWindow   *window,
       const char *file)
{
  mk_fetch_flow_take (GTK_WIDGET (mk_window_get_shell (window)), workplace_of (window),
                      (const char *[]) { file, NULL });
  mk_app_test_wait_for_dialog (window);
}

static void
fetch_and_close (MkWindow   *window,
                 const char *file)
{
  fetch (window, file);
  mk_scene_close_dialog (window);
}

static void
save_check_in (MkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.check-in", "(ss)", MK_DEMO_MIA,
                              MK_ATTENDANCE_MET);
  gtk_widget_activate_action (GTK_WIDGET (mk_app_test_wait_for_dialog (window)), "form.save", NULL);
  mk_app_test_wait_for_no_dialog (window);
}

/* Sends all that is ready; returns the path of the newest file. */
static char *
send_to (MkWindow   *window,
         const char *folder)
{
  g_autoptr (GDir) listing = NULL;
  g_autofree char *newest = NULL;
  const char *name;

  mk_send_flow_to (show_page (window), workplace_of (window), folder, NULL, 0);
  mk_app_test_wait_for_dialog (window);
  mk_scene_close_dialog (window);
  listing = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (listing)) != NULL)
    if (newest == NULL || strcmp (name, newest) > 0)
      g_set_str (&newest, name);
  return g_build_filename (folder, newest, NULL);
}

static void
answer_to (MkWindow    *window,
           MkAuthority *authority,
           const char  *file,
           const char  *rest)
{
  g_autofree char *receipt = mk_authority_receipt (file, rest);
  g_autofree char *path = mk_authority_write (authority, 1, receipt);

  fetch_and_close (window, path);
}

/* The id of the first entry of a package, in the words of a receipt that refuses it. */
static char *
refuse_first (const char *file)
{
  g_autofree char *text = NULL;
  const char *id;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  id = strstr (text, "\"type\":\"checkin\",\"id\":\"");
  g_assert_nonnull (id);
  return g_strdup_printf ("\"delvist\",\"poster\":[{\"id\":\"%.36s\",\"revision\":1,"
                          "\"kode\":\"vaerdi\",\"grund\":\"Timerne er flere, end planen "
                          "giver plads til.\"}]",
                          id + strlen ("\"type\":\"checkin\",\"id\":\""));
}

static gpointer
pack_func (MkDatabase   *database,
           gpointer      data,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GPtrArray) exported = mk_export (database, "/nowhere/at/all", NULL, 0, NULL);

  return GINT_TO_POINTER (exported == NULL);
}

/* Some of everything that goes well: received, sent, and ready. */
void
mk_scene_many (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *first = send_to (window, folder);
  g_autofree char *second = NULL;

  answer_to (window, authority, first, "\"modtaget\"");
  save_check_in (window);
  second = send_to (window, folder);
  answer_to (window, authority, second, "\"modtaget\"");
  for (guint i = 0; i < 3; i++)
    {
      save_check_in (window);
      g_free (send_to (window, folder));
    }
  save_check_in (window);
  show_page (window);
  mk_demo_remove (folder);
}

/* Everything that can be wrong at once. */
void
mk_scene_troubles (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autofree char *broken = write_broken ();
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autoptr (MkAuthority) stranger = mk_authority_new_unknown ();
  g_autofree char *first = send_to (window, folder);
  g_autofree char *partly = refuse_first (first);
  g_autofree char *second = NULL;
  g_autofree char *unknown = mk_authority_write (stranger, 0, "");
  g_autofree char *missing = NULL;
  g_autofree char *later = NULL;

  answer_to (window, authority, first, partly);
  save_check_in (window);
  second = send_to (window, folder);
  answer_to (window, authority, second,
             "\"afvist\",\"kode\":\"version\",\"grund\":\"Pakken er lavet til en nyere "
             "udgave.\"");
  fetch_and_close (window, broken);
  fetch (window, unknown);
  mk_scene_close_dialog (window);
  mk_app_test_wait_for_dialog (window);
  mk_scene_close_dialog (window);
  missing = mk_authority_write (authority, 0, "");
  later = mk_authority_write (authority, 0, "");
  fetch_and_close (window, later);
  save_check_in (window);
  mk_app_test_on_store (window, pack_func, NULL);
  mk_workplace_refresh (workplace_of (window));
  show_page (window);
  mk_app_test_settle ();
  mk_demo_remove (folder);
}

/* A check-in that the other end could not take, where it stands. */
void
mk_scene_entry (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *file = send_to (window, folder);
  g_autofree char *partly = refuse_first (file);

  answer_to (window, authority, file, partly);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-placement", "s", MK_DEMO_MIA);
  mk_app_test_settle ();
  mk_app_test_settle ();
  mk_demo_remove (folder);
}

void
mk_scene_removal (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *contacts = mk_authority_contacts (6, 1, FALSE);
  g_autofree char *removals = mk_authority_contacts (6, 2, TRUE);
  g_autofree char *two = mk_authority_write (authority, 6, contacts);
  g_autofree char *three = mk_authority_write (authority, 6, removals);

  fetch_and_close (window, two);
  fetch (window, three);
}

void
mk_scene_epoch (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *path = NULL;

  mk_authority_begin_anew (authority);
  path = mk_authority_write (authority, 0, "");
  fetch (window, path);
}

/* A package was refused for its epoch, and what to begin anew means. */
void
mk_scene_begin_anew (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *file = send_to (window, folder);

  answer_to (window, authority, file,
             "\"afvist\",\"kode\":\"epoke\",\"grund\":\"Pakken hører til en rækkefølge, der er "
             "erstattet.\"");
  gtk_widget_activate_action (show_page (window), "exchange.begin-anew", "(ss)", MK_AUTHORITY_KNOWN,
                              "Jobcenter Eksempelby");
  mk_app_test_wait_for_dialog (window);
  mk_demo_remove (folder);
}

static gpointer
pin_func (MkDatabase   *database,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (MkIdentity) identity = mk_identity_get (database, error);

  return identity != NULL ? mk_pin_put (database, data, identity->certificate, error) : NULL;
}

/* A plain package from somebody whose certificate is trusted here. */
void
mk_scene_missing_seal (MkWindow *window)
{
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *path = mk_authority_write (authority, 0, "");

  g_free (mk_app_test_on_store (window, pin_func, (gpointer) MK_AUTHORITY_KNOWN));
  fetch (window, path);
}

/* Asked about once more, from the page. */
void
mk_scene_asked_again (MkWindow *window)
{
  g_autoptr (MkAuthority) stranger = mk_authority_new_unknown ();
  g_autofree char *path = mk_authority_write (stranger, 0, "");
  g_autofree char *text = NULL;
  g_autofree char *sha256 = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  fetch (window, path);
  mk_scene_close_dialog (window);
  mk_app_test_wait_for_dialog (window);
  mk_scene_close_dialog (window);
  show_page (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.answer-package", "s", sha256);
  mk_app_test_wait_for_dialog (window);
}

static gboolean
has_work (gpointer works)
{
  return g_list_model_get_n_items (works) > 0;
}

void
mk_scene_progress (MkWindow *window)
{
  GListStore *works = mk_workplace_get_works (workplace_of (window));
  MkWork *work = mk_work_begin (works, "Henter 12 af 340…", TRUE);

  show_page (window);
  mk_app_test_wait (has_work, works);
  mk_work_tell (work, "Henter 12 af 340…", 12 / 340.0);
  g_object_unref (work);
}

/* Taken, partly taken, of an unknown kind, before its turn, and none at all. */
void
mk_scene_fetched_mixed (MkWindow *window)
{
  g_autofree char *broken = write_broken ();
  g_autoptr (MkAuthority) authority = mk_authority_new (window);
  g_autofree char *contacts = mk_authority_contacts (2, 1, FALSE);
  g_autofree char *two = mk_authority_write (authority, 2, contacts);
  g_autofree char *three = mk_authority_write (
      authority, 2,
      "{\"type\":\"nytSlags\",\"id\":\"bbbbbbbb-0000-4000-8000-000000000001\",\"revision\":1,"
      "\"handling\":\"gem\",\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{}},"
      "{\"type\":\"kontakt\",\"id\":\"bbbbbbbb-0000-4000-8000-000000000002\",\"revision\":1,"
      "\"handling\":\"gem\",\"aendret\":\"2026-12-03T09:00:00+01:00\",\"data\":{}}");
  g_autofree char *four = mk_authority_write (authority, 0, "");
  g_autofree char *five = mk_authority_write (authority, 0, "");
  MkShell *shell = mk_window_get_shell (window);

  mk_fetch_flow_take (GTK_WIDGET (shell), mk_shell_get_workplace (shell),
                      (const char *[]) { two, three, five, broken, NULL });
  mk_app_test_wait_for_dialog (window);
  mk_app_test_settle ();
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (mk_app_test_find (GTK_WIDGET (mk_app_test_wait_for_dialog (window)),
                                          ADW_TYPE_EXPANDER_ROW)),
      TRUE);
}

/* Somebody else's file has the name. */
void
mk_scene_in_the_way (MkWindow *window)
{
  g_autofree char *folder = g_dir_make_tmp ("makker-sent-XXXXXX", NULL);
  g_autofree char *path = send_to (window, folder);

  g_assert_true (g_file_set_contents (path, "en andens", -1, NULL));
  mk_send_flow_to (show_page (window), workplace_of (window), folder, NULL, 0);
  mk_app_test_wait_for_dialog (window);
  mk_demo_remove (folder);
}

void
mk_scene_folder_gone (MkWindow *window)
{
  mk_send_flow_to (show_page (window), workplace_of (window), "/nowhere/at/all", NULL, 0);
  mk_app_test_wait_for_dialog (window);
}
