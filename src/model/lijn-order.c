/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which party stands above which, and how its lanes follow. */

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  LijnParty *one = *(LijnParty *const *) a;
  LijnParty *other = *(LijnParty *const *) b;
  double x = lijn_party_get_rank (one);
  double y = lijn_party_get_rank (other);
  int by_role;

  if (x < y || x > y)
    return x < y ? -1 : 1;
  by_role = (int) lijn_party_get_role (one) - (int) lijn_party_get_role (other);
  if (by_role != 0)
    return by_role;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  LijnLane *one = *(LijnLane *const *) a;
  LijnLane *other = *(LijnLane *const *) b;
  LijnParty *party = lijn_lane_get_party (one);
  LijnParty *other_party = lijn_lane_get_party (other);
  double x = lijn_lane_get_rank (one);
  double y = lijn_lane_get_rank (other);

  if (party != other_party && party != NULL && other_party != NULL)
    return compare_parties (&party, &other_party);
  if (x < y || x > y)
    return x < y ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

GPtrArray *
lijn_project_list_parties (LijnProject *self)
{
  GListModel *list = lijn_project_list (self, LIJN_TABLE_PARTY);
  GPtrArray *parties = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnParty) party = g_list_model_get_item (list, i);

      g_ptr_array_add (parties, party);
    }
  g_ptr_array_sort (parties, compare_parties);
  return parties;
}

GPtrArray *
lijn_map_list_lanes (LijnMap *map)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  GPtrArray *lanes = g_ptr_array_new ();

  if (project != NULL)
    g_ptr_array_extend (lanes,
                        lijn_project_referrers (project, LIJN_TABLE_LANE, "map", LIJN_OBJECT (map)),
                        NULL, NULL);
  g_ptr_array_sort (lanes, compare_lanes);
  return lanes;
}

GPtrArray *
lijn_map_list_parties (LijnMap *map)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);
  GPtrArray *parties = g_ptr_array_new ();

  for (guint i = 0; i < lanes->len; i++)
    {
      LijnParty *party = lijn_lane_get_party (lanes->pdata[i]);

      if (party != NULL && (parties->len == 0 || parties->pdata[parties->len - 1] != party))
        g_ptr_array_add (parties, party);
    }
  return parties;
}

/* Counts the parties of the same role, and gives the place of @self among them. */
static guint
count_same_role (LijnParty *self, guint *place)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (self));
  g_autoptr (GPtrArray) parties = NULL;
  guint n = 0;

  *place = 0;
  if (project == NULL)
    return 1;

  parties = lijn_project_list_parties (project);
  for (guint i = 0; i < parties->len; i++)
    {
      if (lijn_party_get_role (parties->pdata[i]) != lijn_party_get_role (self))
        continue;
      if (parties->pdata[i] == self)
        *place = n;
      n++;
    }
  return n;
}

guint
lijn_party_get_place (LijnParty *self)
{
  guint place;

  count_same_role (self, &place);
  return place;
}

static const char *
letter_of_role (LijnPartyRole role)
{
  switch (role)
    {
    case LIJN_PARTY_ROLE_CUSTOMER:
      return C_ ("the letter that stands for the customer", "C");
    case LIJN_PARTY_ROLE_SUPPLIER:
      return C_ ("the letter that stands for the supplier", "S");
    case LIJN_PARTY_ROLE_PARTNER:
    default:
      return C_ ("the letter that stands for a partner", "P");
    }
}

char *
lijn_party_get_letter (LijnParty *self)
{
  const char *letter = letter_of_role (lijn_party_get_role (self));
  guint place;

  if (count_same_role (self, &place) < 2)
    return g_strdup (letter);
  return g_strdup_printf ("%s%u", letter, place + 1);
}
