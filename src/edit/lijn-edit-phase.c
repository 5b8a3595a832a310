/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Phases lie beside each other and never overlap; nothing on the map hangs on them. Where two adjoin,
 * their common edge is one edge. */

#define LEAST_WIDTH 64.0
#define ADJOINS 1.0 /* points between two phases that count as none */

static double
right_of (LijnPhase *phase)
{
  return lijn_phase_get_x (phase) + lijn_phase_get_width (phase);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double off = lijn_phase_get_x (*(LijnPhase *const *) a) -
               lijn_phase_get_x (*(LijnPhase *const *) b);

  return (off > 0) - (off < 0);
}

/* From left to right. */
static GPtrArray *
phases_of (LijnEdit *edit, LijnMap *map)
{
  GPtrArray *phases = lijn_verb_referrers (edit, LIJN_TABLE_PHASE, "map", map);

  g_ptr_array_sort (phases, compare_places);
  return phases;
}

static gboolean
write_place (LijnEdit *edit, LijnPhase *phase, double x, double right, GError **error)
{
  return lijn_verb_update (edit, phase,
                           LIJN_CELLS (LIJN_REAL ("x", x), LIJN_REAL ("width", right - x)), error);
}

/* Where a new phase goes that is asked for at @x: the rest of the phase that is there, else the gap
 * there, else after all others. Writes the phase that becomes shorter. */
static gboolean
find_room (LijnEdit *edit, GPtrArray *phases, double *x, double *right, GError **error)
{
  double end = LIJN_GROUND_LEFT;

  *x = MAX (lijn_verb_snap (*x), LIJN_GROUND_LEFT);
  *right = *x + LIJN_PHASE_WIDTH;
  for (guint i = 0; i < phases->len; i++)
    {
      LijnPhase *phase = g_ptr_array_index (phases, i);
      double from = lijn_phase_get_x (phase), to = right_of (phase);

      end = MAX (end, to);
      if (*x - from >= LEAST_WIDTH && to - *x >= LEAST_WIDTH)
        {
          *right = to;
          return write_place (edit, phase, from, *x, error);
        }
      if (*x<to && * right> from && from - *x >= LEAST_WIDTH)
        *right = from;
      else if (*x<to && * right> from)
        {
          *x = to;
          *right = to + LIJN_PHASE_WIDTH;
        }
    }
  if (*right - *x < LEAST_WIDTH)
    {
      *x = end;
      *right = end + LIJN_PHASE_WIDTH;
    }
  return TRUE;
}

LijnPhase *
lijn_edit_add_phase (LijnMap *map, const char *name, double x, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Add phase"), error);
  g_autofree char *clean = lijn_text_one_line (name);
  g_autoptr (GPtrArray) phases = NULL;
  double right;

  if (edit == NULL)
    return NULL;

  phases = phases_of (edit, map);
  if (!find_room (edit, phases, &x, &right, error))
    return NULL;
  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_PHASE,
                         LIJN_CELLS (LIJN_TO ("map", map), LIJN_TEXT ("name", clean),
                                     LIJN_REAL ("x", x), LIJN_REAL ("width", right - x)),
                         error);
}

/* The phases beside @phase (nullable). */
static void
find_beside (GPtrArray *phases, LijnPhase *phase, LijnPhase **left, LijnPhase **right)
{
  guint place = 0;

  g_ptr_array_find (phases, phase, &place);
  *left = place > 0 ? g_ptr_array_index (phases, place - 1) : NULL;
  *right = place + 1 < phases->len ? g_ptr_array_index (phases, place + 1) : NULL;
}

static gboolean
adjoin (LijnPhase *left, LijnPhase *right)
{
  return fabs (lijn_phase_get_x (right) - right_of (left)) <= ADJOINS;
}

/* How far @phase may reach on both sides: a phase that adjoins gives way until it is narrow. */
static void
find_bounds (LijnPhase *phase, LijnPhase *before, LijnPhase *after, double *least, double *most)
{
  *least = LIJN_GROUND_LEFT;
  *most = G_MAXDOUBLE;
  if (before != NULL)
    *least = adjoin (before, phase) ? lijn_phase_get_x (before) + LEAST_WIDTH : right_of (before);
  if (after != NULL)
    *most = adjoin (phase, after) ? right_of (after) - LEAST_WIDTH : lijn_phase_get_x (after);
}

gboolean
lijn_edit_resize_phase (LijnPhase *phase, double x, double width, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (phase, _ ("Resize phase"), error);
  g_autoptr (GPtrArray) phases = NULL;
  LijnPhase *before, *after;
  double right = lijn_verb_snap (x + width), least, most;

  if (edit == NULL)
    return FALSE;

  phases = phases_of (edit, lijn_phase_get_map (phase));
  find_beside (phases, phase, &before, &after);
  find_bounds (phase, before, after, &least, &most);
  x = lijn_verb_snap (x);
  if (fabs (x - lijn_phase_get_x (phase)) > ADJOINS)
    x = MIN (x, right - LEAST_WIDTH); /* this edge was taken: it stops at the other */
  x = CLAMP (x, least, most - LEAST_WIDTH);
  right = CLAMP (right, x + LEAST_WIDTH, most);
  return (before == NULL || !adjoin (before, phase) ||
          write_place (edit, before, lijn_phase_get_x (before), x, error)) &&
         (after == NULL || !adjoin (phase, after) ||
          write_place (edit, after, right, right_of (after), error)) &&
         write_place (edit, phase, x, right, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_move_phase (LijnPhase *phase, double x, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (phase, _ ("Move phase"), error);
  double width = lijn_phase_get_width (phase);
  g_autoptr (GPtrArray) phases = NULL;
  LijnPhase *before, *after;

  if (edit == NULL)
    return FALSE;

  phases = phases_of (edit, lijn_phase_get_map (phase));
  find_beside (phases, phase, &before, &after);
  x = lijn_verb_snap (x);
  if (after != NULL)
    x = MIN (x, lijn_phase_get_x (after) - width);
  x = MAX (x, before != NULL ? right_of (before) : LIJN_GROUND_LEFT);
  return write_place (edit, phase, x, x + width, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static double
push (double x, double at, double by)
{
  return x < at ? x : MAX (x + by, at);
}

gboolean
lijn_push_phases (LijnEdit *edit, LijnMap *map, double at, double by, GError **error)
{
  g_autoptr (GPtrArray) phases = phases_of (edit, map);
  double end = LIJN_GROUND_LEFT;

  for (guint i = 0; i < phases->len; i++)
    {
      LijnPhase *phase = g_ptr_array_index (phases, i);
      double x = MAX (push (lijn_phase_get_x (phase), at, by), end);

      end = MAX (push (right_of (phase), at, by), x + LEAST_WIDTH);
      if (!write_place (edit, phase, x, end, error))
        return FALSE;
    }
  return lijn_verb_flush (edit, error);
}
