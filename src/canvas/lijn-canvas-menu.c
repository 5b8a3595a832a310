/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-words.h"

/* The context menu: what can be done with what is selected, or here on the ground. */

typedef struct
{
  const char *label; /* not translated yet */
  const char *action;
} Item;

static const Item after_element[] = {
  { N_ ("Next step"), "canvas.add-step" },
  { N_ ("Next step at the other party"), "canvas.add-step-across" },
  { N_ ("Decision after this"), "canvas.add-decision" },
  { N_ ("Document after this"), "canvas.add-document" },
  { N_ ("Wait after this"), "canvas.add-wait" },
  { N_ ("End after this"), "canvas.add-end" },
  { N_ ("Note"), "canvas.add-note" },
  { N_ ("Connect to …"), "canvas.connect" },
};
static const Item detail[] = {
  { N_ ("Detail map"), "canvas.open-detail" },
};
static const Item of_map[] = {
  { N_ ("Back to the step of this map"), "canvas.leave-detail" },
  { N_ ("Make a to-be from this map"), "map.make-to-be" },
  { N_ ("Duplicate this map"), "map.duplicate" },
};
static const Item about[] = {
  { N_ ("Rename"), "canvas.rename" },
  { N_ ("Confirm"), "canvas.confirm" },
  { N_ ("Friction point"), "canvas.add-friction" },
};
static const Item clipboard[] = {
  { N_ ("Cut"), "canvas.cut" },
  { N_ ("Copy"), "canvas.copy" },
  { N_ ("Paste"), "canvas.paste" },
  { N_ ("Duplicate"), "canvas.duplicate" },
};
static const Item away[] = {
  { N_ ("Delete"), "canvas.delete" },
};
static const Item of_flow[] = {
  { N_ ("Bend or reconnect by keys"), "canvas.take-flow" },
  { N_ ("Route again"), "canvas.route-again" },
};
/* For several elements at once. */
static const Item of_part[] = {
  { N_ ("Tidy these"), "canvas.tidy" },
  { N_ ("Route their flows again"), "canvas.route-again" },
};
static const Item anywhere[] = {
  { N_ ("Paste"), "canvas.paste" },
  { N_ ("Select all"), "canvas.select-all" },
  { N_ ("Tidy map"), "canvas.tidy" },
  { N_ ("Show whole map"), "canvas.zoom-fit" },
};
static const Item aligned[] = {
  { N_ ("Left edges"), "canvas.align-left" },   { N_ ("Centres"), "canvas.align-center" },
  { N_ ("Right edges"), "canvas.align-right" }, { N_ ("Upper edges"), "canvas.align-top" },
  { N_ ("Middles"), "canvas.align-middle" },    { N_ ("Lower edges"), "canvas.align-bottom" },
};
static const Item distributed[] = {
  { N_ ("From left to right"), "canvas.distribute-across" },
  { N_ ("From top to bottom"), "canvas.distribute-down" },
};

static GMenu *
make_items (const Item *items, guint n)
{
  GMenu *made = g_menu_new ();

  for (guint i = 0; i < n; i++)
    g_menu_append (made, _ (items[i].label), items[i].action);
  return made;
}

/* Takes @section. */
static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* Takes @items. */
static void
append_submenu (GMenu *menu, const char *label, GMenu *items)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (items));
  g_object_unref (items);
}

/* Of what can be done only now and then: not there when it cannot. */
static GMenu *
make_possible_items (const Item *items, guint n)
{
  GMenu *made = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), items[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (made, item);
    }
  return made;
}

#define ITEMS(items) make_items (items, G_N_ELEMENTS (items))
#define POSSIBLE_ITEMS(items) make_possible_items (items, G_N_ELEMENTS (items))

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
  static const LijnElementKind kinds[] = {
    LIJN_ELEMENT_KIND_STEP, LIJN_ELEMENT_KIND_DECISION, LIJN_ELEMENT_KIND_DOCUMENT,
    LIJN_ELEMENT_KIND_WAIT, LIJN_ELEMENT_KIND_START,    LIJN_ELEMENT_KIND_END,
    LIJN_ELEMENT_KIND_NOTE,
  };
  GMenu *here = g_menu_new ();

  if (lijn_layout_lane_at (self->layout, self->pressed.at.y) != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      append_here (here, kinds[i]);
  g_menu_append (here, _ ("Friction point"), "canvas.add-friction");
  g_menu_append (here, _ ("Remark for the parking lot"), "canvas.add-remark");
  g_menu_append (here, _ ("Make room here"), "canvas.make-room");
  if (self->hit.kind == LIJN_HIT_LINE)
    g_menu_append (here, _ ("Number interfaces from left to right"), "canvas.renumber");
  append_section (menu, here);
  lijn_canvas_append_ground_menu (self, menu, at);
  append_section (menu, ITEMS (anywhere));
  append_section (menu, POSSIBLE_ITEMS (of_map));
}

static void
add_arrange (GMenu *menu)
{
  GMenu *arrange = g_menu_new ();

  append_submenu (arrange, _ ("Align"), ITEMS (aligned));
  append_submenu (arrange, _ ("Equal distances"), ITEMS (distributed));
  append_section (menu, arrange);
}

/* An element, a flow, or several things. */
static void
add_drawn (LijnCanvas *self, GMenu *menu, LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    {
      append_section (menu, ITEMS (after_element));
      append_section (menu, POSSIBLE_ITEMS (detail));
    }
  if (LIJN_IS_FLOW (object))
    append_section (menu, ITEMS (of_flow));
  else if (lijn_canvas_can_tidy_part (self))
    append_section (menu, ITEMS (of_part));
  if (lijn_canvas_count_elements (self) > 1)
    add_arrange (menu);
  append_section (menu, ITEMS (about));
  append_section (menu, ITEMS (clipboard));
  append_section (menu, ITEMS (away));
}

static GMenu *
build (LijnCanvas *self, const LijnPoint *at)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  GMenu *menu = g_menu_new ();

  if (object == NULL)
    {
      add_ground (self, menu, at);
      return menu;
    }
  if (LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) || LIJN_IS_PHASE (object))
    {
      lijn_canvas_append_band_menu (self, menu, object, at);
      return menu;
    }
  lijn_canvas_append_cluster_menu (self, menu, object);
  if (lijn_view_get_selection (self->view)->len == 1 &&
      (LIJN_IS_FRICTION (object) || LIJN_IS_INTERFACE (object)))
    {
      lijn_canvas_append_talk_menu (self, menu, object);
      append_section (menu, ITEMS (away));
    }
  else
    add_drawn (self, menu, object);
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
