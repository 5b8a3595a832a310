/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas.h"
#include "lijn-clip.h"
#include "lijn-drag.h"
#include "lijn-node-cache.h"
#include "lijn-tiles.h"

G_BEGIN_DECLS

/* The canvas from inside. Its parts:
 *
 *   lijn-canvas.c           the widget: children, allocation, what it follows
 *   lijn-canvas-place.c     zoom and place: from map to screen and back
 *   lijn-canvas-draw.c      a frame
 *   lijn-canvas-stale.c     which painted objects are still good
 *   lijn-canvas-focus.c     dims all but what surrounds the selection
 *   lijn-canvas-gestures.c  the gestures of mouse, touch and pen
 *   lijn-canvas-pointer.c   press, motion, release; starts drags
 *   lijn-canvas-hit.c       what is under the pointer, and the cursor over it
 *   lijn-canvas-free-hand.c drags without a button held
 *   lijn-drag*.c            what is being done with the pointer held down, one drag a file
 *   lijn-canvas-handles.c   the small arrows at an element, to go on from there
 *   lijn-canvas-line.c      what a flow can be taken by: ends, bends, stretches
 *   lijn-canvas-arrange.c   several things put in line
 *   lijn-canvas-pad.c       the pad beside what is selected; lijn-canvas-pad-place.c where
 *   lijn-canvas-keys.c      what keys do that is no action
 *   lijn-canvas-walk.c      where arrow keys lead; lijn-canvas-around.c what hangs on one thing
 *   lijn-canvas-grips.c     a flow taken by its ends and stretches, by keys
 *   lijn-canvas-actions.c   the widget actions, their shortcuts, and which can be done now
 *   lijn-canvas-undo.c      undo and redo, and where they were
 *   lijn-canvas-moving.c    moving about: back and forward, into a detail map and out of it
 *   lijn-canvas-add.c       new elements and friction points
 *   lijn-canvas-lanes.c     lanes, parties and phases, by menu (lijn-canvas-lane-menu.c) and keys
 *   lijn-canvas-headers.c   the headers of parties and lanes, which stay in sight
 *   lijn-canvas-naming.c    the entry in place; lijn-naming.c makes what was named
 *   lijn-canvas-clipboard.c copy, cut, paste, duplicate; lijn-canvas-drop.c drag and drop
 *   lijn-canvas-menu.c      the context menu; lijn-canvas-talk-menu.c that of pins and tags
 *   lijn-canvas-cluster.c   friction points that are one mark: the list of them
 *   lijn-canvas-speech.c    what a screen reader is told
 *   lijn-canvas-tidy.c      tidying and routing again; things glide to where they went
 */

/* Where something new goes, seen from what it comes after. */
typedef enum
{
  LIJN_HERE, /* in the same lane */
  LIJN_ACROSS, /* at another party: the one talked with last, else the nearest */
  LIJN_ABOVE, /* the same, but only above */
  LIJN_BELOW,
} LijnWhere;

typedef struct _LijnNaming LijnNaming;
typedef struct _LijnGhost LijnGhost;

struct _LijnCanvas
{
  GtkWidget parent_instance;

  LijnView *view; /* (nullable) */
  LijnLayout *layout; /* (nullable): of the view's map */
  gulong view_ids[9];
  gulong layout_id, refreshed_id, committed_id;

  /* lijn-canvas-place.c */
  GtkAdjustment *adjustments[2]; /* horizontal, vertical */
  gulong adjustment_ids[2];
  guint policies[2];
  gboolean placing; /* the adjustments are being set from the place */
  int length[2]; /* width and height as they were */
  int covered; /* pixels at the upper edge */
  gboolean allocating; /* children are given their places just now */
  AdwAnimation *travel;
  gboolean travelling; /* on the way to another place */
  LijnPoint travel_from, travel_to;

  /* lijn-canvas-draw.c */
  LijnNodeCache *objects, *halos;
  LijnTiles *tiles, *halo_tiles; /* the same of a map seen from afar */
  GskRenderNode *wash; /* (nullable): over what `washed` moves, on tiles */
  LijnDrag *washed;
  GskRenderNode *ground; /* (nullable) */
  LijnRect ground_area;
  LijnPaintOptions ground_options;

