/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-audience.h"

#include <string.h>

/* Privacy is inherited: what belongs to something hidden, is pinned on it or ends at it is hidden
 * too, whether or not it was marked itself. So that a new kind of row needs no code here, the columns
 * decide: an OWNER or PART is followed always, a LINK where the object would say something about
 * what it links to. */

static gboolean
is_for_another (const LijnAudience *audience, LijnObject *object)
{
  int column = lijn_table_find_column (lijn_object_get_table (object), "private_to");
  const char *owner = column >= 0 ? lijn_object_get_text (object, column) : "";

  return !audience->everything && *owner != '\0' && g_strcmp0 (owner, audience->party) != 0;
}

/* A rating, or a vote, that the others may not know yet. What is private is a party's own affair; a
 * rating seen too soon spoils the next one. So it is blind for one's own screen and for a backup as
 * text too. */
static gboolean
is_blind (const LijnAudience *audience, LijnObject *object)
{
  if (LIJN_IS_RATING (object))
    return !lijn_rating_get_revealed (LIJN_RATING (object)) &&
           g_strcmp0 (lijn_rating_get_party_id (LIJN_RATING (object)), audience->party) != 0;

  if (LIJN_IS_VOTE (object))
    {
      LijnBallot *ballot = lijn_vote_get_ballot (LIJN_VOTE (object));

      return ballot != NULL && !lijn_ballot_get_closed (ballot) &&
             g_strcmp0 (lijn_vote_get_party_id (LIJN_VOTE (object)), audience->party) != 0;
    }
  return FALSE;
}

/* Links of these tables point at what the object is about. */
static gboolean
is_about_its_links (LijnTable table)
{
  return table == LIJN_TABLE_FRICTION || table == LIJN_TABLE_REMARK;
}

static gboolean
belongs_to_hidden (const LijnAudience *audience, LijnObject *object)
{
  LijnProject *project = lijn_object_get_project (object);
  LijnTable table = lijn_object_get_table (object);
  const LijnTableInfo *info = lijn_table_info (table);

  for (guint i = 0; i < info->n_columns; i++)
    {
      LijnColumnKind kind = info->columns[i].kind;
      LijnObject *other;

      if (kind != LIJN_COLUMN_OWNER && kind != LIJN_COLUMN_PART &&
          !(kind == LIJN_COLUMN_LINK && is_about_its_links (table)))
        continue;
      other = lijn_project_find (project, info->columns[i].refers,
                                 lijn_object_get_text (object, (int) i));
      if (other != NULL && !lijn_audience_may_see (audience, other))
        return TRUE;
    }
  return FALSE;
}

/* An interface shows nothing but what its hand-overs show. */
static gboolean
hangs_on_hidden_only (const LijnAudience *audience, LijnObject *object)
{
  GPtrArray *flows;

  if (!LIJN_IS_INTERFACE (object))
    return FALSE;
  flows = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_FLOW, "interface",
                                  object);
  for (guint i = 0; i < flows->len; i++)
    if (lijn_audience_may_see (audience, flows->pdata[i]))
      return FALSE;
  return flows->len > 0;
}

/* That a finding about something hidden was set aside. */
static gboolean
tells_of_hidden (const LijnAudience *audience, LijnObject *object)
{
  LijnObject *subject;

  if (!LIJN_IS_WAIVER (object))
    return FALSE;
  subject = lijn_project_find_any (lijn_object_get_project (object),
                                   lijn_waiver_get_subject (LIJN_WAIVER (object)));
  return subject != NULL && !lijn_audience_may_see (audience, subject);
}

gboolean
lijn_audience_may_see (const LijnAudience *audience, LijnObject *object)
{
  if (audience->everything)
    return !is_blind (audience, object);
  if (lijn_object_get_project (object) == NULL)
    return FALSE;

  return !is_for_another (audience, object) && !is_blind (audience, object) &&
         !belongs_to_hidden (audience, object) && !hangs_on_hidden_only (audience, object) &&
         !tells_of_hidden (audience, object);
}

/* What people made private, not what is hidden along with it: they count a step, not its flows. */
guint
lijn_audience_count_hidden (const LijnAudience *audience, LijnProject *project)
{
  guint hidden = 0;

  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      GListModel *list = lijn_project_list (project, (LijnTable) t);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

          hidden += is_for_another (audience, object) || is_blind (audience, object);
        }
    }
  return hidden;
}
