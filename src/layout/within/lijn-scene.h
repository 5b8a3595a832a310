/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-grid.h"
#include "lijn-layout.h"

G_BEGIN_DECLS

/* The inside of a layout, for the files of this room only.
 *
 * It is made in this order, and each depends on what comes before it only, so that a layout that
 * has followed a thousand edits is the same as one made afresh:
 *
 *   bands   tops of lanes, parties and lines, from the lanes' heights and the rows of tags
 *   boxes   the elements' rectangles
 *   ends    of lines on the bands of collapsed lanes, each at a place of its own
 *   wires   the flows' lines: as stored, put right where lanes have grown
 *   loose   lines of which nothing is stored, found in the order of their ids
 *   tags    of interfaces, packed in rows on each line of interaction; another number of rows than
 *           was taken for the bands starts it all again. Where lines bend inside a band, the rows
 *           depend on the bands' heights in turn: then one row is where it begins, always
 *   marks   what floats beside things: pins, names outside their shapes, waiting times, names of
 *           flows. Each takes the first of its places that is free, in a fixed order (kind, then
 *           id), minding only the marks before it in that order. The places it has looked at are
 *           put into a second grid, the watches; when something changes there, it is placed again,
 *           and so are marks after it that watch where it was or is. */

typedef struct _LijnBox LijnBox;
typedef struct _LijnWire LijnWire;
typedef struct _LijnTag LijnTag;
typedef struct _LijnMark LijnMark;
typedef struct _LijnPin LijnPin;

/* In the order in which they are placed. */
typedef enum
{
  LIJN_MARK_TAG_PINS, /* these have one place, beside their tag */
  LIJN_MARK_PINS,
  LIJN_MARK_NAME,
  LIJN_MARK_TIME,
  LIJN_MARK_FLOW_NAME,
} LijnMarkKind;

struct _LijnMark
{
  LijnMarkKind kind;
  LijnObject *object; /* (unowned) what it belongs to; its id gives the order */
  LijnBox *box; /* (nullable) what it stands beside: one of these, or a lane or place */
  LijnWire *wire;
  LijnTag *tag;
  GPtrArray *pins; /* (nullable) LijnPin, by number */
  LijnPin *face; /* (nullable): what they look like where they are a cluster */
  double width, height;
  LijnGridItem item; /* in things, once placed */
  LijnGridItem watch; /* in watches */
  gboolean queued;
};

struct _LijnPin
{
  LijnFriction *friction;
  LijnMark *mark; /* the pins at the same thing */
  double size;
  LijnPoint tip; /* from the upper left corner of the mark */
};

struct _LijnBox
{
  LijnElement *element;
  LijnElementKind kind; /* as laid */
  int lane; /* index, or -1 */
  gboolean folded; /* in a collapsed lane: item is not on the scene, but the spot on the band */
  LijnGridItem item;
  GPtrArray *wires; /* (nullable): that begin or end here */
  LijnMark *name, *time; /* (nullable) */
};

typedef struct
{
  guint line; /* index of the line of interaction */
  LijnPoint at;
  LijnRect small; /* of the small tag, as packed last; empty where the tag itself hangs */
  LijnGridItem item; /* that of a tag */
} LijnCrossing;

struct _LijnWire
{
  LijnFlow *flow;
  LijnBox *source, *target;
  double
      band_ends[2]; /* x on the band, of an end in a collapsed lane: the source's, the target's */
  LijnInterface *interface; /* (unowned) (nullable): the one it was hung on when laid */
  LijnPoint *points;
  guint n;
  LijnGridItem *items; /* n - 1 segments */
  LijnRect around;
  LijnCrossing *crossings; /* from its source on */
  guint n_crossings;
  gboolean bends_in_band; /* where it crosses depends on how high the band is */
  LijnMark *name; /* (nullable) */
  gboolean loose; /* found, because nothing is stored; watch tells on what that depends */
  LijnGridItem watch;
  GSequenceIter *queued; /* (nullable): among those to be found */
};

struct _LijnTag
{
  LijnInterface *interface;
  int line; /* index, or -1: no line between its parties on this map */
  double x; /* where it hangs */
  double width; /* of the tag itself */
  double badge; /* width of the number */
  LijnRect rect; /* as packed last; item.rect once added */
  LijnGridItem item;
};

/* A line of interaction, beside its LijnLineBox. */
typedef struct
{
  guint rows; /* that the band has room for */
  double pitch;
  gboolean stale; /* its tags must be packed again */
  GPtrArray *tags; /* LijnTag */
  GPtrArray *wires; /* LijnWire that cross it */
} LijnLine;

struct _LijnLayout
{
  GObject parent_instance;

  LijnMap *map; /* (weak) */
  LijnProject *project; /* (weak) */
  LijnAudience audience;
  char *audience_party;

  GArray *parties; /* LijnPartyBox */
  GArray *lanes; /* LijnLaneBox */
  GArray *lane_parties; /* guint: index of each lane's party */
  GArray *line_boxes; /* LijnLineBox */
  GArray *phases; /* LijnPhaseBox */
  GArray *stale_bands; /* int: collapsed lanes on whose bands ends are to be spread again */
  GPtrArray *lines; /* LijnLine */

