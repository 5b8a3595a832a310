/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-route.h"

#include <glib/gi18n.h>
#include <math.h>

/* How a flow runs: as a person lays it, or by itself again. */

static char *
write_route (LijnFlow *flow, const LijnPoint *points, guint n)
{
  LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
  g_autofree LijnPoint *right = NULL;
  guint n_right;

  for (guint i = 0; i < n; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      return NULL;
  right = lijn_route_put_right (layout, flow, points, n, &n_right);
  return n_right >= 2 ? lijn_route_write (layout, flow, right, n_right) : NULL;
}

gboolean
lijn_edit_bend (LijnFlow *flow, const LijnPoint *points, guint n, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (flow, _ ("Bend flow"), error);
  g_autofree char *route = NULL;

  if (edit == NULL)
    return FALSE;
  if (lijn_layout_passes_collapsed (lijn_layout_of (lijn_flow_get_map (flow)), flow))
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("This flow leads to or past a collapsed lane. Open the lane first."));
      return FALSE;
    }

  route = write_route (flow, points, n);
  if (route == NULL)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("A flow cannot run like that."));
      return FALSE;
    }
  return lijn_verb_update (
             edit, flow, LIJN_CELLS (LIJN_TEXT ("route", route), LIJN_INT ("bent", TRUE)), error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_route_again (GPtrArray *flows, GError **error)
{
  g_autoptr (LijnEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (flows->len == 0)
    return TRUE;

  label = g_strdup_printf (ngettext ("Route %u flow again", "Route %u flows again", flows->len),
                           flows->len);
  edit = lijn_verb_begin (g_ptr_array_index (flows, 0), label, error);
  return edit != NULL && lijn_route_flows (edit, flows, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
