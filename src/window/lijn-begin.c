/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-begin.h"

#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

static LijnParty *
ensure_party (LijnProject *project, LijnPartyRole role, GError **error)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);

  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (g_ptr_array_index (parties, i)) == role)
      return g_ptr_array_index (parties, i);

  return lijn_edit_add_party (project, role, lijn_word_for_role (role), error);
}

static LijnMap *
ensure_map (LijnView *view, GError **error)
{
  LijnProject *project = lijn_view_get_project (view);
  LijnMap *map = lijn_view_get_map (view);
  const char *title = lijn_project_get_title (project);

  if (map != NULL)
    return map;

  return lijn_edit_add_map (project, LIJN_MAP_KIND_AS_IS,
                            title[0] != '\0' ? title : _ ("Our process"), error);
}

gboolean
lijn_begin_with_two_parties (LijnView *view, GError **error)
{
  LijnProject *project = lijn_view_get_project (view);
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Begin with two parties"), error);
  LijnParty *customer, *supplier;
  LijnMap *map;

  if (edit == NULL)
    return FALSE;
  if ((map = ensure_map (view, error)) == NULL ||
      (customer = ensure_party (project, LIJN_PARTY_ROLE_CUSTOMER, error)) == NULL ||
      (supplier = ensure_party (project, LIJN_PARTY_ROLE_SUPPLIER, error)) == NULL ||
      lijn_edit_add_lane (map, customer, _ ("Department"), NULL, error) == NULL ||
      lijn_edit_add_lane (map, supplier, _ ("Department"), NULL, error) == NULL)
    return FALSE;
  if (!lijn_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;

  lijn_view_set_map (view, map);

  return TRUE;
}
