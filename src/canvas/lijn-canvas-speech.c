/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-words.h"

/* Shapes cannot be accessible objects in this version of GTK. So the canvas, which has the focus, bears
 * the name and description of what is selected: a screen reader says them as they change. The outline
 * beside the map is the full equivalent. */

static guint
count (LijnObject *object, LijnTable table, const char *column)
{
  LijnProject *project = lijn_object_get_project (object);

  return project != NULL ? lijn_project_referrers (project, table, column, object)->len : 0;
}

/* Takes @phrase. */
static void
add (GPtrArray *phrases, char *phrase)
{
  g_ptr_array_add (phrases, phrase);
}

static void
add_pins (GPtrArray *phrases, guint n)
{
  if (n > 0)
    add (phrases, g_strdup_printf (ngettext ("%u friction point", "%u friction points", n), n));
}

static void
describe_element (GPtrArray *phrases, LijnElement *element)
{
  LijnObject *object = LIJN_OBJECT (element);
  LijnLane *lane = lijn_element_get_lane (element);
  LijnParty *party = lijn_element_get_party (element);
  guint in = count (object, LIJN_TABLE_FLOW, "target");
  guint out = count (object, LIJN_TABLE_FLOW, "source");
  guint pins = count (object, LIJN_TABLE_FRICTION, "element");

  if (lane != NULL && party != NULL)
    add (phrases, g_strdup_printf (_ ("in %1$s of %2$s"), lijn_object_get_name (LIJN_OBJECT (lane)),
                                   lijn_object_get_name (LIJN_OBJECT (party))));
  if (lijn_element_get_assumed (element))
    add (phrases, g_strdup (_ ("assumed, not confirmed")));
  if (in > 0)
    add (phrases, g_strdup_printf (ngettext ("%u flow in", "%u flows in", in), in));
  if (out > 0)
    add (phrases, g_strdup_printf (ngettext ("%u flow out", "%u flows out", out), out));
  add_pins (phrases, pins);
}

static void
describe_flow (GPtrArray *phrases, LijnFlow *flow)
{
  LijnElement *source = lijn_flow_get_source (flow), *target = lijn_flow_get_target (flow);
  LijnInterface *interface = lijn_flow_get_interface (flow);

  if (source != NULL && target != NULL)
    {
      g_autofree char *from = lijn_words_for_object (LIJN_OBJECT (source));
      g_autofree char *to = lijn_words_for_object (LIJN_OBJECT (target));

      add (phrases, g_strdup_printf (_ ("from %1$s to %2$s"), from, to));
    }
  if (interface != NULL)
    g_ptr_array_add (
        phrases, g_strdup_printf (_ ("on interface %d"), lijn_interface_get_number (interface)));
}

static void
describe_interface (GPtrArray *phrases, LijnInterface *interface)
{
  LijnParty *giver = lijn_interface_get_giver (interface);
  LijnParty *receiver = lijn_interface_get_receiver (interface);
  guint pins = count (LIJN_OBJECT (interface), LIJN_TABLE_FRICTION, "interface");

  if (giver != NULL && receiver != NULL)
    add (phrases,
         g_strdup_printf (_ ("from %1$s to %2$s"), lijn_object_get_name (LIJN_OBJECT (giver)),
                          lijn_object_get_name (LIJN_OBJECT (receiver))));
  add (phrases, g_strdup (lijn_word_for_agreement (lijn_interface_get_agreement (interface))));
  add_pins (phrases, pins);
}

static void
describe_friction (GPtrArray *phrases, LijnFriction *friction)
{
  LijnParty *party = lijn_friction_get_raised_by (friction);
  LijnObject *anchor = lijn_friction_get_anchor (friction);
  int worst = lijn_friction_get_worst (friction);

  if (anchor != NULL)
    {
      g_autofree char *on = lijn_words_for_object (anchor);

      add (phrases, g_strdup_printf (_ ("on %s"), on));
    }
  if (party != NULL)
    g_ptr_array_add (
        phrases, g_strdup_printf (_ ("raised by %s"), lijn_object_get_name (LIJN_OBJECT (party))));
  if (worst > 0)
    add (phrases,
         g_strdup_printf (_ ("severity %1$d, %2$s"), worst, lijn_word_for_severity (worst)));
  add (phrases, g_strdup (lijn_word_for_friction_status (lijn_friction_get_status (friction))));
}

static void
describe_lane (GPtrArray *phrases, LijnLane *lane)
{
  guint n = count (LIJN_OBJECT (lane), LIJN_TABLE_ELEMENT, "lane");

  if (lijn_lane_get_party (lane) != NULL)
    add (phrases, g_strdup_printf (_ ("of %s"), lijn_party_get_name (lijn_lane_get_party (lane))));
  if (lijn_lane_get_collapsed (lane))
    add (phrases, g_strdup (_ ("collapsed")));
  add (phrases, g_strdup_printf (ngettext ("%u element", "%u elements", n), n));
  add_pins (phrases, count (LIJN_OBJECT (lane), LIJN_TABLE_FRICTION, "lane"));
}

char *
lijn_canvas_describe (LijnObject *object)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  if (LIJN_IS_ELEMENT (object))
    describe_element (phrases, LIJN_ELEMENT (object));
  else if (LIJN_IS_FLOW (object))
    describe_flow (phrases, LIJN_FLOW (object));
  else if (LIJN_IS_INTERFACE (object))
    describe_interface (phrases, LIJN_INTERFACE (object));
  else if (LIJN_IS_FRICTION (object))
    describe_friction (phrases, LIJN_FRICTION (object));
  else if (LIJN_IS_LANE (object))
    describe_lane (phrases, LIJN_LANE (object));
  g_ptr_array_add (phrases, NULL);
  return g_strjoinv (", ", (char **) phrases->pdata);
}

/* "Step Register claim"; what has its kind in its words already keeps them. */
static char *
label_for (LijnObject *object)
{
  g_autofree char *words = lijn_words_for_object (object);
  const char *kind = NULL;

  if (LIJN_IS_ELEMENT (object))
    kind = lijn_word_for_element_kind (lijn_element_get_kind (LIJN_ELEMENT (object)));
  else if (!LIJN_IS_INTERFACE (object))
    kind = lijn_word_for_table (lijn_object_get_table (object));
  if (LIJN_IS_FRICTION (object))
    return g_strdup_printf (C_ ("kind, number and words", "%1$s %2$d: %3$s"), kind,
                            lijn_friction_get_number (LIJN_FRICTION (object)), words);
  if (kind == NULL || g_str_has_prefix (words, kind))
    return g_steal_pointer (&words);
  return g_strdup_printf (C_ ("kind and name", "%1$s %2$s"), kind, words);
}

void
lijn_canvas_update_speech (LijnCanvas *self)
{
  LijnMap *map = self->view != NULL ? lijn_view_get_map (self->view) : NULL;
  guint n = self->view != NULL ? lijn_view_get_selection (self->view)->len : 0;
  g_autofree char *label = NULL;
  g_autofree char *description = lijn_canvas_describe_grip (self);

  if (n == 1)
    {
      label = label_for (lijn_view_get_selected (self->view));
      if (description == NULL)
        description = lijn_canvas_describe (lijn_view_get_selected (self->view));
    }
  else if (n > 1)
    {
      label = g_strdup_printf (ngettext ("%u thing selected", "%u things selected", n), n);
    }
  else
    {
      label = map != NULL ? g_strdup_printf (_ ("Map %s"), lijn_object_get_name (LIJN_OBJECT (map)))
                          : g_strdup (_ ("Map"));
      description = g_strdup (_ ("Arrow keys go from step to step; Return adds one."));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}
