/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-place.h"
#include "lijn-text.h"

#include <glib/gi18n.h>

/* New elements, by themselves or after another. */

static const char *
label_for (LijnElementKind kind)
{
  switch (kind)
    {
    case LIJN_ELEMENT_KIND_START:
      return _ ("Add start");
    case LIJN_ELEMENT_KIND_END:
      return _ ("Add end");
    case LIJN_ELEMENT_KIND_WAIT:
      return _ ("Add wait");
    case LIJN_ELEMENT_KIND_DECISION:
      return _ ("Add decision");
    case LIJN_ELEMENT_KIND_DOCUMENT:
      return _ ("Add document");
    case LIJN_ELEMENT_KIND_NOTE:
      return _ ("Add note");
    case LIJN_ELEMENT_KIND_GROUP:
      return _ ("Add group");
    case LIJN_ELEMENT_KIND_STEP:
    default:
      return _ ("Add step");
    }
}

/* A note may have several lines. */
static char *
clean_name (LijnElementKind kind, const char *name)
{
  return kind == LIJN_ELEMENT_KIND_NOTE ? lijn_verb_text (name) : lijn_text_one_line (name);
}

static char *
insert (LijnEdit *edit, LijnMap *map, LijnLane *lane, LijnElementKind kind, const char *name,
        const LijnRect *rect, GError **error)
{
  g_autofree char *clean = clean_name (kind, name);
  LijnParty *by = lijn_assumed_by (edit->project, lane != NULL ? lijn_lane_get_party (lane) : NULL);

  return lijn_verb_insert (edit, LIJN_TABLE_ELEMENT,
                           LIJN_CELLS (LIJN_TO ("map", map), LIJN_TO ("lane", lane),
                                       LIJN_TEXT ("kind", lijn_element_kind_nicks[kind]),
                                       LIJN_TEXT ("name", clean), LIJN_REAL ("x", rect->x),
                                       LIJN_REAL ("y", rect->y), LIJN_REAL ("width", rect->width),
                                       LIJN_REAL ("height", rect->height),
                                       LIJN_INT ("assumed", by != NULL), LIJN_TO ("drawn_by", by)),
                           error);
}

LijnElement *
lijn_edit_add_element (LijnMap *map, LijnLane *lane, LijnElementKind kind, const char *name,
                       double x, double y, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, label_for (kind), error);
  g_auto (LijnNeed) need = { 0 };
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autofree char *id = NULL;
  LijnRect rect = { lijn_verb_snap (x), 0 };

  if (edit == NULL || !lijn_rules_contain (kind, lane, error) ||
      !lijn_open_lane (edit, lane, error))
    return NULL;
  if (lane != NULL && lijn_lane_get_map (lane) != map)
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                   _ ("“%s” is a lane of another map."), lijn_lane_get_name (lane));
      return NULL;
    }

  lijn_need_init (&need);
  lijn_place_default_size (kind, &rect.width, &rect.height);
  rect.y = lijn_stay_below_edge (lane, y, rect.height);
  lijn_need_add (&need, lane, rect.y, rect.height);
  id = insert (edit, map, lane, kind, name, &rect, error);
  if (id == NULL || !lijn_grow_lanes (edit, &need, error) || !lijn_verb_flush (edit, error))
    return NULL;

  g_ptr_array_add (added, lijn_project_find (edit->project, LIJN_TABLE_ELEMENT, id));
  if (!lijn_group_contents (edit, added, error) || !lijn_follow_flows (edit, added, NULL, error) ||
      !lijn_fit_name (g_ptr_array_index (added, 0), error))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_ELEMENT, id, error);
}

LijnElement *
lijn_edit_append (LijnElement *after, LijnLane *lane, LijnElementKind kind, const char *name,
                  const char *label, GError **error)
{
  g_autoptr (LijnEdit) edit = NULL;
  LijnElement *added;
  LijnMap *map;
  double x, y;

  if (lane == NULL && after != NULL)
    lane = lijn_element_get_lane (after);
  if (lane == NULL)
    {
      lijn_rules_contain (kind, NULL, error);
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                             _ ("Choose a lane for what comes next."));
      return NULL;
    }

  edit = lijn_verb_begin (lane, label_for (kind), error);
  if (edit == NULL || !lijn_open_lane (edit, lane, error))
    return NULL;

  map = lijn_lane_get_map (lane);
  lijn_place_after (lijn_layout_of (map), after, lane, kind, &x, &y);
  added = lijn_edit_add_element (map, lane, kind, name, x, y, error);
  if (added == NULL ||
      (after != NULL && lijn_edit_connect (after, added, label, NULL, error) == NULL))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_ELEMENT,
                           lijn_object_get_id (LIJN_OBJECT (added)), error);
}
