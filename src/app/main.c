/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mk-locale.h"
#include "shell/mk-application.h"

#include <gtk/gtk.h>

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MkApplication) application = NULL;

  mk_locale_init ();
  /* GTK would take the letters from the environment again. */
  gtk_disable_setlocale ();

  application = mk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
