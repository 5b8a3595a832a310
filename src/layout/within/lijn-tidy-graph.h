/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-scene.h"
#include "lijn-tidy.h"

G_BEGIN_DECLS

/* What tidying works on, between its steps (lijn-tidy.c tells them). All y are centres, first from
 * the top of a strip, then of the map. */

#define LIJN_TIDY_LANE 12.0 /* between lines that run beside each other */
#define LIJN_TIDY_STEP 28.0 /* between shapes above each other, with their names */
#define LIJN_TIDY_FRAME 28.0 /* from a group's frame to what is in it */
#define LIJN_TIDY_MOST_LAYERS 24 /* that a flow passes by itself; longer ones share a track */

/* A place in a layer: an element, or where a flow passes. */
typedef struct
{
  LijnBox *box; /* NULL: a flow passes */
  guint edge; /* then: which */
  guint strip;
  guint layer;
  guint phase; /* 2 i + 1 in phase number i, even numbers before and after */
  guint place; /* in its layer, from above */
  LijnPoint before; /* the centre, as it was */
  double half_width, half_height;
  double above, below; /* kept free for names, waiting times and pins */
  double half_room; /* half of the width with the name */
  double y, key;
  double x; /* centre */
  guint block; /* what is level with it */
  int beside; /* the element it is said of, for notes and documents; else -1 */
  gboolean upwards, downwards; /* a flow goes straight up, down */
} LijnTidyNode;

/* Where a flow touches its element. */
typedef enum
{
  LIJN_TIDY_LEVEL, /* left or right */
  LIJN_TIDY_ABOVE,
  LIJN_TIDY_BELOW,
} LijnTidyExit;

typedef struct
{
  LijnWire *wire;
  guint source, target; /* nodes */
  gboolean aside; /* says something of an element; no order follows from it */
  gboolean frames; /* only tells order: @wire leads to or from a group that holds this element */
  gboolean turned; /* goes back */
  gboolean plumb; /* may go straight up or down to another lane */
  guint strip; /* in which it runs where it passes layers */
  guint first, n_passing; /* nodes, from left to right */
  gboolean on_track; /* passes many: on a track at the lower edge of its strip */
  guint from_layer, to_layer; /* of the track */
  double track;
  LijnTidyExit leaves, enters;
  double leaves_off, enters_off; /* from the middle of the side */
  guint first_leg, n_legs;
} LijnTidyEdge;

/* The plumb part of a flow between two columns. */
typedef struct
{
  guint edge;
  guint gap; /* left of layer number `gap` */
  double from, to; /* y */
  gboolean from_left, to_left; /* on which side of the gap the level parts lie */
  guint order; /* in the gap */
  double x;
} LijnTidyLeg;

/* A phase, beside its LijnPhaseBox. */
typedef struct
{
  double x, width;
  guint first, last; /* layers; of one in which nothing stands, the layer that it comes before */
  gboolean used; /* something stands in it */
} LijnTidyPhaseSpan;

/* Part of a lane with rows of its own: the lane itself, or what is in a group there. */
typedef struct
{
  guint lane;
  LijnElement *group; /* (nullable) (unowned) */
  double key; /* order within the lane */
  double top; /* from the top of the map */
  double height;
  guint n_nodes;
  guint n_tracks;
} LijnTidyStrip;

/* Numbers by key: those of key k are items[first[k]] up to items[first[k + 1]]. */
typedef struct
{
  guint *first;
  guint *items;
} LijnTidyIndex;

