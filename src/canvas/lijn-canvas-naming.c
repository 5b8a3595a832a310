/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-name-entry.h"
#include "lijn-place.h"
#include "lijn-preview.h"
#include "lijn-route.h"
#include "lijn-words.h"

/* Names are typed where they will stand. A new element or friction point is only drawn as a ghost
 * while its name is typed: Return, or going on elsewhere, makes it, name and all, as one step;
 * Escape leaves the file untouched. */

#define TYPE_SIZE 12.5 /* points, as lijn-type.h sets names */
#define LEAST_TYPE 13.0 /* pixels */
#define LEAST_WIDTH 150.0
#define LEAST_HEIGHT 30.0
#define WORDS_WIDTH 300.0 /* of the entry for a friction point */

struct _LijnNaming
{
  GtkWidget *entry;
  LijnRect rect; /* what the entry lies over, in map coordinates */

  LijnObject *object; /* (nullable): renamed */

  gboolean is_element;
  LijnNewElement element; /* with references of its own */
  LijnRect shape;
  LijnPoint *route; /* (nullable): from the element before it */
  guint n_route;

  gboolean is_friction;
  LijnObject *anchor; /* an object, or the map */
  LijnPoint place;
};

static void
free_naming (LijnNaming *naming)
{
  g_clear_pointer (&naming->entry, gtk_widget_unparent);
  g_clear_object (&naming->object);
  g_clear_object (&naming->element.after);
  g_clear_object (&naming->element.lane);
  g_free ((gpointer) (guintptr) naming->element.label);
  g_clear_object (&naming->anchor);
  g_free (naming->route);
  g_free (naming);
}

/* Takes the entry away; the focus goes back to the map if it was in the entry. */
static LijnNaming *
take_naming (LijnCanvas *self)
{
  LijnNaming *naming = g_steal_pointer (&self->naming);
  GtkWidget *field = lijn_name_entry_get_field (LIJN_NAME_ENTRY (naming->entry));

  if (gtk_widget_is_focus (field) || gtk_widget_has_focus (field))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_clear_pointer (&naming->entry, gtk_widget_unparent);
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return naming;
}

static void
show_made (LijnCanvas *self, LijnObject *object)
{
  LijnRect rect;

  lijn_view_select (self->view, object);
  if (lijn_layout_get_object_bounds (self->layout, object, &rect))
    lijn_canvas_bring_into_sight (self, &rect);
}

