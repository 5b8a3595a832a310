/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-view-private.h"

/* What shows of a map beside what is on it: habits, which are remembered for the project, and
 * modes. */

LijnPaletteKind
lijn_view_get_palette (LijnView *self)
{
  return self->palette;
}

LijnOverlay
lijn_view_get_overlay (LijnView *self)
{
  return self->habits.overlay;
}

/* One of the habits has changed. */
static void
keep_habits (LijnView *self, const char *property)
{
  if (!self->beside)
    lijn_view_memory_set_habits (self->project, &self->habits);
  g_object_notify (G_OBJECT (self), property);
}

void
lijn_view_set_overlay (LijnView *self, LijnOverlay overlay)
{
  if (overlay == self->habits.overlay)
    return;
  self->habits.overlay = overlay;
  keep_habits (self, "overlay");
}

gboolean
lijn_view_get_overview (LijnView *self)
{
  return self->habits.overview;
}

void
lijn_view_set_overview (LijnView *self, gboolean shown)
{
  if (shown == self->habits.overview)
    return;
  self->habits.overview = shown;
  keep_habits (self, "overview");
}

gboolean
lijn_view_get_focus_mode (LijnView *self)
{
  return self->focus_mode;
}

void
lijn_view_set_focus_mode (LijnView *self, gboolean on)
{
  if (on == self->focus_mode)
    return;
  self->focus_mode = on;
  g_object_notify (G_OBJECT (self), "focus-mode");
}

gboolean
lijn_view_get_comparing (LijnView *self)
{
  return self->comparing;
}

void
lijn_view_set_comparing (LijnView *self, gboolean on)
{
  if (on == self->comparing)
    return;
  self->comparing = on;
  g_object_notify (G_OBJECT (self), "comparing");
}

GActionGroup *
lijn_view_make_actions (LijnView *self)
{
  static const char *const names[] = { "overlay", "overview", "focus-mode", "comparing" };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], self, names[i]);

      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  return G_ACTION_GROUP (actions);
}