  /* lijn-canvas-headers.c */
  GskRenderNode *headers; /* (nullable) */
  LijnRect headers_area;
  LijnPaintOptions headers_options;
  LijnObject *hovered_header; /* (nullable): a lane */

  AdwAnimation *flash;
  GArray *flashed; /* LijnRect: what was shown last */

  GHashTable *surroundings; /* (nullable): lijn-canvas-focus.c */

  /* lijn-canvas-tidy.c */
  struct _LijnGlide *glide; /* (nullable): while things are on their way */
  AdwAnimation *gliding;

  /* lijn-canvas-pointer.c */
  GtkGesture *press;
  GtkGesture *pinch;
  double pinch_zoom; /* when it began */
  LijnPoint pinch_at; /* the middle of the fingers, in pixels */
  LijnPointer pointer; /* where it is, or was last */
  LijnPointer pressed; /* where the button went down */
  gboolean inside; /* the pointer is over the canvas */
  LijnPoint rest; /* where it was when it last moved, in pixels */
  gboolean by_keys; /* a key was pressed since: what hovering shows is hidden */
  gboolean touch; /* it was a finger last: things to touch are larger */
  gboolean held; /* the button is down, and the press has not been given up */
  gboolean space; /* the space bar is held: a drag pans */
  gboolean free_hand; /* `drag` goes on without a button held: it ends with a click or Return */
  gboolean deselect; /* a click without a drag takes the hit object out of the selection */
  guint presses; /* 1: click, 2: double click */
  LijnHit hit; /* what was pressed */
  LijnDrag *drag; /* (nullable) */
  guint scroll_tick; /* scrolls while a drag is at the edge */
  gint64 scroll_time;

  LijnObject *ring_center; /* (nullable): lijn-canvas-around.c */
  guint grip, n_grips; /* lijn-canvas-grips.c: the one taken, from 1; 0: none */

  /* lijn-canvas-handles.c */
  LijnElement *hovered; /* (nullable) */
  guint hot; /* LijnHandle: the one under the pointer */
  LijnGhost *ghost; /* (nullable): what the hot handle or pad button would make */
  gboolean pin_shown; /* a pin is, at `pin_place` */
  LijnPoint pin_place;

  LijnNaming *naming; /* (nullable): lijn-canvas-naming.c */
  GArray *changed; /* LijnRect (nullable): what looks different, while lijn-canvas-undo.c listens */
  GtkWidget *menu; /* lijn-canvas-menu.c */
  GtkWidget *pad; /* lijn-canvas-pad.c */
  GtkWidget *hint; /* shown while the map is empty */
};

/* lijn-canvas.c */
gboolean lijn_canvas_can_edit (LijnCanvas *self); /* there is a map and its file can be written */
void lijn_canvas_update_hint (LijnCanvas *self);

/* Goes to @rect, so near that it can be read, when the zoom is below @least. FALSE: it is not. */
gboolean lijn_canvas_come_near (LijnCanvas *self, const LijnRect *rect, double least);

/* lijn-canvas-place.c */
LijnPoint lijn_canvas_to_map (LijnCanvas *self, double x, double y);
LijnPoint lijn_canvas_from_map (LijnCanvas *self, double x, double y);
LijnRect lijn_canvas_rect_from_map (LijnCanvas *self, const LijnRect *rect);
LijnRect lijn_canvas_get_visible (LijnCanvas *self); /* in map coordinates */
void lijn_canvas_get_offset (LijnCanvas *self, double *x, double *y); /* of the map, in pixels */
void lijn_canvas_apply_place (LijnCanvas *self); /* sets the adjustments after zoom, place, size */
void lijn_canvas_zoom_at (LijnCanvas *self, double zoom, double x, double y);
void lijn_canvas_zoom_by (LijnCanvas *self, double factor); /* around the middle */
void lijn_canvas_fit (LijnCanvas *self, const LijnRect *rect, double most);
void lijn_canvas_pan (LijnCanvas *self, double dx, double dy); /* pixels */

/* As near the middle as shows no more empty ground than the map needs; a map that is seen whole stands
 * still. */
