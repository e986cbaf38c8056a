/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-ctl.h"

#include "mk-format.h"
#include "mk-installation.h"
#include "mk-person-sheet.h"
#include "mk-person.h"

#include <glib/gi18n.h>
#include <string.h>

typedef GBytes *(*Form) (JsonNode             *person,
                         const MkInstallation *self);

static GBytes *
as_json (JsonNode             *person,
         const MkInstallation *self)
{
  char *text = json_to_string (person, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
as_pdf (JsonNode             *person,
        const MkInstallation *self)
{
  g_autoptr (MkPersonSheet) sheet = mk_person_sheet_new (person, self->company);

  return mk_paper_to_pdf (&mk_person_sheet_kind, sheet);
}

/* By the ending of the file; NULL for one that says nothing. */
static Form
form_of (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".json"))
    return as_json;
  return g_str_has_suffix (folded, ".pdf") ? as_pdf : NULL;
}

static void
print_written (MkCtl      *ctl,
               const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    {
      g_print (_ ("All that is kept about the person is in %s\n"), path);
      return;
    }
  json_builder_begin_object (builder);
  mk_ctl_add_member (builder, "fil", path);
  json_builder_end_object (builder);
  mk_ctl_print_json (builder);
}

static GBytes *
read_person (MkCtl      *ctl,
             const char *placement,
             Form        form,
             GError    **error)
{
  g_autoptr (MkDatabase) database = mk_ctl_open (ctl, error);
  g_autoptr (MkInstallation) self = NULL;
  g_autoptr (JsonNode) person = NULL;

  if (database == NULL)
    return NULL;
  self = mk_installation_get (database, error);
  person = self != NULL ? mk_person_read (database, placement, error) : NULL;
  return person != NULL ? form (person, self) : NULL;
}

/**
 * mk_ctl_person:
 * @ctl: what all verbs share
 * @argc: how many arguments
 * @argv: the arguments
 *
 * Writes everything about one person into a new file, as PDF or JSON by its ending.
 *
 * Returns: exit status
 */
MkCtlExit
mk_ctl_person (MkCtl *ctl,
               int    argc,
               char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Form form;

  if (!mk_ctl_parse (ctl, "PLACEMENT FILE", NULL, &argc, &argv))
    return MK_CTL_WRONG_USE;
  if (argc != 3)
    return mk_ctl_wrong_use (_ ("person needs a placement and a file"));
  if (mk_format_judge_uuid (argv[1]) != MK_FORMAT_GOOD)
    return mk_ctl_wrong_use (_ ("the id is no UUID in lower case"));
  form = form_of (argv[2]);
  if (form == NULL)
    return mk_ctl_wrong_use (_ ("the file ends neither in .pdf nor in .json"));
  bytes = read_person (ctl, argv[1], form, &error);
  if (bytes == NULL || !mk_ctl_write_new (argv[2], bytes, &error))
    return mk_ctl_refuse (error);
  print_written (ctl, argv[2]);
  return MK_CTL_DONE;
}