static LijnElement *
add_placed (LijnCanvas *self, const LijnNewElement *new, const char *name, GError **error)
{
  g_autoptr (LijnEdit)
      edit = lijn_edit_begin (lijn_view_get_project (self->view),
                              new->after != NULL ? _ ("Add and connect") : _ ("Add"), error);
  LijnElement *element = NULL;

  if (edit == NULL)
    return NULL;
  element = lijn_edit_add_element (lijn_view_get_map (self->view), new->lane, new->kind, name,
                                   new->place.x, new->place.y, error);
  if (element == NULL ||
      (new->after != NULL &&lijn_edit_connect (new->after, element, new->label, NULL, error) ==
       NULL) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return element;
}

static gboolean
make_element (LijnCanvas *self, const LijnNewElement *new, const char *name, GError **error)
{
  LijnElement *element = new->placed ? add_placed (self, new, name, error)
                                     : lijn_edit_append (new->after, new->lane, new->kind, name,
                                                         new->label, error);

  if (element != NULL)
    show_made (self, LIJN_OBJECT (element));
  return element != NULL;
}

static gboolean
make_friction (LijnCanvas *self, LijnNaming *naming, const char *words, GError **error)
{
  LijnFriction *friction = lijn_edit_add_friction (naming->anchor, naming->place.x, naming->place.y,
                                                   lijn_view_get_speaker (self->view), words,
                                                   error);

  if (friction != NULL)
    show_made (self, LIJN_OBJECT (friction));
  return friction != NULL;
}

static gboolean
rename_object (LijnObject *object, const char *name, GError **error)
{
  if (lijn_object_is_gone (object) || g_str_equal (name, lijn_object_get_name (object)))
    return TRUE;
  return lijn_edit_rename (object, name, error);
}

gboolean
lijn_canvas_finish_naming (LijnCanvas *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LijnNaming *naming = NULL;
  gboolean ok = TRUE;

  if (self->naming == NULL)
    return TRUE;
  text = g_strdup (lijn_name_entry_get_text (LIJN_NAME_ENTRY (self->naming->entry)));
  naming = take_naming (self);
  if (naming->object != NULL)
    ok = rename_object (naming->object, text, &error);
  else if (naming->is_friction)
    ok = make_friction (self, naming, text, &error);
  else
    ok = make_element (self, &naming->element, text, &error);
  free_naming (naming);
  return lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

void
lijn_canvas_cancel_naming (LijnCanvas *self)
{
  if (self->naming != NULL)
    free_naming (take_naming (self));
}

static void
done_cb (LijnNameEntry *entry, gboolean keep, LijnCanvas *self)
{
  if (self->naming == NULL)
    return;
  if (keep)
    lijn_canvas_finish_naming (self);
  else
    lijn_canvas_cancel_naming (self);
}

static void
begin (LijnCanvas *self, LijnNaming *naming, const char *text, const char *label,
       const char *placeholder)
{
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (self->view));
  LijnParty *party = NULL;
  LijnPartyColors colors;

  if (LIJN_IS_ELEMENT (naming->object))
    party = lijn_element_get_party (LIJN_ELEMENT (naming->object));
  else if (naming->element.lane != NULL)
    party = lijn_lane_get_party (naming->element.lane);
  colors = lijn_palette_for_party (lijn_view_get_palette (self->view), party);

  self->naming = naming;
  naming->entry = lijn_name_entry_new (text, label);
  lijn_name_entry_set_look (
      LIJN_NAME_ENTRY (naming->entry),
      MAX (TYPE_SIZE * lijn_view_get_zoom (self->view), LEAST_TYPE), &palette->paper,
      naming->is_friction || LIJN_IS_FRICTION (naming->object) ? &palette->severity[3]
      : party != NULL                                          ? &colors.hue
                                                               : &palette->soft);
  gtk_text_set_placeholder_text (
      GTK_TEXT (lijn_name_entry_get_field (LIJN_NAME_ENTRY (naming->entry))), placeholder);
  g_signal_connect (naming->entry, "done", G_CALLBACK (done_cb), self);
  gtk_widget_set_parent (naming->entry, GTK_WIDGET (self));
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_bring_into_sight (self, &naming->rect);
  gtk_widget_grab_focus (naming->entry);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The middle of a flow's line: where a label will be, more or less. */
static gboolean
middle_of_flow (LijnLayout *layout, LijnFlow *flow, LijnRect *rect)
{
  guint n;
  const LijnPoint *points = lijn_layout_get_flow_points (layout, flow, &n);

  if (points == NULL || n < 2)
    return FALSE;
  *rect = (LijnRect){ (points[(n - 1) / 2].x + points[n / 2].x) / 2,
                      (points[(n - 1) / 2].y + points[n / 2].y) / 2, 0, 0 };
  return TRUE;
}

/* Where the name of @object stands. */
static gboolean
rect_of_name (LijnLayout *layout, LijnObject *object, LijnRect *rect)
{
  LijnFriction *friction = LIJN_IS_FRICTION (object) ? LIJN_FRICTION (object) : NULL;
  LijnPoint tip;
  double size;

  if (LIJN_IS_ELEMENT (object))
    return lijn_layout_get_element_label (layout, LIJN_ELEMENT (object), rect) ||
           lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), rect);
  if (LIJN_IS_FLOW (object))
    return lijn_layout_get_flow_label (layout, LIJN_FLOW (object), rect) ||
           middle_of_flow (layout, LIJN_FLOW (object), rect);
  if (friction != NULL && lijn_layout_get_pin (layout, friction, &tip, &size))
    {
      *rect = (LijnRect){ tip.x, tip.y + 8, 0, 0 };
      return TRUE;
    }
  return lijn_layout_get_object_bounds (layout, object, rect);
}

/* Headers are thin and run upwards: their entry lies across them. */
static void
use_header (LijnLayout *layout, LijnObject *object, LijnRect *rect)
{
  guint n;
  const LijnPartyBox *parties = lijn_layout_get_parties (layout, &n);
  const LijnLaneBox *lane = LIJN_IS_LANE (object)
                                ? lijn_layout_find_lane (layout, LIJN_LANE (object))
                                : NULL;

  if (lane != NULL)
    *rect = lane->header;
  for (guint i = 0; i < n; i++)
    if (LIJN_OBJECT (parties[i].party) == object)
      *rect = parties[i].header;
}

gboolean
lijn_canvas_can_rename (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) || LIJN_IS_FLOW (object) || LIJN_IS_INTERFACE (object) ||
         LIJN_IS_FRICTION (object) || LIJN_IS_LANE (object) || LIJN_IS_PARTY (object);
}

void
lijn_canvas_edit_name (LijnCanvas *self, LijnObject *object)
{
  g_autofree char *label = NULL;
  LijnNaming *naming = NULL;
  LijnRect rect = { 0 };

  if (!lijn_canvas_can_edit (self) || !lijn_canvas_can_rename (object) ||
      lijn_object_is_gone (object))
    return;
  lijn_canvas_finish_naming (self);
  rect_of_name (self->layout, object, &rect);
  use_header (self->layout, object, &rect);

  lijn_view_select (self->view, object);
  naming = g_new0 (LijnNaming, 1);
  naming->object = g_object_ref (object);
  naming->rect = rect;
  label = g_strdup_printf (_ ("Name of %s"), lijn_word_for_table (lijn_object_get_table (object)));
  begin (self, naming, lijn_object_get_name (object), label, NULL);
}

