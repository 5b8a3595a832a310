/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-said.h"

#include "lijn-audience.h"

G_BEGIN_DECLS

/* Writing a project as capture text. What cannot be told by its name (it has none, or another has
 * it too) carries a mark. */
typedef struct
{
  LijnProject *project;
  const LijnAudience *audience;
  GString *out;
  GHashTable *marks; /* id to mark, "" until it is needed; both owned */
  guint n_marks[LIJN_N_TABLES];
  LijnMap *map; /* the one that the next line is about */
  GHashTable *waivers; /* (nullable): those of actions, once they are asked for */
  GHashTable *only; /* (nullable): the elements of a part of a map; then each says where it is */

  /* What reading will have in mind at this place; see lijn-capture-state.h. */
  LijnElement *after;
  LijnElement *origin;
} LijnCaptureWriter;

/* lijn-capture-write-name.c */

/* Lets each of @table that has no name of its own have a mark, once it is asked for. */
void lijn_writer_mark_table (LijnCaptureWriter *self, LijnTable table);

/* Returns: (nullable): the mark that @object needs. */
const char *lijn_writer_mark_of (LijnCaptureWriter *self, gpointer object);

/* " ~mark", in a line that makes @object. */
void lijn_writer_put_mark (LijnCaptureWriter *self, gpointer object);

/* A name, or the mark that stands for it. */
void lijn_writer_put_ref (LijnCaptureWriter *self, gpointer object);
void lijn_writer_put_text (LijnCaptureWriter *self, const char *text); /* in quotes where needed */

/* lijn-capture-write-field.c: ends a line that makes @object with its fields, all that differ from
 * what a new one has but for @except (separated by blanks). */
void lijn_writer_put_fields (LijnCaptureWriter *self, gpointer object, const char *except);

/* lijn-capture-write.c */

/* Whether @object (nullable) is written at all. */
gboolean lijn_writer_shows (LijnCaptureWriter *self, gpointer object);

/* Sorts objects, all of one kind, by what their @column refers to: parties, persons, teams in their
 * order, friction points by number. What has no order of its own is written the same every time. */
void lijn_writer_sort_by (LijnCaptureWriter *self, GPtrArray *objects, const char *column);

/* Makes sure that what follows is read as being on @map. */
void lijn_writer_go_to_map (LijnCaptureWriter *self, LijnMap *map);

/* lijn-capture-write-map.c */
void lijn_writer_put_map (LijnCaptureWriter *self, LijnMap *map);
void lijn_writer_put_interfaces (LijnCaptureWriter *self, LijnMap *map);

/* lijn-capture-write-team.c */
void lijn_writer_put_teams (LijnCaptureWriter *self);
void lijn_writer_put_frictions (LijnCaptureWriter *self);
void lijn_writer_put_actions (LijnCaptureWriter *self);
void lijn_writer_put_sessions (LijnCaptureWriter *self);

/* "@ …": what the next lines are about. */
void lijn_writer_go_to (LijnCaptureWriter *self, LijnObject *object);

/* lijn-capture-write-phase.c, lijn-capture-write-aside.c */
void lijn_writer_put_phases (LijnCaptureWriter *self, LijnMap *map);
void lijn_writer_put_waivers (LijnCaptureWriter *self); /* all but those of actions */
void lijn_writer_put_waivers_of (LijnCaptureWriter *self, LijnAction *action);

/* lijn-capture-write-score.c: what has been revealed and closed. */
void lijn_writer_put_scores (LijnCaptureWriter *self);
void lijn_writer_put_running (LijnCaptureWriter *self);
void lijn_writer_put_remarks (LijnCaptureWriter *self);

G_END_DECLS