void lijn_canvas_center (LijnCanvas *self, const LijnRect *rect);
void lijn_canvas_stop_travel (LijnCanvas *self);
void lijn_canvas_bring_into_sight (LijnCanvas *self, const LijnRect *rect); /* only if it is not */
void lijn_canvas_keep_corner (LijnCanvas *self); /* when its size changes */
void lijn_canvas_settle_place (LijnCanvas *self); /* remembered, maybe at another size */
void lijn_canvas_first_place (LijnCanvas *self); /* for a map that has not been looked at */
void lijn_canvas_set_adjustment (LijnCanvas *self, GtkOrientation orientation,
                                 GtkAdjustment *adjustment);
void lijn_canvas_place_init (LijnCanvas *self);
void lijn_canvas_place_dispose (LijnCanvas *self);

/* lijn-canvas-draw.c */
void lijn_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void lijn_canvas_flash (LijnCanvas *self, const LijnRect *rects, guint n);
void lijn_canvas_draw_init (LijnCanvas *self);
void lijn_canvas_draw_dispose (LijnCanvas *self);
LijnPaintOptions lijn_canvas_paint_options (LijnCanvas *self);
void lijn_color_to_rgba (const LijnColor *color, double alpha, GdkRGBA *rgba);

/* lijn-canvas-stale.c */
#define LIJN_HALO_MARGIN 12.0 /* points that a halo reaches out */
void lijn_canvas_drop_ground (LijnCanvas *self);
void lijn_canvas_forget_painted (LijnCanvas *self); /* everything */
void lijn_canvas_selection_changed (LijnCanvas *self);
void lijn_canvas_layout_changed (LijnCanvas *self, const LijnRect *area);
void lijn_canvas_refreshed (LijnCanvas *self, LijnChanges *changes);

/* lijn-canvas-focus.c */
void lijn_canvas_snapshot_focus (LijnCanvas *self, GtkSnapshot *snapshot, const LijnRect *visible,
                                 const LijnPaintOptions *options);
void lijn_canvas_forget_surroundings (LijnCanvas *self); /* selection or project changed */

/* lijn-canvas-tidy.c */
void lijn_canvas_tidy_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void lijn_canvas_route_again_cb (GtkWidget *widget, const char *name, GVariant *parameter);
gboolean lijn_canvas_can_tidy_part (LijnCanvas *self); /* several elements are selected */
gboolean lijn_canvas_snapshot_glide (LijnCanvas *self, GtkSnapshot *snapshot, GskRenderNode *ground,
                                     const LijnPaintOptions *options); /* FALSE: nothing moves */
void lijn_canvas_end_glide (LijnCanvas *self);
void lijn_canvas_tidy_init (LijnCanvas *self);
void lijn_canvas_tidy_dispose (LijnCanvas *self);

/* lijn-canvas-gestures.c */
void lijn_canvas_add_gestures (LijnCanvas *self);

/* lijn-canvas-pointer.c: what the gestures do, which tests call too. */
void lijn_canvas_press (LijnCanvas *self, const LijnPointer *pointer, guint presses);
void lijn_canvas_motion (LijnCanvas *self, const LijnPointer *pointer);
void lijn_canvas_release (LijnCanvas *self, const LijnPointer *pointer);
gboolean lijn_canvas_give_up (LijnCanvas *self); /* Escape: ends a drag, undone; FALSE: none */
void lijn_canvas_begin_pan (LijnCanvas *self, const LijnPointer *pointer);
void lijn_canvas_end_pan (LijnCanvas *self);
void lijn_canvas_press_for_menu (LijnCanvas *self, const LijnPointer *pointer);

/* Takes @drag (nullable), which begins where was pressed; ends the one there is, done or given up. */
void lijn_canvas_begin_drag (LijnCanvas *self, LijnDrag *drag);
void lijn_canvas_end_drag (LijnCanvas *self, gboolean finish);

/* lijn-canvas-free-hand.c */
void lijn_canvas_begin_connect (LijnCanvas *self); /* from the selected element, free hand */
void lijn_canvas_begin_room (LijnCanvas *self); /* where was pressed, or at the selected one */
/* Takes @drag (nullable), which begins at @at of the map and goes on without a button held. */
void lijn_canvas_begin_free_hand (LijnCanvas *self, LijnDrag *drag, LijnPoint at);
void lijn_canvas_push_free_hand (LijnCanvas *self, int dx, int dy,
                                 gboolean fine); /* by keys, in steps */
