/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Maps. */

LijnMap *
lijn_edit_add_map (LijnProject *project, LijnMapKind kind, const char *title, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Add map"), error);
  g_autofree char *clean = lijn_text_one_line (title);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_MAP,
      LIJN_CELLS (
          LIJN_TEXT ("kind", lijn_map_kind_nicks[kind]), LIJN_TEXT ("title", clean),
          LIJN_REAL ("rank", lijn_verb_last_rank (lijn_project_list (project, LIJN_TABLE_MAP)))),
      error);
}