typedef struct
{
  LijnLayout *layout;
  GArray *nodes; /* LijnTidyNode: elements first */
  guint n_elements;
  GArray *edges; /* LijnTidyEdge: flows first */
  guint n_flows;
  GArray *strips; /* LijnTidyStrip, from above */
  guint *main_strips; /* of each lane: that of what is in no group */
  GArray *links; /* LijnTidyLink */
  GArray *legs; /* LijnTidyLeg, those of an edge together */
  GPtrArray *layers; /* GArray of guint: nodes, from above */
  LijnTidyIndex left, right; /* links by node */
  double *lane_tops, *lane_heights;
  double *least_heights; /* of lanes, for what has no place in the plan */
  double *columns; /* x of each layer's middle */
  double *half_columns;
  GArray *phases; /* LijnTidyPhaseSpan */
  GCancellable *cancellable;
} LijnTidy;

/* Between neighbouring layers. */
typedef struct
{
  guint left, right; /* nodes */
  guint weight; /* how much it should be level */
} LijnTidyLink;

#define lijn_tidy_node(tidy, i) (&g_array_index ((tidy)->nodes, LijnTidyNode, (i)))
#define lijn_tidy_edge(tidy, i) (&g_array_index ((tidy)->edges, LijnTidyEdge, (i)))
#define lijn_tidy_strip(tidy, i) (&g_array_index ((tidy)->strips, LijnTidyStrip, (i)))
#define lijn_tidy_link(tidy, i) (&g_array_index ((tidy)->links, LijnTidyLink, (i)))
#define lijn_tidy_leg(tidy, i) (&g_array_index ((tidy)->legs, LijnTidyLeg, (i)))
#define lijn_tidy_layer(tidy, i) ((GArray *) g_ptr_array_index ((tidy)->layers, (i)))

/* @keys: the key of each number; @n_keys: how many keys there are. */
void lijn_tidy_index_make (LijnTidyIndex *index, const guint *keys, guint n, guint n_keys);
void lijn_tidy_index_clear (LijnTidyIndex *index);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LijnTidyIndex, lijn_tidy_index_clear)

/* Flows by the element that they lead from, or to, once those that go back are turned round. */
void lijn_tidy_index_edges (LijnTidy *tidy, LijnTidyIndex *index, gboolean by_head);
guint lijn_tidy_tail (const LijnTidyEdge *edge);
guint lijn_tidy_head (const LijnTidyEdge *edge);

/* lijn-tidy-graph.c: reads the layout; @elements (nullable) are those wanted. */
void lijn_tidy_read (LijnTidy *tidy, LijnLayout *layout, GPtrArray *elements);
void lijn_tidy_clear (LijnTidy *tidy);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LijnTidy, lijn_tidy_clear)
guint lijn_tidy_main_strip (LijnTidy *tidy, guint lane);
gboolean lijn_tidy_may_name_above (const LijnTidyNode *node);

/* The steps: lijn-tidy-frames.c, lijn-tidy-cycles.c, lijn-tidy-layers.c, lijn-tidy-passing.c,
 * lijn-tidy-order.c, lijn-tidy-rows.c, lijn-tidy-exits.c, lijn-tidy-tracks.c, lijn-tidy-routes.c. */
void lijn_tidy_order_frames (LijnTidy *tidy);
void lijn_tidy_break_cycles (LijnTidy *tidy);
void lijn_tidy_assign_layers (LijnTidy *tidy);
void lijn_tidy_add_passing (LijnTidy *tidy);
void lijn_tidy_order_layers (LijnTidy *tidy);
void lijn_tidy_assign_rows (LijnTidy *tidy);
void lijn_tidy_stack_strips (LijnTidy *tidy);
void lijn_tidy_choose_exits (LijnTidy *tidy);
void lijn_tidy_spread_ends (LijnTidy *tidy);
void lijn_tidy_assign_columns (LijnTidy *tidy);
void lijn_tidy_span_phases (LijnTidy *tidy); /* which layers are in which */
char *lijn_tidy_write_route (LijnTidy *tidy, guint edge); /* (transfer full) (nullable) */

/* lijn-tidy-part.c: moves the columns of a part, as planned by itself, clear of all else. */
void lijn_tidy_fit_part (LijnTidy *tidy);

G_END_DECLS