gboolean lijn_canvas_end_free_hand (LijnCanvas *self); /* FALSE: there was none */
void lijn_canvas_point_at (LijnCanvas *self, LijnObject *object); /* the free hand, by keys */

/* lijn-canvas-hit.c */
LijnHit lijn_canvas_hit_at (LijnCanvas *self, const LijnPointer *pointer);
LijnElement *lijn_hit_get_element (const LijnHit *hit); /* (nullable): also by its name */
LijnObject *lijn_hit_get_selectable (const LijnHit *hit); /* (nullable): what a click selects */
gboolean lijn_canvas_is_at_border (LijnCanvas *self, const LijnHit *hit,
                                   const LijnPointer *pointer);
void lijn_canvas_update_cursor (LijnCanvas *self);
gboolean lijn_canvas_can_drag_pressed (LijnCanvas *self); /* else a finger there pans */

/* lijn-canvas-handles.c */
typedef enum
{
  LIJN_HANDLE_NONE,
  LIJN_HANDLE_RIGHT,
  LIJN_HANDLE_ABOVE,
  LIJN_HANDLE_BELOW,
} LijnHandle;
LijnHandle lijn_canvas_handle_at (LijnCanvas *self, const LijnPointer *pointer,
                                  LijnElement **element);
LijnWhere lijn_handle_where (LijnHandle handle); /* a click on it adds a step */
void lijn_canvas_snapshot_handles (LijnCanvas *self, GtkSnapshot *snapshot);
void lijn_canvas_hover (LijnCanvas *self, const LijnHit *hit);

/* lijn-canvas-arrange.c */
guint lijn_canvas_count_elements (LijnCanvas *self); /* that are selected */
void lijn_canvas_align_cb (GtkWidget *widget, const char *name, GVariant *parameter);
void lijn_canvas_distribute_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* lijn-canvas-line.c */
typedef enum
{
  LIJN_GRIP_NONE,
  LIJN_GRIP_SOURCE,
  LIJN_GRIP_TARGET,
  LIJN_GRIP_BEND, /* number @index of its points */
  LIJN_GRIP_STRETCH, /* from point number @index to the next */
} LijnGrip;
LijnDrag *lijn_canvas_drag_of_flow (LijnCanvas *self, const LijnHit *hit,
                                    const LijnPointer *pointer); /* (nullable) */
const char *lijn_canvas_cursor_of_flow (LijnCanvas *self, const LijnHit *hit,
                                        const LijnPointer *pointer);
gboolean lijn_canvas_remove_bend (LijnCanvas *self, const LijnHit *hit,
                                  const LijnPointer *pointer); /* FALSE: there is none */
void lijn_canvas_snapshot_line (LijnCanvas *self, GtkSnapshot *snapshot);

/* lijn-canvas-pad.c */
void lijn_canvas_add_pad (LijnCanvas *self);
void lijn_canvas_update_pad (
    LijnCanvas *self); /* after the selection or what is being done changed */
void lijn_canvas_allocate_pad (LijnCanvas *self);
void lijn_canvas_focus_pad_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* lijn-canvas-pad-place.c: gives @place, whose size is set, a place beside @object, which is at
 * @around; in pixels. FALSE: there is no room at all. */
gboolean lijn_canvas_find_pad_place (LijnCanvas *self, LijnObject *object, const LijnRect *around,
                                     LijnRect *place);

/* lijn-canvas-keys.c */
void lijn_canvas_add_keys (LijnCanvas *self);
void lijn_canvas_class_bind_keys (GtkWidgetClass *klass);

/* lijn-canvas-walk.c */
void lijn_canvas_walk (LijnCanvas *self, int dx, int dy, gboolean extend);
void lijn_canvas_walk_lane (LijnCanvas *self,
                            gboolean home); /* to its header, or its last element */
void lijn_canvas_reveal (LijnCanvas *self, LijnObject *object); /* only if it is out of sight */

