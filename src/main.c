/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-application.h"
#include "lijn-locale.h"

#include <glib/gi18n.h>

int
main (int argc, char *argv[])
{
  lijn_locale_init ();
  g_set_application_name (_ ("Waslijn"));
  g_set_prgname (LIJN_APP_ID);

  g_autoptr (GApplication) application = G_APPLICATION (lijn_application_new ());

  return g_application_run (application, argc, argv);
}
