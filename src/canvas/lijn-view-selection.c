/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-view-private.h"

/* What is selected. What is gone from the file leaves the selection after each refresh; so an
 * object needs no signal of its own. */

/* Takes what a change of the selection returned. */
void
lijn_view_tell_selection (LijnView *self, gboolean changed)
{
  if (changed)
    g_signal_emit_by_name (self, "selection-changed");
}

GPtrArray *
lijn_view_get_selection (LijnView *self)
{
  return lijn_selection_get_objects (self->selection);
}

LijnObject *
lijn_view_get_selected (LijnView *self)
{
  return lijn_selection_get_last (self->selection);
}

gboolean
lijn_view_is_selected (LijnView *self, LijnObject *object)
{
  return lijn_selection_contains (self->selection, object);
}

void
lijn_view_select (LijnView *self, LijnObject *object)
{
  lijn_view_tell_selection (self,
                            lijn_selection_set (self->selection, &object, object != NULL ? 1 : 0));
}

void
lijn_view_select_many (LijnView *self, GPtrArray *objects)
{
  lijn_view_tell_selection (
      self,
      lijn_selection_set (self->selection, (LijnObject *const *) objects->pdata, objects->len));
}

void
lijn_view_toggle (LijnView *self, LijnObject *object)
{
  lijn_view_tell_selection (self, lijn_selection_toggle (self->selection, object));
}