/* lijn-canvas-around.c */
void lijn_canvas_go_around (LijnCanvas *self, int step); /* to what hangs on the selected thing */

/* lijn-canvas-grips.c: of the selected flow, taken one at a time; a free hand */
void lijn_canvas_take_flow_cb (GtkWidget *widget, const char *name, GVariant *parameter);
gboolean lijn_canvas_take_next_grip (LijnCanvas *self, int step); /* FALSE: none is taken */
void lijn_canvas_drop_grip (LijnCanvas *self);
void lijn_canvas_keep_to_grip (LijnCanvas *self, int *dx, int *dy); /* where it can go */
void lijn_canvas_snapshot_grip (LijnCanvas *self, GtkSnapshot *snapshot); /* on the map */
char *lijn_canvas_describe_grip (LijnCanvas *self); /* (transfer full) (nullable): none is taken */

/* lijn-canvas-headers.c */
gboolean lijn_canvas_headers_stick (LijnCanvas *self); /* once the map is scrolled to the right */
double lijn_canvas_get_headers_shift (LijnCanvas *self); /* in map coordinates; 0: in their place */
/* FALSE: there are none where @pointer is that stick. */
gboolean lijn_canvas_hit_headers (LijnCanvas *self, const LijnPointer *pointer, LijnHit *hit);
LijnLane *lijn_canvas_fold_sign_at (LijnCanvas *self, const LijnPointer *pointer); /* (nullable) */
void lijn_canvas_hover_header (LijnCanvas *self, const LijnHit *hit);
void lijn_canvas_forget_headers (LijnCanvas *self);
void lijn_canvas_snapshot_headers (LijnCanvas *self, GtkSnapshot *snapshot);

/* lijn-canvas-lanes.c */
void lijn_canvas_class_install_lanes (GtkWidgetClass *klass);
void lijn_canvas_update_lanes (LijnCanvas *self);
LijnLane *lijn_canvas_lane_to_join (LijnCanvas *self, LijnLane *lane); /* (nullable) */
void lijn_canvas_fold_lane (LijnCanvas *self, LijnLane *lane); /* collapses or opens it */
gboolean lijn_canvas_ask_to_remove (LijnCanvas *self); /* FALSE: nothing to ask */

/* lijn-canvas-lane-menu.c; @at in map coordinates */
void lijn_canvas_append_band_menu (LijnCanvas *self, GMenu *menu, LijnObject *band,
                                   const LijnPoint *at);
void lijn_canvas_append_ground_menu (LijnCanvas *self, GMenu *menu, const LijnPoint *at);

/* lijn-canvas-actions.c */
void lijn_canvas_class_install_actions (GtkWidgetClass *klass);
void lijn_canvas_update_actions (LijnCanvas *self);

/* lijn-canvas-undo.c */
void lijn_canvas_undo_cb (GtkWidget *widget, const char *name, GVariant *parameter);

/* lijn-canvas-moving.c */
void lijn_canvas_class_install_moving (GtkWidgetClass *klass);
void lijn_canvas_update_moving (LijnCanvas *self);
void lijn_canvas_add_moving_gestures (LijnCanvas *self);

/* Goes to the detail map of @object when (@at) is on its sign. Returns: whether it was. */
gboolean lijn_canvas_open_detail_at (LijnCanvas *self, LijnObject *object, const LijnPoint *at);

/* lijn-canvas-add.c */
void lijn_canvas_add_after (LijnCanvas *self, LijnElement *after, LijnElementKind kind,
                            LijnWhere where); /* @after (nullable) */
void lijn_canvas_add_after_selected (LijnCanvas *self, LijnElementKind kind, LijnWhere where);
void lijn_canvas_preview_after (LijnCanvas *self, LijnElement *after, LijnElementKind kind,
                                LijnWhere where); /* what that would make, as a ghost */
void lijn_canvas_preview_friction (LijnCanvas *self, LijnObject *anchor); /* the same of a pin */
void lijn_canvas_drop_ghost (LijnCanvas *self);
void lijn_canvas_add_at (LijnCanvas *self, LijnElement *source, LijnElementKind kind,
                         const LijnPoint *center); /* @source (nullable) */
void lijn_canvas_add_friction (LijnCanvas *self, LijnObject *anchor, const LijnPoint *place);

