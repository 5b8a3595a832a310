/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "lijn-enums.h"
#include "lijn-exchange.h"
#include "lijn-rect.h"

G_BEGIN_DECLS

/* Import of BPMN 2.0 (OMG formal/2011-01-03), in three steps, of which only the last knows the
 * project:
 *
 *   read    lijn-bpmn-read.c, lijn-bpmn-words.c: the model; lijn-bpmn-diagram.c: the drawing
 *   map     lijn-bpmn-map.c: which parties, lanes, elements and flows come on which map;
 *           lijn-bpmn-bands.c: lanes; lijn-bpmn-place.c, lijn-bpmn-route.c: where it all is
 *   load    lijn-bpmn-load.c: rows; lijn-bpmn-notes.c: what had no place; lijn-bpmn-import.c: all of
 *           it
 *
 * All strings belong to the model and live as long as it does. */

/* The model. */

typedef enum
{
  LIJN_BPMN_PROCESS,
  LIJN_BPMN_PARTICIPANT, /* a pool */
  LIJN_BPMN_LANE,
  LIJN_BPMN_NODE, /* what becomes an element */
  LIJN_BPMN_FLOW,
  LIJN_BPMN_NAMED, /* a message, error, category value, collaboration … : known by name only */
} LijnBpmnKind;

typedef struct
{
  LijnBpmnKind type;
  const char *id; /* may be "" */
  const char *name; /* one line */
  const char *description;
} LijnBpmnThing;

typedef struct _LijnBpmnNode LijnBpmnNode;
typedef struct _LijnBpmnParticipant LijnBpmnParticipant;
typedef struct _LijnBpmnParty LijnBpmnParty;

typedef struct
{
  LijnBpmnThing thing;
  LijnBpmnParticipant *participant; /* the first that refers to it (nullable) */
  LijnBpmnNode *caller; /* the first call activity that calls it (nullable) */
  GPtrArray *lanes; /* (element-type LijnBpmnLane): nested ones too, outer before inner */
} LijnBpmnProcess;

struct _LijnBpmnParticipant
{
  LijnBpmnThing thing;
  LijnBpmnProcess *process; /* NULL: a black box */
};

typedef struct _LijnBpmnLane LijnBpmnLane;
struct _LijnBpmnLane
{
  LijnBpmnThing thing; /* its name joins those of the lanes around it */
  LijnBpmnProcess *process;
  LijnBpmnLane *parent;
};

struct _LijnBpmnNode
{
  LijnBpmnThing thing;
  LijnElementKind kind;
  LijnMarker marker;
  LijnBpmnProcess *process; /* NULL: an artifact of the collaboration */
  LijnBpmnNode *parent; /* the sub-process or activity that it is in (nullable) */
  LijnBpmnNode *host; /* the activity on whose edge this event sits (nullable) */
  LijnBpmnLane *lane; /* that names it, directly or through what it is in (nullable) */
  LijnBpmnProcess *called; /* by this call activity (nullable) */
  gboolean composite; /* a sub-process or call activity */
  gboolean shy; /* an element only where it is drawn: data inputs, data objects … */
  gboolean referred; /* data for which references stand */
  gboolean artifact; /* a note or group, which may lie beside the lanes */
  const char *state; /* of data (nullable) */
  double minutes; /* a timer's duration, NAN when not said */
};

typedef enum
{
  LIJN_BPMN_SEQUENCE,
  LIJN_BPMN_MESSAGE,
  LIJN_BPMN_ASSOCIATION,
} LijnBpmnFlowKind;

typedef struct
{
  LijnBpmnThing thing;
  LijnBpmnFlowKind kind;
  LijnBpmnThing *source; /* a node or participant (nullable) */
  LijnBpmnThing *target;
  const char *deliverable; /* the message's name */
} LijnBpmnFlow;

/* The drawing, turned so that lanes are horizontal. */

typedef struct
{
  LijnBpmnThing *thing;
  LijnRect rect;
  gboolean upright; /* a pool or lane drawn from top to bottom */
} LijnBpmnShape;

typedef struct
{
  LijnBpmnFlow *flow;
  LijnPoint *points;
  guint n;
} LijnBpmnEdge;

