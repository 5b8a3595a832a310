/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include "lijn-edit.h"
#include "lijn-glide.h"

#include <glib/gi18n.h>

/* Tidying and routing again, of what is selected or of the whole map. Then things glide to where they
 * went, as far as the desktop wants animations. */

#define GLIDE_MS 300

static void
glide_cb (double part, gpointer data)
{
  gtk_widget_queue_draw (data);
}

static void
glide_done_cb (LijnCanvas *self)
{
  lijn_canvas_end_glide (self);
}

void
lijn_canvas_end_glide (LijnCanvas *self)
{
  if (self->glide == NULL)
    return;
  g_clear_pointer (&self->glide, lijn_glide_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_glide (LijnCanvas *self, LijnGlide *glide)
{
  g_autoptr (LijnGlide) own = glide;

  if (!lijn_glide_begin (own))
    return;
  lijn_canvas_end_glide (self);
  self->glide = g_steal_pointer (&own);
  adw_animation_reset (self->gliding);
  adw_animation_play (self->gliding);
}

static GskRenderNode *
get_node (LijnObject *object, gpointer data)
{
  LijnCanvas *self = data;
  LijnPaintOptions options = lijn_canvas_paint_options (self);

  return lijn_node_cache_get (self->objects, self->layout, object, &options);
}

gboolean
lijn_canvas_snapshot_glide (LijnCanvas *self, GtkSnapshot *snapshot, GskRenderNode *ground,
                            const LijnPaintOptions *options)
{
  if (self->glide == NULL)
    return FALSE;
  lijn_glide_snapshot (self->glide, snapshot, adw_animation_get_value (self->gliding), ground,
                       options, get_node, self);
  return TRUE;
}

/* The selected elements, with what is in selected groups; NULL for fewer than two: the whole map. */
static GPtrArray *
list_selected (LijnCanvas *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; i < selection->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (selection, i)))
      g_ptr_array_add (elements, g_ptr_array_index (selection, i));
  for (guint i = 0; i < elements->len; i++)
    {
      LijnObject *group = g_ptr_array_index (elements, i);
      GPtrArray *inside = lijn_project_referrers (lijn_view_get_project (self->view),
                                                  LIJN_TABLE_ELEMENT, "container", group);

      for (guint j = 0; j < inside->len; j++)
        if (!g_ptr_array_find (elements, inside->pdata[j], NULL))
          g_ptr_array_add (elements, inside->pdata[j]);
    }
  if (elements->len < 2)
    g_clear_pointer (&elements, g_ptr_array_unref);
  return elements;
}

gboolean
lijn_canvas_can_tidy_part (LijnCanvas *self)
{
  g_autoptr (GPtrArray) elements = list_selected (self);

  return elements != NULL;
}

static gboolean
tidy (LijnCanvas *self, GPtrArray *elements, GError **error)
{
  LijnMap *map = lijn_view_get_map (self->view);
  LijnBusy busy = lijn_view_begin_busy (self->view, _ ("Tidying the map…"));
  g_autoptr (LijnTidyPlan)
      plan = lijn_tidy_plan (self->layout, elements, busy.step, busy.data, busy.cancellable);
  gboolean done = plan != NULL && lijn_edit_tidy_as_planned (map, plan, error);

  if (busy.end != NULL)
    busy.end (busy.data);
  return done;
}

void
lijn_canvas_tidy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GPtrArray) elements = list_selected (self);
  LijnRect visible = lijn_canvas_get_visible (self);
  g_autoptr (LijnGlide) glide = lijn_glide_new (self->layout, &visible, self->ground);
  g_autoptr (GError) error = NULL;

  if (tidy (self, elements, &error))
    begin_glide (self, g_steal_pointer (&glide));
  lijn_view_report (self->view, error == NULL, g_steal_pointer (&error));
}

static void
add_flows_at (GPtrArray *flows, LijnObject *element)
{
  static const char *const ends[] = { "source", "target" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      GPtrArray *some = lijn_project_referrers (lijn_object_get_project (element), LIJN_TABLE_FLOW,
                                                ends[i], element);

      for (guint j = 0; j < some->len; j++)
        if (!g_ptr_array_find (flows, some->pdata[j], NULL))
          g_ptr_array_add (flows, some->pdata[j]);
    }
}

/* The selected flows and those at selected elements; all of them when neither is selected. */
static GPtrArray *
list_flows (LijnCanvas *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  GPtrArray *flows = g_ptr_array_new ();
  gboolean some = FALSE;

  for (guint i = 0; i < selection->len; i++)
    {
      LijnObject *object = g_ptr_array_index (selection, i);

      some = some || LIJN_IS_ELEMENT (object) || LIJN_IS_FLOW (object);
      if (LIJN_IS_ELEMENT (object))
        add_flows_at (flows, object);
      else if (LIJN_IS_FLOW (object) && !g_ptr_array_find (flows, object, NULL))
        g_ptr_array_add (flows, object);
    }
  if (!some)
    g_ptr_array_extend (flows,
                        lijn_project_referrers (lijn_view_get_project (self->view), LIJN_TABLE_FLOW,
                                                "map",
                                                LIJN_OBJECT (lijn_view_get_map (self->view))),
                        NULL, NULL);
  return flows;
}

void
lijn_canvas_route_again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GPtrArray) flows = list_flows (self);
  LijnRect visible = lijn_canvas_get_visible (self);
  g_autoptr (LijnGlide) glide = lijn_glide_new (self->layout, &visible, self->ground);
  g_autoptr (GError) error = NULL;

  if (flows->len > 0 && lijn_edit_route_again (flows, &error))
    begin_glide (self, g_steal_pointer (&glide));
  lijn_view_report (self->view, error == NULL, g_steal_pointer (&error));
}

void
lijn_canvas_tidy_init (LijnCanvas *self)
{
  self->gliding = adw_timed_animation_new (
      GTK_WIDGET (self), 0, 1, GLIDE_MS, adw_callback_animation_target_new (glide_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->gliding), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (self->gliding, "done", G_CALLBACK (glide_done_cb), self);
}

void
lijn_canvas_tidy_dispose (LijnCanvas *self)
{
  g_clear_pointer (&self->glide, lijn_glide_free);
  g_clear_object (&self->gliding);
}
