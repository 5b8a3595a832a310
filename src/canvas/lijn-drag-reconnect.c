/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-crossing.h"
#include "lijn-edit.h"
#include "lijn-preview.h"
#include "lijn-route.h"

/* Takes one end of a flow to another element. What then becomes of interfaces is said beside the
 * pointer; where the rules do not allow it, why not, and nothing happens. */

typedef struct
{
  LijnDrag parent;
  LijnFlow *flow;
  gboolean at_source; /* the end that moves */
  LijnElement *element; /* (unowned) (nullable): what the pointer is over */
  LijnPoint at;
  char *reason; /* (nullable): why not there */
  char *words; /* (nullable): what letting go would do to interfaces */
} Reconnect;

static LijnElement *
kept_end (Reconnect *reconnect)
{
  return reconnect->at_source ? lijn_flow_get_target (reconnect->flow)
                              : lijn_flow_get_source (reconnect->flow);
}

static LijnElement *
end_after (Reconnect *reconnect, gboolean source)
{
  return source == reconnect->at_source ? reconnect->element : kept_end (reconnect);
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Reconnect *reconnect = (Reconnect *) drag;
  LijnHit hit = lijn_layout_find_at (canvas->layout, pointer->at.x, pointer->at.y, 0);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&reconnect->reason, g_free);
  g_clear_pointer (&reconnect->words, g_free);
  reconnect->at = pointer->at;
  reconnect->element = LIJN_IS_ELEMENT (hit.object) ? LIJN_ELEMENT (hit.object) : NULL;
  if (reconnect->element == NULL)
    reconnect->reason = g_strdup (_ ("Drop it on a step to connect it there"));
  else if (!lijn_rules_connect (end_after (reconnect, TRUE), end_after (reconnect, FALSE), NULL,
                                &error))
    reconnect->reason = g_strdup (error->message);
  else
    {
      LijnCrossing crossing;

      lijn_rules_crossing_between (reconnect->flow, end_after (reconnect, TRUE),
                                   end_after (reconnect, FALSE), &crossing);
      reconnect->words = lijn_crossing_describe (&crossing);
    }
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Reconnect *reconnect = (Reconnect *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (reconnect->element != NULL)
    ok = lijn_edit_reconnect (reconnect->flow, end_after (reconnect, TRUE),
                              end_after (reconnect, FALSE), &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static gboolean
moves (LijnDrag *drag, LijnObject *object)
{
  return object == LIJN_OBJECT (((Reconnect *) drag)->flow);
}

static void
snapshot_reconnect (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Reconnect *reconnect = (Reconnect *) drag;
  LijnPoint ends[2] = { reconnect->at, reconnect->at };
  LijnRect kept;

  if (reconnect->reason == NULL && reconnect->element != NULL)
    {
      lijn_preview_target (canvas, snapshot, LIJN_OBJECT (reconnect->element));
      lijn_preview_flow (canvas, snapshot, end_after (reconnect, TRUE),
                         end_after (reconnect, FALSE));
      if (reconnect->words != NULL)
        lijn_preview_words (canvas, snapshot, &reconnect->at, reconnect->words);
      return;
    }
  if (lijn_layout_get_element_rect (canvas->layout, kept_end (reconnect), &kept))
    {
      ends[reconnect->at_source ? 1 : 0] = lijn_rect_center (&kept);
      lijn_preview_line (canvas, snapshot, ends, 2);
    }
  if (reconnect->reason != NULL)
    lijn_preview_words (canvas, snapshot, &reconnect->at, reconnect->reason);
}

static void
free_reconnect (LijnDrag *drag)
{
  Reconnect *reconnect = (Reconnect *) drag;

  g_object_unref (reconnect->flow);
  g_free (reconnect->reason);
  g_free (reconnect->words);
  g_free (reconnect);
}

static LijnElement *
get_target (LijnDrag *drag)
{
  return ((Reconnect *) drag)->element;
}

static const char *
get_words (LijnDrag *drag)
{
  return ((Reconnect *) drag)->words;
}

static const LijnDragClass reconnect_class = {
  .cursor = "crosshair",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_reconnect,
  .moves = moves,
  .get_target = get_target,
  .get_words = get_words,
  .free = free_reconnect,
};

LijnDrag *
lijn_drag_reconnect_new (LijnCanvas *canvas, LijnFlow *flow, gboolean at_source)
{
  Reconnect *reconnect = g_new0 (Reconnect, 1);

  reconnect->parent.klass = &reconnect_class;
  reconnect->flow = g_object_ref (flow);
  reconnect->at_source = at_source;
  return &reconnect->parent;
}