void
lijn_canvas_name_new_element (LijnCanvas *self, const LijnNewElement *new)
{
  const LijnLaneBox *lane = NULL;
  LijnNaming *naming = NULL;
  LijnRect source;
  double width, height;

  lijn_canvas_finish_naming (self);
  lane = lijn_layout_find_lane (self->layout, new->lane);
  if (lane == NULL)
    return;

  naming = g_new0 (LijnNaming, 1);
  naming->is_element = TRUE;
  naming->element = *new;
  naming->element.lane = g_object_ref (new->lane);
  naming->element.label = g_strdup (new->label);
  if (new->after != NULL)
    naming->element.after = g_object_ref (new->after);
  if (!new->placed)
    lijn_place_after (self->layout, new->after, new->lane, new->kind, &naming->element.place.x,
                      &naming->element.place.y);
  lijn_place_default_size (new->kind, &width, &height);
  naming->shape = (LijnRect){ naming->element.place.x, naming->element.place.y + lane->rect.y,
                              width, height };
  naming->rect = naming->shape;
  if (new->after != NULL && lijn_layout_get_element_rect (self->layout, new->after, &source))
    naming->route = lijn_route_preview (self->layout, &source, &naming->shape, &naming->n_route);

  begin (self, naming, "", lijn_word_for_element_kind (new->kind),
         new->kind == LIJN_ELEMENT_KIND_STEP ? _ ("What is done?") : NULL);
}

void
lijn_canvas_word_new_friction (LijnCanvas *self, LijnObject *anchor, const LijnPoint *place)
{
  LijnNaming *naming = g_new0 (LijnNaming, 1);
  LijnRect rect;

  lijn_canvas_finish_naming (self);
  naming->is_friction = TRUE;
  naming->place = *place;
  naming->anchor = g_object_ref (anchor != NULL ? anchor
                                                : LIJN_OBJECT (lijn_view_get_map (self->view)));
  if (anchor != NULL && rect_of_name (self->layout, anchor, &rect) && !LIJN_IS_FLOW (anchor) &&
      !LIJN_IS_LANE (anchor))
    naming->place = (LijnPoint){ rect.x + rect.width - 8, rect.y + 4 };
  naming->rect = (LijnRect){ naming->place.x, naming->place.y + 8, 0, 0 };
  begin (self, naming, "", _ ("Friction point, in the words of the one who feels it"),
         _ ("What hurts, in your own words?"));
}

GtkWidget *
lijn_canvas_get_name_text (LijnCanvas *self)
{
  return self->naming != NULL ? lijn_name_entry_get_field (LIJN_NAME_ENTRY (self->naming->entry))
                              : NULL;
}

void
lijn_canvas_allocate_naming (LijnCanvas *self)
{
  double most = gtk_widget_get_width (GTK_WIDGET (self)) - 8;
  LijnNaming *naming = self->naming;
  LijnRect rect;
  gboolean words;
  double width, height, x, y;
  int least, natural, least_height;

  if (naming == NULL)
    return;
  words = naming->is_friction || LIJN_IS_FRICTION (naming->object);
  rect = lijn_canvas_rect_from_map (self, &naming->rect);
  gtk_widget_measure (naming->entry, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_measure (naming->entry, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);

  width = MAX (MAX (rect.width, words ? WORDS_WIDTH : LEAST_WIDTH), natural);
  width = MAX (MIN (width, most), least);
  height = MAX (LIJN_IS_LANE (naming->object) || LIJN_IS_PARTY (naming->object) ? 0 : rect.height,
                MAX (LEAST_HEIGHT, least_height));
  x = CLAMP (rect.x + (rect.width - width) / 2, 4, MAX (most - width, 4));
  y = words ? rect.y : rect.y + (rect.height - height) / 2;
  y = CLAMP (y, 4, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - height - 4, 4));
  gtk_widget_size_allocate (naming->entry,
                            &(GtkAllocation){ (int) x, (int) y, (int) width, (int) height }, -1);
}

void
lijn_canvas_snapshot_naming (LijnCanvas *self, GtkSnapshot *snapshot)
{
  LijnNaming *naming = self->naming;

  if (naming == NULL)
    return;
  if (naming->is_element)
    {
      lijn_preview_shape (self, snapshot, naming->element.kind, &naming->shape,
                          naming->element.lane);
      if (naming->route != NULL && naming->n_route > 1)
        lijn_preview_line (self, snapshot, naming->route, naming->n_route);
    }
  if (naming->is_friction)
    lijn_preview_pin (self, snapshot, &naming->place);
}
