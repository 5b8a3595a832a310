/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-minutes.h"
#include "lijn-session-work.h"

G_BEGIN_DECLS

/* What the minutes are made from, and what each part finds in it. */
typedef struct
{
  LijnProject *project;
  LijnSession *session;
  const LijnAudience *audience;
  LijnSessionWork *work;
} LijnMinutesSource;

typedef void (*LijnMinutesFind) (const LijnMinutesSource *source, GPtrArray *lines);

/* Adds a line about @object (nullable). Takes @text. */
void lijn_minutes_add (GPtrArray *lines, gpointer object, char *text);

/* lijn-minutes-parts.c: people and agreements. */
void lijn_minutes_find_here (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_agenda (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_decided (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_raised (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_moved_on (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_assigned (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_parked (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_said (const LijnMinutesSource *source, GPtrArray *lines);

/* lijn-minutes-map.c: interfaces and what was drawn. */
void lijn_minutes_find_agreed (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_rated (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_voted (const LijnMinutesSource *source, GPtrArray *lines);
void lijn_minutes_find_drawn (const LijnMinutesSource *source, GPtrArray *lines);

/* Returns: (transfer container): those of @table that belong to the session, by the column
 * `session`, and may be seen. All of the table are looked through. */
GPtrArray *lijn_minutes_list (const LijnMinutesSource *source, LijnTable table);

/* Returns: (transfer container): those added or changed meanwhile that may be seen. */
GPtrArray *lijn_minutes_list_done (const LijnMinutesSource *source, LijnTable table,
                                   LijnChangeKind kind);

G_END_DECLS