typedef struct
{
  const char *name;
  LijnBpmnThing *plane; /* what it is the diagram of (nullable) */
  GPtrArray *shapes; /* (element-type LijnBpmnShape), in the order of the file */
  GHashTable *shape_of; /* LijnBpmnThing → LijnBpmnShape */
  GHashTable *edge_of; /* LijnBpmnFlow → LijnBpmnEdge */
  gboolean turned; /* it was drawn from top to bottom */
} LijnBpmnDiagram;

typedef struct
{
  const char *name; /* of the definitions, else of the file */
  GStringChunk *strings;
  GHashTable *by_id; /* id → LijnBpmnThing */
  GPtrArray *things; /* (owned): all */
  GPtrArray *participants, *processes, *nodes, *flows; /* in the order of the file */
  GPtrArray *diagrams;
  GHashTable *left_out; /* the name of an element of BPMN → how many had no place */
  GPtrArray *maps; /* (element-type LijnBpmnMap) */
  GHashTable *party_of; /* LijnBpmnThing → LijnBpmnParty */
  GPtrArray *parties; /* (element-type LijnBpmnParty), by order */
} LijnBpmn;

/* Reads the tree of a BPMN file. Returns: (transfer full): the model, or NULL where it is none. */
LijnBpmn *lijn_bpmn_read (xmlDoc *doc, const char *file_name, GError **error);
void lijn_bpmn_free (LijnBpmn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnBpmn, lijn_bpmn_free)

/* Returns: (transfer none): what the reference @qname (with or without a prefix) refers to. */
LijnBpmnThing *lijn_bpmn_find (LijnBpmn *self, const char *qname);

/* Remembers that a @what had no place. */
void lijn_bpmn_leave_out (LijnBpmn *self, const char *what);

/* Reads the diagrams of the tree into self->diagrams. */
void lijn_bpmn_read_diagrams (LijnBpmn *self, xmlNode *definitions);
void lijn_bpmn_diagram_free (LijnBpmnDiagram *diagram);

/* What the elements of BPMN are here. */

typedef enum
{
  LIJN_BPMN_WORD_UNKNOWN, /* has no place */
  LIJN_BPMN_WORD_SILENT, /* says nothing that is not said elsewhere */
  LIJN_BPMN_WORD_INSIDE, /* itself nothing, but what is in it may be something */
  LIJN_BPMN_WORD_COLLABORATION,
  LIJN_BPMN_WORD_PROCESS,
  LIJN_BPMN_WORD_PARTICIPANT,
  LIJN_BPMN_WORD_LANE,
  LIJN_BPMN_WORD_MEMBER, /* flowNodeRef */
  LIJN_BPMN_WORD_NODE,
  LIJN_BPMN_WORD_COMPOSITE,
  LIJN_BPMN_WORD_ARTIFACT,
  LIJN_BPMN_WORD_DATA, /* drawn or nothing */
  LIJN_BPMN_WORD_DEFINITION, /* of an event: gives it its marker */
  LIJN_BPMN_WORD_SEQUENCE,
  LIJN_BPMN_WORD_MESSAGE_FLOW,
  LIJN_BPMN_WORD_ASSOCIATION,
  LIJN_BPMN_WORD_DATA_IN,
  LIJN_BPMN_WORD_DATA_OUT,
  LIJN_BPMN_WORD_NAMED,
  LIJN_BPMN_WORD_DOCUMENTATION,
  LIJN_BPMN_WORD_TEXT,
  LIJN_BPMN_WORD_STATE,
  LIJN_BPMN_WORD_LOOP, /* of an activity */
  LIJN_BPMN_WORD_EXTENSION,
} LijnBpmnWordUse;

typedef struct
{
  const char *name;
  LijnBpmnWordUse use;
  LijnElementKind kind; /* of a node */
  LijnMarker marker;
} LijnBpmnWord;

/* Returns: (transfer none): how the BPMN element called @name is read; never NULL. */
const LijnBpmnWord *lijn_bpmn_word (const char *name);

/* Returns: the minutes of an ISO 8601 duration such as P1DT2H, or NAN. */
double lijn_bpmn_duration (const char *iso);

/* The maps. */

