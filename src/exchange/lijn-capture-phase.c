/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include <glib/gi18n.h>

/* Phases in capture text: one begins at the step that is named, or else after all that is there,
 * and goes on to the next one or to the end of the map. */

#define EDGE (LIJN_GAP / 2) /* from where a phase begins to its first step */

static double
right_of (LijnPhase *phase)
{
  return lijn_phase_get_x (phase) + lijn_phase_get_width (phase);
}

/* Where everything on @map ends. */
static double
find_end (LijnCapture *self, LijnMap *map)
{
  GPtrArray *elements = lijn_project_referrers (self->project, LIJN_TABLE_ELEMENT, "map",
                                                LIJN_OBJECT (map));
  double end = LIJN_GROUND_LEFT;

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);

      end = MAX (end, lijn_element_get_x (element) + lijn_element_get_width (element) + EDGE);
    }
  return end;
}

static gboolean
find_beginning (LijnCapture *self, LijnMap *map, const LijnSaid *said, double *x, GError **error)
{
  LijnObject *at = said->ref != NULL ? lijn_capture_find (self, said->ref, error) : NULL;

  if (said->ref != NULL && at == NULL)
    return FALSE;
  if (at != NULL && !LIJN_IS_ELEMENT (at))
    return lijn_capture_unknown (error, _ ("A phase begins at a step: “phase %s @ Step”."),
                                 said->name);
  *x = at != NULL ? lijn_element_get_x (LIJN_ELEMENT (at)) - EDGE : find_end (self, map);
  return TRUE;
}

static LijnPhase *
look_for_phase (LijnCapture *self, const LijnSaid *said)
{
  g_autoptr (GPtrArray) named = NULL;

  if (said->mark != NULL)
    return (LijnPhase *) lijn_capture_find_mark (self, said->mark);
  named = lijn_capture_find_named (self, LIJN_TABLE_PHASE, said->name);
  return named->len > 0 ? g_ptr_array_index (named, 0) : NULL;
}

/* The nearest phases on both sides of @phase. */
static void
find_beside (LijnCapture *self, LijnPhase *phase, LijnPhase **left, LijnPhase **right)
{
  GPtrArray *phases = lijn_project_referrers (self->project, LIJN_TABLE_PHASE, "map",
                                              LIJN_OBJECT (lijn_phase_get_map (phase)));

  *left = *right = NULL;
  for (guint i = 0; i < phases->len; i++)
    {
      LijnPhase *other = g_ptr_array_index (phases, i);
      double x = lijn_phase_get_x (other);

      if (x < lijn_phase_get_x (phase) && (*left == NULL || x > lijn_phase_get_x (*left)))
        *left = other;
      if (x > lijn_phase_get_x (phase) && (*right == NULL || x < lijn_phase_get_x (*right)))
        *right = other;
    }
}

/* The phase before it goes on to here, and this one to the next or to the end. */
static gboolean
close_gaps (LijnCapture *self, LijnPhase *phase, GError **error)
{
  LijnPhase *left, *right;
  double x = lijn_phase_get_x (phase), end;

  find_beside (self, phase, &left, &right);
  if (left != NULL && right_of (left) < x &&
      !lijn_edit_resize_phase (left, lijn_phase_get_x (left), x - lijn_phase_get_x (left), error))
    return FALSE;
  end = right != NULL ? lijn_phase_get_x (right) : find_end (self, lijn_phase_get_map (phase));
  return end <= right_of (phase) || lijn_edit_resize_phase (phase, x, end - x, error);
}

gboolean
lijn_capture_phase (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnMap *map = lijn_capture_need_map (self, error);
  LijnPhase *phase = NULL;
  double x = 0;

  if (map == NULL || !find_beginning (self, map, said, &x, error))
    return FALSE;
  phase = look_for_phase (self, said);
  if (phase == NULL)
    phase = lijn_edit_add_phase (map, said->name, x, error);
  else if (said->ref != NULL && !lijn_edit_move_phase (phase, x, error))
    return FALSE;
  if (phase == NULL || !close_gaps (self, phase, error))
    return FALSE;
  lijn_capture_mark (self, said->mark, LIJN_OBJECT (phase));
  g_set_object (&self->made, LIJN_OBJECT (phase));
  return lijn_capture_set_fields (self, LIJN_OBJECT (phase), said->fields, error);
}
