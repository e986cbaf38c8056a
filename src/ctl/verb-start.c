/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-buddies.h"
#include "mk-format.h"

#include <glib/gi18n.h>

static void
report (MkCtl           *ctl,
        const MkStarted *started)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "partner", started->partner);
  json_builder_set_member_name (builder, "tildelinger");
  json_builder_begin_array (builder);
  for (guint i = 0; i < started->assignments->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (started->assignments, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (ctl->json)
    mk_ctl_print_json (builder);
  else
    g_print (_ ("Started. The next export writes the buddy's first package.\n"));
}

static const char *
judge (const char        *role,
       const char        *name,
       const char *const *placements)
{
  if (g_strcmp0 (role, "buddy") != 0)
    return _ ("--role is buddy");
  if (name == NULL || *name == '\0' || mk_format_has_control (name))
    return _ ("--name is needed and must not be empty");
  if (placements == NULL)
    return _ ("--placement is needed");
  for (guint i = 0; placements[i] != NULL; i++)
    if (mk_format_judge_uuid (placements[i]) != MK_FORMAT_GOOD)
      return _ ("--placement is no UUID in lower case");
  return NULL;
}

/* --placement ID ID … : what stands behind the options are placements too. */
static char **
all_placements (char **first,
                char **more)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (first != NULL)
    g_strv_builder_addv (builder, (const char **) first);
  g_strv_builder_addv (builder, (const char **) more);
  return first != NULL ? g_strv_builder_end (builder) : NULL;
}

/**
 * mk_ctl_start:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Starts a buddy's installation.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_start (MkCtl *ctl,
              int    argc,
              char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MkDatabase) database = NULL;
  g_autoptr (MkStarted) started = NULL;
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) placements = NULL;
  const char *fault;
  const GOptionEntry entries[] = {
    { "role", 0, 0, G_OPTION_ARG_STRING, &role, N_ ("buddy"), N_ ("ROLE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The person's name"), N_ ("NAME") },
    { "placement", 0, 0, G_OPTION_ARG_STRING_ARRAY, &first, N_ ("A placement to assign"), "ID" },
    G_OPTION_ENTRY_NULL,
  };

  if (!mk_ctl_parse (ctl, "[ID…]", entries, &argc, &argv))
    return MK_CTL_WRONG_USE;
  placements = all_placements (first, argv + 1);
  fault = judge (role, name, (const char *const *) placements);
  if (fault != NULL)
    return mk_ctl_wrong_use ("%s", fault);
  database = mk_ctl_open (ctl, &error);
  if (database != NULL)
    started = mk_buddy_start (database, name, (const char *const *) placements, &error);
  if (started == NULL)
    return mk_ctl_refuse (error);
  report (ctl, started);
  return MK_CTL_DONE;
}
