/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-locale.h"

#include <libintl.h>
#include <locale.h>

void
lijn_locale_init (void)
{
  const char *folder = g_getenv ("LIJN_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LIJN_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