struct _LijnBpmnParty
{
  LijnBpmnThing *thing; /* a participant, or a process without one */
  const char *name;
  guint order; /* from 1, as they stand below each other on the first map that shows them */
  guint n_lanes, n_items;
  double rank; /* in the project, with `row`: set when it is loaded */
  char *row;
};

/* A lane. */
typedef struct
{
  LijnBpmnParty *party;
  const char *name;
  LijnBpmnLane *lane; /* (nullable) */
  LijnRect rect; /* as drawn; empty when it is not */
  gboolean drawn;
  double top, height, shift; /* ours: top on the map, and what its contents went down */
  const char *row;
} LijnBpmnBand;

/* An element. */
typedef struct _LijnBpmnItem LijnBpmnItem;
struct _LijnBpmnItem
{
  LijnBpmnNode *node; /* NULL: stands for the pool that a message flow ends at */
  const char *name;
  LijnElementKind kind;
  LijnMarker marker;
  LijnBpmnBand *band; /* NULL: beside the lanes */
  LijnBpmnItem *container; /* (nullable) */
  LijnRect rect; /* as drawn */
  gboolean drawn;
  LijnRect place; /* ours, as in the file */
  const char *row;
};

typedef struct
{
  LijnBpmnFlow *flow;
  LijnBpmnItem *source, *target;
  LijnBpmnEdge *edge; /* (nullable) */
  char *route; /* as in the file; NULL: none */
} LijnBpmnLink;

typedef struct
{
  const char *title;
  LijnBpmnDiagram *diagram; /* NULL: nothing on it has a place */
  LijnBpmnNode *opener; /* the step whose detail it is (nullable) */
  GPtrArray *pools; /* (element-type LijnBpmnParticipant): on it without being drawn */
  GPtrArray *bands, *items, *links; /* bands from top to bottom */
  GHashTable *item_of; /* LijnBpmnNode → LijnBpmnItem */
  double scale, left; /* from the drawing to points; the drawing's left edge */
  const char *row;
} LijnBpmnMap;

/* Makes self->maps and self->parties. */
void lijn_bpmn_make_maps (LijnBpmn *self);
void lijn_bpmn_map_free (LijnBpmnMap *map);

/* Adds an item that @node is (nullable: for what stands for a pool), drawn as @shape (nullable).
 * Returns: (transfer none). */
LijnBpmnItem *lijn_bpmn_map_add (LijnBpmnMap *map, LijnBpmnNode *node, const LijnBpmnShape *shape);

/* lijn-bpmn-links.c: connects the items of all maps by the flows. */
void lijn_bpmn_make_links (LijnBpmn *self);

/* Returns: what lijn_rules_connect() will make of it. */
LijnFlowKind lijn_bpmn_link_kind (const LijnBpmnLink *link);

/* Makes the lanes of @map, from its items and its diagram, and puts every item in its lane. */
void lijn_bpmn_make_bands (LijnBpmn *self, LijnBpmnMap *map);

/* Brings the lanes of @map in the order of their parties' ranks (or of `order`, while all ranks are
 * 0), then from top to bottom. */
void lijn_bpmn_sort_bands (LijnBpmnMap *map);

/* lijn-bpmn-place.c: computes the places of lanes and elements, once the parties' order is known. */
void lijn_bpmn_place (LijnBpmnMap *map);

/* lijn-bpmn-align.c: brings what nearly stands in a line into it. */
void lijn_bpmn_align (LijnBpmnMap *map);

/* lijn-bpmn-route.c: computes the routes of what is drawn. */
void lijn_bpmn_route (LijnBpmn *self, LijnBpmnMap *map);

/* Returns: the height @y of the drawing on our map, from the top of the first lane; exact inside
 * lanes, of which @near and @other come first. */
double lijn_bpmn_map_y (LijnBpmnMap *map, double y, LijnBpmnBand *near, LijnBpmnBand *other);

/* lijn-bpmn-load.c: places everything and puts it into @project, as one transaction. */
gboolean lijn_bpmn_load (LijnBpmn *self, LijnProject *project, GCancellable *cancellable,
                         GError **error);

/* lijn-bpmn-notes.c. Adds to @notes what was left out, and forgets it. */
void lijn_bpmn_tell (LijnBpmn *self, GPtrArray *notes);

G_END_DECLS
