/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Parties and their persons. The customer stands on top, suppliers below, partners last, until
 * somebody orders them otherwise. */

/* After the last party whose role comes before or is the same. */
static guint
place_for (GPtrArray *parties, LijnPartyRole role)
{
  guint place = 0;

  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (g_ptr_array_index (parties, i)) <= role)
      place = i + 1;

  return place;
}

LijnParty *
lijn_edit_add_party (LijnProject *project, LijnPartyRole role, const char *name, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Add party"), error);
  g_autofree char *clean = lijn_text_one_line (name);
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);
  double rank;

  if (edit == NULL || !lijn_verb_rank (edit, parties, place_for (parties, role), &rank, error))
    return NULL;

  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_PARTY,
                         LIJN_CELLS (LIJN_TEXT ("role", lijn_party_role_nicks[role]),
                                     LIJN_TEXT ("name", clean), LIJN_REAL ("rank", rank)),
                         error);
}

/* All flows between lanes lie differently on each map that @party has lanes on. */
static gboolean
follow_on_maps (LijnEdit *edit, LijnParty *party, GError **error)
{
  GPtrArray *lanes = lijn_project_referrers (edit->project, LIJN_TABLE_LANE, "party",
                                             LIJN_OBJECT (party));
  g_autoptr (GHashTable) maps = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer map;

  for (guint i = 0; i < lanes->len; i++)
    g_hash_table_add (maps, lijn_lane_get_map (g_ptr_array_index (lanes, i)));

  g_hash_table_iter_init (&iter, maps);
  while (g_hash_table_iter_next (&iter, &map, NULL))
    if (!lijn_follow_lanes (edit, map, 0, G_MAXINT, error))
      return FALSE;

  return TRUE;
}

gboolean
lijn_edit_move_party (LijnParty *party, LijnParty *before, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (party, _ ("Move party"), error);
  g_autoptr (GPtrArray) parties = NULL;
  double rank;

  if (edit == NULL)
    return FALSE;
  if (before == party)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  parties = lijn_project_list_parties (edit->project);

  return lijn_verb_rank_before (edit, parties, party, before, &rank, error) &&
         lijn_verb_update (edit, party, LIJN_CELLS (LIJN_REAL ("rank", rank)), error) &&
         lijn_verb_flush (edit, error) && follow_on_maps (edit, party, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

LijnPerson *
lijn_edit_add_person (LijnParty *party, const char *name, const char *function, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (party, _ ("Add person"), error);
  g_autofree char *clean = lijn_text_one_line (name);
  g_autofree char *does = lijn_text_one_line (function);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_PERSON,
      LIJN_CELLS (LIJN_TO ("party", party), LIJN_TEXT ("name", clean), LIJN_TEXT ("function", does),
                  LIJN_REAL ("rank", lijn_verb_last_rank (lijn_project_list (
                                         lijn_object_get_project (LIJN_OBJECT (party)),
                                         LIJN_TABLE_PERSON)))),
      error);
}
