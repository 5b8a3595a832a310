/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-application.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LIJN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_ ("Waslijn"));
  g_set_prgname (LIJN_APP_ID);

  g_autoptr (GApplication) application = G_APPLICATION (lijn_application_new ());

  return g_application_run (application, argc, argv);
}
