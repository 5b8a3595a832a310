/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"

G_BEGIN_DECLS

/* The minutes of a session: who was there, what was decided, raised, assigned, agreed, rated, voted
 * and drawn, and what was parked; as @audience may see it, and as it is now. What stands in them
 * is worked out each time they are made, so that undoing an edit takes it out. Nothing in them
 * depends on the time zone. The same minutes are shown, printed, and sent as text. */

typedef enum
{
  LIJN_MINUTES_HERE,
  LIJN_MINUTES_AGENDA,
  LIJN_MINUTES_DECIDED,
  LIJN_MINUTES_RAISED,
  LIJN_MINUTES_MOVED_ON, /* friction points whose status changed */
  LIJN_MINUTES_ASSIGNED,
  LIJN_MINUTES_AGREED,
  LIJN_MINUTES_RATED,
  LIJN_MINUTES_VOTED,
  LIJN_MINUTES_DRAWN,
  LIJN_MINUTES_PARKED,
  LIJN_MINUTES_SAID,
} LijnMinutesKind;

typedef struct
{
  char *text;
  LijnObject *object; /* (owned) (nullable): what the line is about */
} LijnMinutesLine;

typedef struct
{
  LijnMinutesKind kind;
  const char *title; /* translated */
  GPtrArray *lines; /* (element-type LijnMinutesLine): never empty */
} LijnMinutesPart;

typedef struct
{
  LijnSession *session; /* (owned) */
  char *title;
  char *facts; /* date, place and duration, as far as known, on one line; "" when nothing is */
  char *notes; /* as typed; "" for none */
  GPtrArray *parts; /* (element-type LijnMinutesPart): those that have something to say */
} LijnMinutes;

/* Returns: (transfer full). */
LijnMinutes *lijn_minutes_new (LijnSession *session, const LijnAudience *audience);
void lijn_minutes_free (LijnMinutes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnMinutes, lijn_minutes_free)

/* Returns: (transfer full): all of it as plain text, for mail and the clipboard. */
char *lijn_minutes_to_text (const LijnMinutes *self);

G_END_DECLS
