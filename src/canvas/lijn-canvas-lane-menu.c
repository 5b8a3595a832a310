/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"

/* The part of the context menu that is about lanes, parties and phases. */

static void
append_place (GMenu *menu, const char *label, const char *action, double place)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "d", place);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_for_lane (LijnCanvas *self, GMenu *menu, LijnLane *lane, const LijnPoint *at)
{
  g_menu_append (menu, lijn_lane_get_collapsed (lane) ? _ ("Open lane") : _ ("Collapse lane"),
                 "canvas.fold-lane");
  g_menu_append (menu, _ ("Add lane below"), "canvas.add-lane");
  append_place (menu, _ ("Split lane here"), "canvas.split-lane", at->y);
  if (lijn_canvas_lane_to_join (self, lane) != NULL)
    {
      const char *name = lijn_lane_get_name (lijn_canvas_lane_to_join (self, lane));
      g_autofree char *label = *name != '\0' ? g_strdup_printf (_ ("Join with “%s”"), name)
                                             : g_strdup (_ ("Join with the next lane"));

      g_menu_append (menu, label, "canvas.join-lanes");
    }
}

void
lijn_canvas_append_band_menu (LijnCanvas *self, GMenu *menu, LijnObject *band, const LijnPoint *at)
{
  GMenu *first = g_menu_new ();
  GMenu *order = g_menu_new ();
  GMenu *away = g_menu_new ();

  g_menu_append (first, _ ("Rename"), "canvas.rename");
  if (LIJN_IS_LANE (band))
    append_for_lane (self, first, LIJN_LANE (band), at);
  else if (LIJN_IS_PARTY (band))
    g_menu_append (first, _ ("Add lane"), "canvas.add-lane");
  else
    append_place (first, _ ("Add phase here"), "canvas.add-phase", at->x);
  append_section (menu, first);
  if (!LIJN_IS_PHASE (band))
    {
      g_menu_append (order, _ ("Move up"), "canvas.move-up");
      g_menu_append (order, _ ("Move down"), "canvas.move-down");
    }
  append_section (menu, order);
  g_menu_append (away, _ ("Delete"), "canvas.delete");
  append_section (menu, away);
}

void
lijn_canvas_append_ground_menu (LijnCanvas *self, GMenu *menu, const LijnPoint *at)
{
  const LijnLaneBox *box = lijn_layout_lane_at (self->layout, at->y);
  GMenu *section = g_menu_new ();

  if (box != NULL)
    {
      GMenu *lane = g_menu_new ();

      append_for_lane (self, lane, box->lane, at);
      g_menu_append_submenu (section, _ ("Lane"), G_MENU_MODEL (lane));
      g_object_unref (lane);
    }
  append_place (section, _ ("Add phase here"), "canvas.add-phase", at->x);
  append_section (menu, section);
}
