/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include <string.h>

/* Phases as capture text, behind the elements of their map: each begins at the step that stands
 * first in it. Where none does, it follows what is there. */

#define COLUMN 48.0 /* points: what begins so near to the first stands beside it */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double off = lijn_phase_get_x (*(LijnPhase *const *) a) -
               lijn_phase_get_x (*(LijnPhase *const *) b);

  return (off > 0) - (off < 0);
}

static gboolean
stands_in (LijnElement *element, LijnPhase *phase)
{
  double middle = lijn_element_get_x (element) + lijn_element_get_width (element) / 2;

  return middle >= lijn_phase_get_x (phase) &&
         middle < lijn_phase_get_x (phase) + lijn_phase_get_width (phase);
}

/* Of those that stand in the first column, the one whose name comes first: by what it is called,
 * so that a text that is captured and written again is the same text. */
static LijnElement *
find_first (LijnCaptureWriter *self, LijnPhase *phase)
{
  GPtrArray *elements = lijn_project_referrers (self->project, LIJN_TABLE_ELEMENT, "map",
                                                LIJN_OBJECT (lijn_phase_get_map (phase)));
  LijnElement *first = NULL;
  double left = G_MAXDOUBLE;

  for (guint i = 0; i < elements->len; i++)
    if (stands_in (g_ptr_array_index (elements, i), phase) &&
        lijn_writer_shows (self, g_ptr_array_index (elements, i)))
      left = MIN (left, lijn_element_get_x (g_ptr_array_index (elements, i)));
  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);

      if (stands_in (element, phase) && lijn_writer_shows (self, element) &&
          lijn_element_get_x (element) < left + COLUMN &&
          (first == NULL ||
           strcmp (lijn_element_get_name (element), lijn_element_get_name (first)) < 0))
        first = element;
    }
  return first;
}

void
lijn_writer_put_phases (LijnCaptureWriter *self, LijnMap *map)
{
  GPtrArray *all = lijn_project_referrers (self->project, LIJN_TABLE_PHASE, "map",
                                           LIJN_OBJECT (map));
  g_autoptr (GPtrArray) phases = g_ptr_array_copy (all, NULL, NULL);

  g_ptr_array_sort (phases, compare_places);
  for (guint i = 0; i < phases->len; i++)
    {
      LijnPhase *phase = g_ptr_array_index (phases, i);
      LijnElement *first = find_first (self, phase);

      if (!lijn_writer_shows (self, phase))
        continue;
      lijn_writer_go_to_map (self, map);
      g_string_append (self->out, "phase ");
      lijn_writer_put_text (self, lijn_phase_get_name (phase));
      lijn_writer_put_mark (self, phase);
      if (first != NULL)
        {
          g_string_append (self->out, " @ ");
          lijn_writer_put_ref (self, first);
        }
      g_string_append_c (self->out, '\n');
    }
}