  GHashTable *boxes; /* by id */
  GHashTable *wires;
  GHashTable *tags;
  GHashTable *pins;
  GHashTable *clusters; /* LijnMark with pins, by the id of what they are at */

  LijnGrid *things;
  LijnGrid *watches;

  double right; /* of the ground */
  double content_right; /* of boxes and wires; stale when what reached there has gone */
  gboolean content_right_stale;
  LijnRect looks; /* of all things; likewise */
  gboolean looks_stale;

  guint n_bend_in_band; /* wires */
  guint n_strays; /* elements beside the lanes, which tags must keep clear of */
  gboolean settling; /* things are followed: changes are noted in touched and damage */
  GArray *touched; /* LijnRect: where things changed and marks have not been told yet */
  GSequence *queue; /* LijnMark to be placed */
  GSequence *loose; /* LijnWire to be found, by id */
  gboolean damaged, damaged_all;
  LijnRect damage;
  guint64 n_updates;
};

/* lijn-layout.c */
LijnRect lijn_item_look (const LijnGridItem *item); /* what it covers when painted */
void lijn_scene_add (LijnLayout *self, LijnGridItem *item); /* to things */
void lijn_scene_remove (LijnLayout *self, LijnGridItem *item);
void lijn_scene_damage (LijnLayout *self, const LijnRect *area); /* NULL: everything */
gboolean lijn_scene_may_see (LijnLayout *self, gpointer object);
void lijn_scene_keep (GHashTable *table, gpointer object, gpointer thing); /* by id */
LijnBox *lijn_scene_box (LijnLayout *self, LijnElement *element); /* (nullable) */
LijnWire *lijn_scene_wire (LijnLayout *self, LijnFlow *flow); /* (nullable) */

/* lijn-bands.c: bands from lanes; returns whether they are others, or elsewhere, than before. */
void lijn_bands_build (LijnLayout *self);
gboolean lijn_bands_fit_width (LijnLayout *self); /* whether it changed */
int lijn_bands_index (LijnLayout *self, LijnLane *lane); /* or -1 */
double lijn_bands_top (LijnLayout *self, int lane); /* 0 for -1 */
int lijn_bands_party (LijnLayout *self, int lane); /* -1 for -1 */
gboolean lijn_bands_is_collapsed (LijnLayout *self, int lane); /* FALSE for -1 */
gboolean lijn_bands_any_collapsed (LijnLayout *self, int from, int to); /* both included */
int lijn_bands_find_line (LijnLayout *self, LijnParty *one, LijnParty *other); /* or -1 */
void lijn_line_free (gpointer line);

/* lijn-boxes.c */
LijnBox *lijn_box_new (LijnLayout *self, LijnElement *element);
void lijn_box_free (gpointer box);
gboolean lijn_box_lay (LijnLayout *self, LijnBox *box); /* whether its shape changed */
void lijn_box_take (LijnLayout *self, LijnBox *box); /* off the scene */
double lijn_box_right (LijnBox *box); /* that the ground must reach */
gboolean lijn_kind_is_pointed (LijnElementKind kind); /* met in the middle of a side only */

/* lijn-phases.c */
void lijn_phases_build (LijnLayout *self); /* after the bands */
double lijn_phases_right (LijnLayout *self);

/* lijn-wires.c. NULL when an end is not there, or both are in one collapsed lane. */
LijnWire *lijn_wire_new (LijnLayout *self, LijnFlow *flow);
void lijn_wire_free (gpointer wire);
void lijn_wire_lay (LijnLayout *self, LijnWire *wire);
void lijn_wire_take (LijnLayout *self, LijnWire *wire);

/* Takes @points. @may_differ: they depend on how high the bands are. Returns: whether the line is
 * another than it was. */
gboolean lijn_wire_set_points (LijnLayout *self, LijnWire *wire, LijnPoint *points, guint n,
                               gboolean may_differ);

/* lijn-loose.c: lines to be found. */
void lijn_loose_queue (LijnLayout *self, LijnWire *wire);
void lijn_loose_forget (LijnLayout *self, LijnWire *wire); /* it goes */
void lijn_loose_find (LijnLayout *self); /* those queued, and whatever depends on what changed */
gboolean lijn_loose_minds (const LijnWire *wire, const LijnWire *other); /* when found in turn */

/* lijn-band-ends.c: where lines end on the band of a collapsed lane. A wire that comes, goes, or has
 * an end elsewhere is noted; then all that end on the same bands are spread. */
void lijn_band_ends_note (LijnLayout *self, const LijnWire *wire);
void lijn_band_ends_spread (LijnLayout *self,
                            GHashTable *flows); /* (nullable): those moved join it */
LijnRect lijn_band_end_rect (const LijnWire *wire,
                             guint end); /* 0: the source's, 1: the target's */

