/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-name-scenes.h"

#include "check-in/mk-check-in-saving.h"
#include "demo/mk-demo.h"
#include "mk-app-test.h"
#include "mk-check-in-scenes.h"
#include "mk-clock.h"
#include "mk-hotline-scenes.h"
#include "mk-own-records.h"
#include "mk-placement-scenes.h"
#include "records/mk-assignment.h"
#include "records/mk-name-here.h"
#include "records/mk-own-contact.h"

/* People whose names are read from right to left, or have signs that few have, in Danish sentences. */

#define CANDIDATE "مريم"
#define BUDDY "נועה לוי"
#define LEADER "سامر Østergård 🌱"
#define COLLEAGUE "Zoë Ångstro\u0308m"
#define CONTACT "الحارس"
#define PLACE "شركة النور"

static void
save (MkDatabase         *database,
      const MkRecordType *type,
      gconstpointer       content,
      GError            **error)
{
  g_autoptr (MkSaved) saved = mk_own_record_save (database, type, NULL, content, error);

  g_assert_nonnull (saved);
}

static void
assign (MkDatabase *database,
        const char *name,
        const char *role,
        GError    **error)
{
  MkAssignmentData data = { .placement_id = (char *) MK_DEMO_MIA,
                            .name = (char *) name,
                            .role = (char *) role,
                            .from_date = (char *) "2026-10-01" };

  save (database, &mk_assignment_type, &data, error);
}

static gpointer
save_names (MkDatabase   *database,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  g_autofree char *now = mk_clock_text ();
  g_autoptr (GPtrArray) no_hours = g_ptr_array_new ();
  MkNameHereData here = { (char *) MK_DEMO_MIA, (char *) CANDIDATE };
  MkOwnContactData contact = { .name = (char *) CONTACT,
                               .function = (char *) PLACE,
                               .telephone = (char *) "70101095",
                               .priority = 1,
                               .opening_hours = no_hours,
                               .placement_id = (char *) MK_DEMO_MIA,
                               .confirmed_date = (char *) "2026-12-01" };
  g_autoptr (MkCheckInDraft) draft = mk_check_in_draft_new (MK_DEMO_MIA, BUDDY, now, NULL);
  g_autoptr (MkSaved) saved = NULL;

  save (database, &mk_name_here_type, &here, error);
  save (database, &mk_own_contact_type, &contact, error);
  assign (database, BUDDY, "buddy", error);
  assign (database, COLLEAGUE, "buddy", error);
  assign (database, LEADER, "leder", error);
  g_set_str (&draft->data->attendance, MK_ATTENDANCE_MET);
  g_set_str (&draft->data->small_win, "Talte med alle på holdet");
  saved = mk_check_in_save (database, draft, error);
  g_assert_nonnull (saved);
  return GINT_TO_POINTER (TRUE);
}

static void
write_names (MkWindow *window)
{
  mk_app_test_on_store (window, save_names, NULL);
  mk_workplace_refresh (mk_shell_get_workplace (mk_window_get_shell (window)));
  for (int i = 0; i < 5; i++)
    mk_app_test_settle ();
}

void
mk_scene_names_today (MkWindow *window)
{
  write_names (window);
}

void
mk_scene_names_placement (MkWindow *window)
{
  write_names (window);
  mk_scene_placement (window);
}

/* The words before an absence, which name the most. */
void
mk_scene_names_check_in (MkWindow *window)
{
  write_names (window);
  mk_scene_check_in_absent (window);
}

void
mk_scene_names_hotline (MkWindow *window)
{
  write_names (window);
  mk_scene_hotline (window);
}