void lijn_canvas_connect (LijnCanvas *self, LijnElement *source, LijnElement *target);
LijnElement *lijn_canvas_get_last_element (
    LijnCanvas *self); /* (nullable): what one goes on from */
LijnLane *lijn_canvas_lane_for_new (LijnCanvas *self); /* (nullable) (transfer none) */

/* lijn-canvas-naming.c */
typedef struct
{
  LijnElementKind kind;
  LijnElement *after; /* (nullable) */
  LijnLane *lane;
  const char *label; /* (nullable): of the flow from @after */
  gboolean placed; /* where @place is, else where lijn_place_after() finds */
  LijnPoint place; /* as in the file */
} LijnNewElement;

void lijn_canvas_name_new_element (LijnCanvas *self, const LijnNewElement *element);
void lijn_canvas_name_new_flow (LijnCanvas *self, LijnElement *source, LijnElement *target,
                                const char *label); /* @label (nullable): to begin with */
/* Where the pin of a new friction point on @anchor (nullable) is shown: @at where that is as good. */
LijnPoint lijn_canvas_place_new_pin (LijnCanvas *self, LijnObject *anchor, const LijnPoint *at);
void lijn_canvas_word_new_friction (LijnCanvas *self, LijnObject *anchor, const LijnPoint *place);
void lijn_canvas_word_new_remark (LijnCanvas *self);
gboolean lijn_canvas_can_rename (LijnObject *object);
GtkWidget *lijn_canvas_get_name_text (LijnCanvas *self); /* (nullable): the GtkText, for keys */
gboolean lijn_canvas_is_naming_branch (LijnCanvas *self); /* an answer, not yet what it leads to */
void lijn_canvas_advance_naming (
    LijnCanvas *self); /* Return: to the name after an answer, or done */
gboolean lijn_canvas_finish_naming (LijnCanvas *self); /* FALSE when it failed */
void lijn_canvas_cancel_naming (LijnCanvas *self);
void lijn_canvas_leave_naming (LijnCanvas *self); /* done, but what is new and has no word is not */
void lijn_canvas_allocate_naming (LijnCanvas *self);
void lijn_canvas_snapshot_naming (LijnCanvas *self, GtkSnapshot *snapshot);

/* lijn-canvas-clipboard.c */
void lijn_canvas_copy (LijnCanvas *self);
void lijn_canvas_paste (LijnCanvas *self);
void lijn_canvas_duplicate (LijnCanvas *self);
void lijn_canvas_paste_clip_at (LijnCanvas *self, LijnClip *clip, const LijnPoint *at);

/* In @lane, or NULL: after what is selected. */
void lijn_canvas_paste_text (LijnCanvas *self, const char *text, LijnLane *lane);

/* lijn-canvas-drop.c */
void lijn_canvas_add_drop (LijnCanvas *self);

/* Lets @device take a copy of what is selected along. FALSE: it does not. */
gboolean lijn_canvas_drag_out (LijnCanvas *self, GdkDevice *device);

/* lijn-canvas-cluster.c: opens the list of the cluster that @object (nullable) is in; returns whether it
 * is in one. A hit of a cluster is of the one that is selected, where one of them is. */
gboolean lijn_canvas_open_cluster (LijnCanvas *self, LijnObject *object);
void lijn_canvas_hit_cluster (LijnCanvas *self, LijnHit *hit);
void lijn_canvas_append_cluster_menu (LijnCanvas *self, GMenu *menu, LijnObject *object);
void lijn_canvas_class_install_cluster (GtkWidgetClass *klass);

/* lijn-canvas-talk-menu.c; @object: a friction point or an interface */
void lijn_canvas_append_talk_menu (LijnCanvas *self, GMenu *menu, LijnObject *object);
void lijn_canvas_class_install_talk (GtkWidgetClass *klass);

/* lijn-canvas-menu.c */
void lijn_canvas_pop_up_menu (LijnCanvas *self, double x, double y);

/* lijn-canvas-speech.c */
void lijn_canvas_update_speech (LijnCanvas *self);
char *lijn_canvas_describe (LijnObject *object); /* (transfer full) */

G_END_DECLS
