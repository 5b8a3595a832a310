/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"
#include "lijn-rect.h"
#include "lijn-rules.h"

G_BEGIN_DECLS

/* Where everything on a map is, in map coordinates: points, x from the left edge of the party
 * bands, y from the top of the first lane.
 *
 * Lanes stand below each other by party and rank. Between two parties lies the band of the line of
 * interaction: rope and tags hang there. x of an element is the file's x; its y is the file's y
 * plus the top of its lane.
 *
 * What is in a collapsed lane is not there: it has no place, is not found and not painted. Flows
 * from it to elsewhere end at the lane's band, those inside it are not there either.
 *
 * A layout follows its project: a local edit costs time in proportion to what it touches, a change
 * of the lanes in proportion to the map. */

/* Measures, in points. */
#define LIJN_BAND_WIDTH 34.0 /* the party's name, on its side */
#define LIJN_LANE_HEADER 36.0 /* the lane's name, on its side, right of the band */
#define LIJN_GROUND_LEFT (LIJN_BAND_WIDTH + LIJN_LANE_HEADER)
#define LIJN_LANE_PADDING 28.0 /* kept free between a lane's edge and what is in it */
#define LIJN_LANE_HEIGHT 112.0 /* of a new lane */
#define LIJN_COLLAPSED_HEIGHT 32.0 /* of a collapsed lane: its name and how much is in it */
#define LIJN_PHASE_HEIGHT 26.0 /* of the phases' headers, above the first lane */
#define LIJN_PHASE_WIDTH 280.0 /* of a new phase */
#define LIJN_LINE_HEIGHT                                                                           \
  104.0 /* of the band of a line of interaction with one row of tags; more rows make it higher */
#define LIJN_ROPE_TOP 22.0 /* of the rope, below the top of its band */
#define LIJN_TAG_DROP 11.0 /* from the rope to the first row of tags */
#define LIJN_TAG_HEIGHT 26.0
#define LIJN_TAG_WIDTH 460.0 /* at most; then the name ends in an ellipsis */
#define LIJN_TAG_BADGE                                                                             \
  20.0 /* width of the number's badge, 4 from the tag's left; wider numbers
                               have 5 on both sides */
#define LIJN_SMALL_TAG_HEIGHT 18.0
#define LIJN_TAG_NAME 8.0 /* from the badge to the name */
#define LIJN_TAG_TICK 20.0 /* kept right of the name: for the tick, or half of it on either side */
#define LIJN_LABEL_WIDTH 116.0 /* of a name outside its shape, at most */
#define LIJN_LABEL_LINES 6 /* at most; then an ellipsis */
#define LIJN_FLOW_LABEL_WIDTH 104.0
#define LIJN_TIME_ICON 18.0 /* the clock left of a waiting time, its gap with it */
#define LIJN_STEP_WIDTH 132.0
#define LIJN_STEP_HEIGHT 56.0
#define LIJN_EVENT_SIZE 32.0 /* start and end */
#define LIJN_DECISION_WIDTH 80.0
#define LIJN_DECISION_HEIGHT 60.0
#define LIJN_DOCUMENT_WIDTH 104.0
#define LIJN_DOCUMENT_HEIGHT 64.0
#define LIJN_WAIT_SIZE 40.0
#define LIJN_NOTE_WIDTH 140.0
#define LIJN_NOTE_HEIGHT 60.0
#define LIJN_GAP 48.0 /* between a step and the next one */
#define LIJN_GRID 4.0

#define LIJN_TYPE_LAYOUT (lijn_layout_get_type ())
G_DECLARE_FINAL_TYPE (LijnLayout, lijn_layout, LIJN, LAYOUT, GObject)

/* Makes a layout of what @audience may see of @map. (transfer full) */
LijnLayout *lijn_layout_new (LijnMap *map, const LijnAudience *audience);

/* Returns: (transfer none): the layout of everything on @map, made at the first call and kept with
 * the map: what editing uses. */
LijnLayout *lijn_layout_of (LijnMap *map);

