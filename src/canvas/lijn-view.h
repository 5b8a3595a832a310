/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-layout.h"
#include "lijn-paint.h"

G_BEGIN_DECLS

/* How one window looks at a project: the map shown, what is selected, the tool, zoom and place.
 * View state, never in the file's history; remembered per project in the user's state folder.
 * Canvas, outline, inspector and the window's actions share one view and follow it.
 *
 * properties: "project" (construct-only), "map", "tool" (int: LijnTool), "zoom" (screen pixels a
 * point), "speaker" (LijnParty: on whose behalf one is typing; nullable), "palette" (int:
 * LijnPaletteKind, read-only: follows the style of the desktop), "overlay" (int: LijnOverlay) and
 * "overview" (the small map in the corner), remembered for the project; "focus-mode" (all but what
 * surrounds the selection is dimmed); "comparing" (the map that this one was made from, or that was
 * made from it, is shown beside it).
 *
 * signals: "selection-changed"; "shown" (LijnObject *): something asked for an object to be brought
 * into sight, centred and highlighted; "went": zoom and place are those of another place one has been
 * at, after lijn_view_go(); "message" (const char *text): a sentence for the user, shown
 * as a toast; "failed" (const GError *): a verb failed, before the message that says so;
 * "edit-requested": what is selected is to be named, in the inspector. */

#define LIJN_VIEW_ZOOM_MIN 0.05
#define LIJN_VIEW_ZOOM_MAX 8.0

typedef enum
{
  LIJN_TOOL_SELECT,
  LIJN_TOOL_CONNECT,
  LIJN_TOOL_FRICTION,
  LIJN_TOOL_PAN,
} LijnTool;

#define LIJN_TYPE_VIEW (lijn_view_get_type ())
G_DECLARE_FINAL_TYPE (LijnView, lijn_view, LIJN, VIEW, GObject)

LijnView *lijn_view_new (LijnProject *project);

/* A second look at the project of @view, on @map: it remembers nothing and speaks for nobody. */
LijnView *lijn_view_new_beside (LijnView *view, LijnMap *map);
LijnProject *lijn_view_get_project (LijnView *self);
LijnMap *lijn_view_get_map (LijnView *self); /* (nullable): a project may have no map yet */
void lijn_view_set_map (LijnView *self, LijnMap *map);
LijnLayout *lijn_view_get_layout (LijnView *self); /* (nullable) */
LijnTool lijn_view_get_tool (LijnView *self);
void lijn_view_set_tool (LijnView *self, LijnTool tool);
double lijn_view_get_zoom (LijnView *self);
void lijn_view_set_zoom (LijnView *self, double zoom); /* kept between the two limits */

/* What of the map is in the middle of the canvas. FALSE until it has been set for this map, in this
 * session or an earlier one. */
gboolean lijn_view_get_place (LijnView *self, LijnPoint *place);
void lijn_view_set_place (LijnView *self, const LijnPoint *place);

LijnParty *lijn_view_get_speaker (LijnView *self); /* (nullable) */
void lijn_view_set_speaker (LijnView *self, LijnParty *party); /* also lijn_store_set_speaker() */
LijnPaletteKind lijn_view_get_palette (LijnView *self);

LijnOverlay lijn_view_get_overlay (LijnView *self);
void lijn_view_set_overlay (LijnView *self, LijnOverlay overlay);
gboolean lijn_view_get_overview (LijnView *self);
void lijn_view_set_overview (LijnView *self, gboolean shown);
gboolean lijn_view_get_focus_mode (LijnView *self);
void lijn_view_set_focus_mode (LijnView *self, gboolean on);

gboolean lijn_view_get_comparing (LijnView *self);
void lijn_view_set_comparing (LijnView *self, gboolean on);

/* Returns: (transfer full): "overlay", "overview", "focus-mode" and "comparing" as actions with a
 * state, for menus and keys. They hold a reference to @self. */
GActionGroup *lijn_view_make_actions (LijnView *self);

/* The selection: objects of any kind, the one selected last at the end; gone objects leave by
 * themselves. */
GPtrArray *lijn_view_get_selection (LijnView *self); /* (transfer none) */
LijnObject *lijn_view_get_selected (LijnView *self); /* (nullable): the only one or the last */
gboolean lijn_view_is_selected (LijnView *self, LijnObject *object);
void lijn_view_select (LijnView *self, LijnObject *object); /* only this one; NULL: nothing */
void lijn_view_select_many (LijnView *self, GPtrArray *objects);
void lijn_view_toggle (LijnView *self, LijnObject *object);

/* Shows @object on its map, centred and highlighted, and selects it. Where one was looking is marked
 * first, but for peeking: what passes by on the way to somewhere. */
void lijn_view_show (LijnView *self, LijnObject *object);

/* The same for what has just been made beside the map, and is to be named. */
void lijn_view_show_new (LijnView *self, LijnObject *object);
void lijn_view_peek (LijnView *self, LijnObject *object);

/* The places one has looked at. Marks the present one, before one goes elsewhere; goes back or
 * forward: FALSE when there is nowhere to go. Going to another map marks by itself. */
void lijn_view_mark_place (LijnView *self);
gboolean lijn_view_can_go (LijnView *self, gboolean forward);
gboolean lijn_view_go (LijnView *self, gboolean forward);

/* Emits "message". @text is translated. */
void lijn_view_say (LijnView *self, const char *text);

/* A long job is about to begin: emits "busy" (label, LijnBusy *), whose handler may fill in by what
 * the job tells how far it is, learns that it is cancelled, and tells that it has ended. All of it
 * may stay NULL. */
typedef struct
{
  void (*step) (double part, gpointer data);
  void (*end) (gpointer data);
  gpointer data;
  GCancellable *cancellable; /* (unowned): lives until the end */
} LijnBusy;
LijnBusy lijn_view_begin_busy (LijnView *self, const char *label);

/* Takes the result of a verb: FALSE shows @error as a message (and frees it). Returns: @ok. */
gboolean lijn_view_report (LijnView *self, gboolean ok, GError *error);

G_END_DECLS