/* lijn-tags.c */
LijnTag *lijn_tag_new (LijnLayout *self, LijnInterface *interface);
void lijn_tag_free (gpointer tag);
void lijn_tag_measure (LijnLayout *self, LijnTag *tag);
void lijn_tag_take (LijnLayout *self, LijnTag *tag);
LijnMark *lijn_tag_get_pins (LijnLayout *self, LijnTag *tag); /* (nullable) */

/* lijn-tag-rows.c. FALSE: the bands must become higher or lower */
gboolean lijn_tags_pack (LijnLayout *self);

/* lijn-tags.c */
void lijn_tags_show (LijnLayout *self); /* as packed */

/* lijn-marks.c */
LijnMark *lijn_mark_new (LijnMarkKind kind, gpointer object);
void lijn_mark_free (gpointer mark);
void lijn_mark_queue (LijnLayout *self, LijnMark *mark);
void lijn_mark_take (LijnLayout *self, LijnMark *mark);
void lijn_marks_settle (LijnLayout *self);

/* lijn-mark-places.c: appends the places (LijnRect) that @mark may take, the best first. */
void lijn_mark_list_places (LijnLayout *self, LijnMark *mark, GArray *places);

/* lijn-pins.c */
void lijn_pins_set (LijnLayout *self, LijnFriction *friction); /* makes, moves or removes its pin */
void lijn_pins_remove (LijnLayout *self, const char *friction);
void lijn_pins_clear (LijnLayout *self, const char *anchor); /* what they are at goes */
void lijn_pin_free (gpointer pin);
LijnRect lijn_pin_look (LijnPin *pin);

/* lijn-build.c */
void lijn_scene_build (LijnLayout *self);

/* lijn-follow.c */
void lijn_follow_refresh (LijnLayout *self, LijnChanges *changes);

/* lijn-route-search.c */
typedef enum
{
  LIJN_SIDE_RIGHT,
  LIJN_SIDE_BOTTOM,
  LIJN_SIDE_TOP,
  LIJN_SIDE_LEFT,
  LIJN_N_SIDES
} LijnSide;

extern const LijnPoint lijn_outward[]; /* of each side: one point outwards */
extern const double lijn_cost_of_leaving[];
extern const double lijn_cost_of_entering[];
#define LIJN_STUB 14.0 /* of the first and last stretch, at least: an arrow head fits */
#define LIJN_COST_BEND 30.0
#define LIJN_COST_BOX 2000.0 /* through an element */

/* lijn-path.c: lines at right angles as arrays of points. */
guint lijn_path_simplify (LijnPoint *points, guint n); /* returns how many are left */
void lijn_path_put_right (GArray *points, const LijnRect *source, LijnElementKind source_kind,
                          const LijnRect *target, LijnElementKind target_kind);
LijnPoint lijn_path_meet_diamond (const LijnRect *rect, LijnSide side, LijnPoint at);

typedef struct
{
  LijnPoint at;
  LijnSide side;
  double cost;
  gboolean likely; /* the best one of its side, or in line with the other shape */
} LijnPort;

typedef struct
{
  LijnPoint a, b;
  double cost;
  guint hits;
  gboolean judged;
} LijnStretch;

typedef struct
{
  LijnLayout *layout;
  LijnRect source, target;
  LijnElementKind source_kind, target_kind;
  LijnBox *source_box, *target_box; /* (nullable) */
  LijnWire *wire; /* (nullable): its own present line is not in its way */
  gboolean mind_wires;
  gboolean in_turn; /* of lines that are found, only those before @wire are minded */
  gboolean across; /* between parties */
  LijnRect seen; /* out: on what the result depends */
  GPtrArray *found; /* the search's own, as is what follows */
  LijnStretch *stretches; /* judged before */
  LijnSide best_sides[2];
  GArray *best;
  double best_cost;
  guint n_hits, best_hits; /* elements run through: by what was judged last, by the best */
} LijnSearch;

/* Makes ready to search for @flow. Returns: whether both its ends are on the map and no collapsed
 * lane lies between them, or holds one. */
gboolean lijn_search_prepare (LijnSearch *search, LijnLayout *layout, LijnFlow *flow);

/* (transfer full): the points */
LijnPoint *lijn_search_run (LijnSearch *search, guint *n);

/* lijn-route-judge.c: what @points cost; it stops counting beyond @most. Counts in n_hits the
 * elements run through. */
#define LIJN_CLOSE 7.0 /* lines nearer than this run along each other */
#define LIJN_N_STRETCHES 512 /* that are remembered while searching */
double lijn_search_judge (LijnSearch *search, const LijnPoint *points, guint n, double most);

/* lijn-route-ports.c: the places (LijnPort) at the source or target, likely ones first. */
void lijn_search_list_ports (LijnSearch *search, gboolean source, GArray *ports);
gboolean lijn_side_is_plumb (LijnSide side);
LijnPoint lijn_search_middle (const LijnRect *rect, LijnSide side);

/* Whether lines may end at @side of @box (nullable): beside a spot on the band of a collapsed lane they
 * would run along the band. */
gboolean lijn_search_has_side (const LijnBox *box, LijnSide side);

/* lijn-route-maze.c: a way through when the simple lines are all blocked. */
void lijn_maze_run (LijnSearch *search);

G_END_DECLS