LijnMap *lijn_layout_get_map (LijnLayout *self);
const LijnAudience *lijn_layout_get_audience (LijnLayout *self);

/* signal "changed" (const LijnRect *): what of the map looks different; NULL when it may be
 * anything. */

/* Returns: all that is on the map, with bands, labels and pins; without title and legend. */
LijnRect lijn_layout_get_bounds (LijnLayout *self);

typedef struct
{
  LijnParty *party;
  LijnRect rect; /* all of its lanes, with the band at the left */
  LijnRect header; /* the band with its name */
} LijnPartyBox;

typedef struct
{
  LijnLane *lane;
  LijnRect rect; /* right of the band, with the lane's header at its left */
  LijnRect header;
  guint index; /* within the party */
  gboolean collapsed;
} LijnLaneBox;

typedef struct
{
  LijnParty *above, *below;
  LijnRect rect;
  double rope; /* y of the rope where it is fixed; it sags a little */
} LijnLineBox;

typedef struct
{
  LijnPhase *phase;
  LijnRect rect; /* from the top of its header to the bottom of the lanes */
  LijnRect header;
} LijnPhaseBox;

/* From top to bottom, phases from left to right; arrays belong to the layout until it changes. */
const LijnPartyBox *lijn_layout_get_parties (LijnLayout *self, guint *n);
const LijnLaneBox *lijn_layout_get_lanes (LijnLayout *self, guint *n);
const LijnLineBox *lijn_layout_get_lines (LijnLayout *self, guint *n);
const LijnPhaseBox *lijn_layout_get_phases (LijnLayout *self, guint *n);

/* Returns: how many elements in @lane, without groups and notes, its audience may see: what a
 * collapsed lane says is in it. */
guint lijn_layout_count_in_lane (LijnLayout *self, LijnLane *lane);

const LijnLaneBox *lijn_layout_find_lane (LijnLayout *self, LijnLane *lane); /* (nullable) */
const LijnLaneBox *lijn_layout_lane_at (LijnLayout *self,
                                        double y); /* (nullable): not on a line or outside */
const LijnLaneBox *lijn_layout_nearest_lane (LijnLayout *self,
                                             double y); /* (nullable): NULL without lanes */
const LijnLineBox *lijn_layout_line_between (
    LijnLayout *self, LijnParty *one,
    LijnParty *other); /* (nullable): the first one crossed from one to other */

/* Each returns FALSE when the object is not on this map or hidden from its audience. */
gboolean lijn_layout_get_element_rect (LijnLayout *self, LijnElement *element, LijnRect *rect);

/* The name outside the shape of starts, ends, decisions, waits and documents, and the name of a
 * flow: LIJN_TYPE_LABEL, wrapped at the width of @rect, at most LIJN_LABEL_LINES lines, each
 * centred. FALSE too when there is no name. */
gboolean lijn_layout_get_element_label (LijnLayout *self, LijnElement *element, LijnRect *rect);
gboolean lijn_layout_get_flow_label (LijnLayout *self, LijnFlow *flow, LijnRect *rect);

/* Where the waiting time of @element (lijn_words_for_duration()) is set with its clock:
 * LIJN_TYPE_LABEL, one line, LIJN_TIME_ICON from the left. FALSE too when there is none. */
gboolean lijn_layout_get_element_time (LijnLayout *self, LijnElement *element, LijnRect *rect);

gboolean lijn_layout_get_tag (LijnLayout *self, LijnInterface *interface, LijnRect *rect);

/* A pin stands above its tip; @size is the width of its head. With its badge it keeps within
 * lijn_pin_rect(). */
gboolean lijn_layout_get_pin (LijnLayout *self, LijnFriction *friction, LijnPoint *tip,
                              double *size);
double lijn_pin_size (int severity); /* 0 to 5 */

/* More friction points than LIJN_PINS_APART at one thing are a cluster: one mark, whose place and size
 * each of them has. It tells how many they are and looks like its face: the worst of what is still
 * open. */
