/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-said.h"

G_BEGIN_DECLS

/* What capture remembers from line to line. */
typedef enum
{
  LIJN_AT_MAP,
  LIJN_AT_LANE, /* of the last element */
  LIJN_AT_PARTY, /* of the last lane */
  LIJN_AT_LAST, /* what a friction point or comment is about */
  LIJN_AT_AFTER, /* the element that the next one follows */
  LIJN_AT_ORIGIN, /* the decision that branches leave */
  LIJN_AT_FLOW, /* the last flow drawn, for => */
  LIJN_AT_FRICTION,
  LIJN_AT_TEAM,
  LIJN_AT_ACTION,
  LIJN_AT_SESSION,
  LIJN_AT_BALLOT,
  LIJN_N_AT,
} LijnAt;

struct _LijnCapture
{
  GObject parent_instance;

  LijnProject *project;
  LijnObject *at[LIJN_N_AT];
  GHashTable *marks; /* mark to id, both owned */
  GPtrArray *new_marks; /* (element-type utf8): of the line that is being done */

  GHashTable *names; /* see lijn_capture_get_names(); NULL: not asked for yet */
  LijnObject *made;
};

/* lijn-capture.c */
gpointer lijn_capture_at (LijnCapture *self, LijnAt at); /* NULL also when it is gone */
void lijn_capture_put (LijnCapture *self, LijnAt at, gpointer object);
void lijn_capture_mark (LijnCapture *self, const char *mark, LijnObject *object);
LijnObject *lijn_capture_find_mark (LijnCapture *self, const char *mark); /* NULL: there is none */

gboolean lijn_capture_knows_place (const char *place, gpointer self); /* a LijnSaidKnows */

/* Folded name to a set of elements' ids: a superset, each to be checked. */
GHashTable *lijn_capture_get_names (LijnCapture *self);

/* On whose behalf the lines are: what the store keeps with each revision. (nullable) */
LijnParty *lijn_capture_get_speaker (LijnCapture *self);
void lijn_capture_set_speaker (LijnCapture *self, LijnParty *party);

/* lijn-capture-find.c: each fails with what would be right. */
LijnObject *lijn_capture_find (LijnCapture *self, const LijnSaidRef *ref, GError **error);

/* Returns: (nullable): the flow from @source to @target. */
LijnFlow *lijn_capture_flow_between (LijnElement *source, LijnElement *target);

gboolean lijn_capture_unknown (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* lijn-capture-named.c */

/* All of a kind with this name. (transfer container): in the order of the project's lists;
 * elements: of the present map, from left to right. */
GPtrArray *lijn_capture_find_named (LijnCapture *self, LijnTable table, const char *name);

/* Returns: (nullable): what carries the mark, when @name is one ("~b") and it is of @table. */
LijnObject *lijn_capture_find_marked (LijnCapture *self, const char *name, LijnTable table);

/* Returns: (nullable): of what has a number: interfaces of the map, friction points, sessions. */
LijnObject *lijn_capture_find_numbered (LijnCapture *self, LijnTable table, int number);

/* lijn-capture-who.c: what starts with find fails with what would be right. */

/* Returns: (nullable): the party of this name, or the only one with the role that the name says;
 * @error is set only when it could be several. */
LijnParty *lijn_capture_look_for_party (LijnCapture *self, const char *name, GError **error);
LijnParty *lijn_capture_find_party (LijnCapture *self, const char *name, GError **error);

/* Returns: (nullable): the lane, of @party when that is not NULL; without error when there is none.
 */
LijnLane *lijn_capture_look_for_lane (LijnCapture *self, LijnParty *party, const char *name,
                                      GError **error);

LijnPerson *lijn_capture_find_person (LijnCapture *self, const LijnSaidRef *ref, GError **error);
LijnTeam *lijn_capture_find_team (LijnCapture *self, const char *name, GError **error);

/* lijn-capture-fields.c */
gboolean lijn_capture_set_fields (LijnCapture *self, LijnObject *object, GPtrArray *fields,
                                  GError **error);

/* lijn-capture-do.c: parties, lanes, maps and all that is not on the map; hands the rest on. */
gboolean lijn_capture_do (LijnCapture *self, const LijnSaid *said, GError **error);
LijnMap *lijn_capture_need_map (LijnCapture *self, GError **error);
LijnParty *lijn_capture_need_party (LijnCapture *self, const char *name, GError **error);

/* As lijn_capture_look_for_party(), but "customer" speaks even before anything of theirs was drawn:
 * a name that says a role makes the party. */
LijnParty *lijn_capture_look_for_voice (LijnCapture *self, const char *name, GError **error);
LijnPerson *lijn_capture_need_person (LijnCapture *self, const LijnSaidRef *ref, GError **error);

/* lijn-capture-draw.c: what is on the map. */
gboolean lijn_capture_draw (LijnCapture *self, const LijnSaid *said, GError **error);

/* lijn-capture-interface.c: hangs @flow on the interface with @number or @name (0, nullable: as
 * said), perhaps one that is there, and sets @fields of it; of the last flow; a line that tells more
 * about an interface. */
gboolean lijn_capture_hang (LijnCapture *self, LijnFlow *flow, int number, const char *name,
                            GPtrArray *fields, GError **error);
gboolean lijn_capture_hang_last (LijnCapture *self, const LijnSaid *said, GError **error);
gboolean lijn_capture_interface (LijnCapture *self, const LijnSaid *said, GError **error);

/* lijn-capture-place.c */

/* Returns: (nullable): the lane that the place means, as it is now; sets @party to the party it is
 * or would be of, and fails where the line would. NULL without error: it would be made. */
LijnLane *lijn_capture_look_for_place (LijnCapture *self, const LijnSaid *said, LijnParty **party,
                                       GError **error);

/* Returns: (nullable): the same lane, made when it is new; NULL without error for beside the lanes.
 */
LijnLane *lijn_capture_need_lane (LijnCapture *self, LijnMap *map, const LijnSaid *said,
                                  GError **error);

/* lijn-capture-phase.c, lijn-capture-aside.c */
gboolean lijn_capture_phase (LijnCapture *self, const LijnSaid *said, GError **error);
gboolean lijn_capture_set_aside (LijnCapture *self, const LijnSaid *said, GError **error);

/* lijn-capture-score.c: ratings and votes. */
gboolean lijn_capture_score (LijnCapture *self, const LijnSaid *said, GError **error);

/* Returns: (nullable): the session that the lines are about, or the running one. */
LijnSession *lijn_capture_need_session (LijnCapture *self, GError **error);

/* lijn-capture-join.c: friction points, teams, sessions, remarks. */
gboolean lijn_capture_join (LijnCapture *self, const LijnSaid *said, GError **error);

G_END_DECLS
