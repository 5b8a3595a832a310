/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-add-row.h"
#include "lijn-edit.h"
#include "lijn-entry-field.h"
#include "lijn-new-team.h"
#include "lijn-pick-button.h"

#include <glib/gi18n.h>

/* What is said at a session: decisions, and the parking lot with what can become of a remark. */

static gboolean
remove_it (LijnView *view, LijnObject *object, GError **error)
{
  return lijn_edit_remove_one (object, error);
}

/* Decisions. */

static GtkWidget *
make_decision (LijnView *view, LijnObject *session, LijnObject *item)
{
  GtkWidget *row = lijn_entry_field_new (view, item, "text");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Decision"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            lijn_session_row_button (view, item, "list-remove-symbolic",
                                                     _ ("Remove this decision"), remove_it));
  return row;
}

static void
find_decisions (LijnView *view, LijnObject *session, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_DECISION, "session", session);
}

static gboolean
add_decision (LijnView *view, LijnObject *session, const char *text, gpointer unused,
              GError **error)
{
  return lijn_edit_add_decision (LIJN_SESSION (session), text, error) != NULL;
}

void
lijn_session_add_decisions (GtkBox *page, LijnView *view, LijnSession *session)
{
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Decisions"), view, session,
                                                      find_decisions, make_decision);

  lijn_session_add_row (group,
                        lijn_add_row_new (view, session, _ ("Add a decision"), add_decision, NULL));
}

/* The parking lot. */

/* Where a friction point that comes from a remark is pinned: on what is selected on the map, else
 * beside everything. */
static LijnObject *
find_anchor (LijnView *view)
{
  LijnObject *selected = lijn_view_get_selected (view);

  if (LIJN_IS_ELEMENT (selected) || LIJN_IS_INTERFACE (selected) || LIJN_IS_FLOW (selected) ||
      LIJN_IS_LANE (selected))
    return selected;
  return (LijnObject *) lijn_view_get_map (view);
}

static gboolean
raise_remark (LijnView *view, LijnObject *remark, GError **error)
{
  LijnObject *anchor = find_anchor (view);
  LijnFriction *friction;

  if (anchor == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A friction point is pinned on a map. Add a map first."));
      return FALSE;
    }
  friction = lijn_edit_raise_remark (LIJN_REMARK (remark), anchor, 40, 40, error);
  if (friction != NULL)
    lijn_view_show (view, LIJN_OBJECT (friction));
  return friction != NULL;
}

static void
find_teams (LijnView *view, LijnObject *remark, GPtrArray *found)
{
  GListModel *teams = lijn_project_list (lijn_view_get_project (view), LIJN_TABLE_TEAM);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (LijnObject) team = g_list_model_get_item (teams, i);

      g_ptr_array_add (found, team);
    }
}

/* @team NULL: a new one. */
static gboolean
assign_remark (LijnView *view, LijnObject *remark, LijnObject *team, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (lijn_view_get_project (view),
                                               _ ("Make parked remark an action"), error);

  if (edit != NULL && team == NULL)
    team = (LijnObject *) lijn_new_team (view, LIJN_TEAM_KIND_IMPROVEMENT, error);
  return edit != NULL && team != NULL &&
         lijn_edit_assign_remark (LIJN_REMARK (remark), LIJN_TEAM (team), error) != NULL &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static GtkWidget *
make_remark (LijnView *view, LijnObject *session, LijnObject *item)
{
  GtkWidget *row = lijn_entry_field_new (view, item, "text");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remark for later"));
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row),
                            lijn_session_check_button (view, item, "done", _ ("Taken up")));
  adw_entry_row_add_suffix (
      ADW_ENTRY_ROW (row),
      lijn_session_row_button (view, item, "lijn-friction-symbolic",
                               _ ("Make it a friction point on what is selected"), raise_remark));
  adw_entry_row_add_suffix (
      ADW_ENTRY_ROW (row),
      lijn_pick_button_new (view, item, _ ("Action"), _ ("New team"), find_teams, assign_remark));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            lijn_session_row_button (view, item, "list-remove-symbolic",
                                                     _ ("Remove this remark"), remove_it));
  return row;
}

/* What earlier sessions left in it waits here too, until it is taken up. */
static void
find_remarks (LijnView *view, LijnObject *session, GPtrArray *found)
{
  GListModel *all = lijn_project_list (lijn_view_get_project (view), LIJN_TABLE_REMARK);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnRemark) remark = g_list_model_get_item (all, i);
      gboolean own = (LijnObject *) lijn_remark_get_session (remark) == session;

      if (lijn_remark_get_kind (remark) == LIJN_REMARK_KIND_PARKED &&
          (own || !lijn_remark_get_done (remark)))
        g_ptr_array_add (found, remark);
    }
}

/* At a session that does not run the remark is its own all the same. */
static gboolean
park (LijnView *view, LijnObject *session, const char *text, gpointer unused, GError **error)
{
  LijnProject *project = lijn_view_get_project (view);
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Park remark"), error);
  LijnRemark *remark = edit != NULL
                           ? lijn_edit_add_remark (project, LIJN_REMARK_KIND_PARKED,
                                                   lijn_view_get_speaker (view), text, error)
                           : NULL;

  return remark != NULL &&
         lijn_edit_set (LIJN_OBJECT (remark), "session", lijn_object_get_id (session), error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

void
lijn_session_add_parked (GtkBox *page, LijnView *view, LijnSession *session)
{
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Parking lot"), view, session,
                                                      find_remarks, make_remark);

  lijn_session_add_row (
      group, lijn_add_row_new (view, session, _ ("Park something for later"), park, NULL));
}