#define LIJN_PINS_APART 4
#define LIJN_CLUSTER_SPREAD 8.0 /* how far it reaches beyond its pin, at the left and right */

/* Returns: (transfer none) (nullable): the face of the cluster that @friction is in; NULL when it has a
 * pin of its own, or none. */
LijnFriction *lijn_layout_get_face (LijnLayout *self, LijnFriction *friction);

/* Returns: (transfer container) (element-type LijnFriction): all of that cluster by number; only
 * @friction when it has a pin of its own. */
GPtrArray *lijn_layout_list_cluster (LijnLayout *self, LijnFriction *friction);
LijnRect lijn_pin_rect (const LijnPoint *tip, double size);

/* All that @object covers, with its labels; also of lanes, phases, parties and the map. Of what is
 * in a collapsed lane, the spot on the lane's band where flows to it end. */
gboolean lijn_layout_get_object_bounds (LijnLayout *self, LijnObject *object, LijnRect *rect);

/* Returns: (transfer none) (nullable): the flow's whole line with its two ends, at right angles. */
const LijnPoint *lijn_layout_get_flow_points (LijnLayout *self, LijnFlow *flow, guint *n);

/* Returns: whether @flow ends in a collapsed lane or leads past one. Then its line is found anew, and
 * the one in the file waits for the lane to be opened. */
gboolean lijn_layout_passes_collapsed (LijnLayout *self, LijnFlow *flow);

/* Fills @jumps (element-type double) with the x, from left to right, at which the line of @flow from
 * point number @segment to the next, when that is level, is crossed by plumb lines. Notes' lines are
 * not crossed and cross none. Time grows with what lies along the line. */
void lijn_layout_find_jumps (LijnLayout *self, LijnFlow *flow, guint segment, GArray *jumps);

/* Where the line of @flow passes a line of interaction under a peg; @line counts from the flow's
 * source. Where that is away from its interface's tag, a small one with the number hangs there. */
gboolean lijn_layout_get_crossing (LijnLayout *self, LijnFlow *flow, guint line, LijnPoint *point);
gboolean lijn_layout_get_small_tag (LijnLayout *self, LijnFlow *flow, guint line, LijnRect *rect);

typedef enum
{
  LIJN_HIT_NOTHING,
  LIJN_HIT_PIN,
  LIJN_HIT_TAG,
  LIJN_HIT_ELEMENT,
  LIJN_HIT_LABEL, /* an element's or flow's name outside of it */
  LIJN_HIT_FLOW,
  LIJN_HIT_LANE_EDGE, /* the lower edge of a lane: resizes it */
  LIJN_HIT_LANE_HEADER,
  LIJN_HIT_PARTY,
  LIJN_HIT_LANE,
  LIJN_HIT_LINE, /* a line of interaction; no object */
  LIJN_HIT_PHASE, /* the header of a phase */
  LIJN_HIT_PHASE_EDGE, /* in the header; `segment` 0: where it begins, 1: where it ends */
} LijnHitKind;

typedef struct
{
  LijnHitKind kind;
  LijnObject *object; /* (unowned) (nullable) */
  guint segment; /* of a flow: from point number `segment` to the next */
} LijnHit;

/* Finds the uppermost thing at (@x, @y), @reach points around it for thin things; of a cluster its
 * face. Time does not grow with the map but for what is near. */
LijnHit lijn_layout_find_at (LijnLayout *self, double x, double y, double reach);

/* The same among the headers of lanes and parties and the lines between them alone, for where they
 * lie over other things. */
LijnHit lijn_layout_find_header_at (LijnLayout *self, double x, double y);

/* Returns: how many things this layout has laid out since it was made. For tests: that a local edit
 * costs what it touches. */
guint64 lijn_layout_get_n_updates (LijnLayout *self);

/* Returns: (transfer container): the elements, flows, interfaces and friction points whose looks
 * touch @area, in the order in which they are painted. */
GPtrArray *lijn_layout_find_in (LijnLayout *self, const LijnRect *area);

G_END_DECLS
