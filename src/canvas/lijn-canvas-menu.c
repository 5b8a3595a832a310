/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-words.h"

/* The context menu: what can be done with what is selected, or here on the ground. */

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
add_element (GMenu *menu)
{
  GMenu *on = g_menu_new ();

  g_menu_append (on, _ ("Next step"), "canvas.add-step");
  g_menu_append (on, _ ("Next step at the other party"), "canvas.add-step-across");
  g_menu_append (on, _ ("Decision after this"), "canvas.add-decision");
  g_menu_append (on, _ ("Document after this"), "canvas.add-document");
  g_menu_append (on, _ ("Wait after this"), "canvas.add-wait");
  g_menu_append (on, _ ("End after this"), "canvas.add-end");
  g_menu_append (on, _ ("Note"), "canvas.add-note");
  g_menu_append (on, _ ("Connect to …"), "canvas.connect");
  append_section (menu, on);
}

/* Of what can be done only now and then: not there when it cannot. */
static void
append_if_possible (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
add_detail (GMenu *menu)
{
  GMenu *detail = g_menu_new ();

  append_if_possible (detail, _ ("Detail map"), "canvas.open-detail");
  append_section (menu, detail);
}

static void
add_map (GMenu *menu)
{
  GMenu *map = g_menu_new ();

  append_if_possible (map, _ ("Back to the step of this map"), "canvas.leave-detail");
  append_if_possible (map, _ ("Make a to-be from this map"), "map.make-to-be");
  append_if_possible (map, _ ("Duplicate this map"), "map.duplicate");
  append_section (menu, map);
}

static void
add_common (GMenu *menu)
{
  GMenu *about = g_menu_new ();
  GMenu *clipboard = g_menu_new ();
  GMenu *away = g_menu_new ();

  g_menu_append (about, _ ("Rename"), "canvas.rename");
  g_menu_append (about, _ ("Confirm"), "canvas.confirm");
  g_menu_append (about, _ ("Friction point"), "canvas.add-friction");
  append_section (menu, about);
  g_menu_append (clipboard, _ ("Cut"), "canvas.cut");
  g_menu_append (clipboard, _ ("Copy"), "canvas.copy");
  g_menu_append (clipboard, _ ("Paste"), "canvas.paste");
  g_menu_append (clipboard, _ ("Duplicate"), "canvas.duplicate");
  append_section (menu, clipboard);
  g_menu_append (away, _ ("Delete"), "canvas.delete");
  append_section (menu, away);
}

static void
add_flow (GMenu *menu)
{
  GMenu *flow = g_menu_new ();

  g_menu_append (flow, _ ("Bend or reconnect by keys"), "canvas.take-flow");
  g_menu_append (flow, _ ("Route again"), "canvas.route-again");
  append_section (menu, flow);
}

/* For several elements at once. */
static void
add_part (GMenu *menu)
{
  GMenu *part = g_menu_new ();

  g_menu_append (part, _ ("Tidy these"), "canvas.tidy");
  g_menu_append (part, _ ("Route their flows again"), "canvas.route-again");
  append_section (menu, part);
}

static void
append_here (GMenu *menu, LijnElementKind kind)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (lijn_word_for_element_kind (kind), NULL);

  g_menu_item_set_action_and_target (item, "canvas.add-here", "i", (int) kind);
  g_menu_append_item (menu, item);
}

static void
add_ground (LijnCanvas *self, GMenu *menu, const LijnPoint *at)
{
  GMenu *here = g_menu_new ();
  GMenu *map = g_menu_new ();

  if (lijn_layout_lane_at (self->layout, self->pressed.at.y) != NULL)
    {
      append_here (here, LIJN_ELEMENT_KIND_STEP);
      append_here (here, LIJN_ELEMENT_KIND_DECISION);
      append_here (here, LIJN_ELEMENT_KIND_DOCUMENT);
      append_here (here, LIJN_ELEMENT_KIND_WAIT);
      append_here (here, LIJN_ELEMENT_KIND_START);
      append_here (here, LIJN_ELEMENT_KIND_END);
      append_here (here, LIJN_ELEMENT_KIND_NOTE);
    }
  g_menu_append (here, _ ("Friction point"), "canvas.add-friction");
  g_menu_append (here, _ ("Remark for the parking lot"), "canvas.add-remark");
  g_menu_append (here, _ ("Make room here"), "canvas.make-room");
  if (self->hit.kind == LIJN_HIT_LINE)
    g_menu_append (here, _ ("Number interfaces from left to right"), "canvas.renumber");
  append_section (menu, here);
  lijn_canvas_append_ground_menu (self, menu, at);
  g_menu_append (map, _ ("Paste"), "canvas.paste");
  g_menu_append (map, _ ("Select all"), "canvas.select-all");
  g_menu_append (map, _ ("Tidy map"), "canvas.tidy");
  g_menu_append (map, _ ("Show whole map"), "canvas.zoom-fit");
  append_section (menu, map);
}

static void
add_arrange (GMenu *menu)
{
  GMenu *arrange = g_menu_new ();
  GMenu *align = g_menu_new ();
  GMenu *distribute = g_menu_new ();

  g_menu_append (align, _ ("Left edges"), "canvas.align-left");
  g_menu_append (align, _ ("Centres"), "canvas.align-center");
  g_menu_append (align, _ ("Right edges"), "canvas.align-right");
  g_menu_append (align, _ ("Upper edges"), "canvas.align-top");
  g_menu_append (align, _ ("Middles"), "canvas.align-middle");
  g_menu_append (align, _ ("Lower edges"), "canvas.align-bottom");
  g_menu_append (distribute, _ ("From left to right"), "canvas.distribute-across");
  g_menu_append (distribute, _ ("From top to bottom"), "canvas.distribute-down");
  g_menu_append_submenu (arrange, _ ("Align"), G_MENU_MODEL (align));
  g_menu_append_submenu (arrange, _ ("Equal distances"), G_MENU_MODEL (distribute));
  g_object_unref (align);
  g_object_unref (distribute);
  append_section (menu, arrange);
}

static GMenu *
build (LijnCanvas *self, const LijnPoint *at)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  GMenu *menu = g_menu_new ();

  if (object == NULL)
    {
      add_ground (self, menu, at);
      add_map (menu);
      return menu;
    }
  if (LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) || LIJN_IS_PHASE (object))
    {
      lijn_canvas_append_band_menu (self, menu, object, at);
      return menu;
    }
  if (LIJN_IS_ELEMENT (object))
    {
      add_element (menu);
      add_detail (menu);
    }
  lijn_canvas_append_cluster_menu (self, menu, object);
  if (LIJN_IS_FLOW (object))
    add_flow (menu);
  else if (lijn_canvas_can_tidy_part (self))
    add_part (menu);
  if (lijn_canvas_count_elements (self) > 1)
    add_arrange (menu);
  add_common (menu);
  return menu;
}

void
lijn_canvas_pop_up_menu (LijnCanvas *self, double x, double y)
{
  LijnPoint at = lijn_canvas_to_map (self, x, y);
  g_autoptr (GMenu) menu = build (self, &at);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
