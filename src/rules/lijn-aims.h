/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* The four aims of the dialogue, measured for each session and for now.
 *
 * They belong to both parties, so they are made of what both may see: what is private to one party
 * does not count, nor does a rating that is not revealed. So print and screen agree, whoever looks.
 *
 * What a figure of an earlier session is made of:
 *   - a rating belongs to its session; "now" takes, of each interface, the newest session at which it
 *     was rated;
 *   - a friction point and an action count from the session that they belong to, or from the time
 *     that they carry when that is earlier; a friction point does not count while it is withdrawn;
 *   - a signature counts from the time at which it was given;
 *   - priorities, teams, norms and actual times carry no time: they are taken as they are now. */

typedef enum
{
  LIJN_AIM_UNDERSTANDING, /* the mean perception gap over the rated interfaces: 0 (none) to 4 */
  LIJN_AIM_OPENNESS, /* the part of its friction points that each party raised about its own lanes */
  LIJN_AIM_FOCUS, /* the part of the customer's top priorities with a team of both parties and an
                     action that has a date */
  LIJN_AIM_FIT, /* the part of the interfaces agreed by both parties and within their norm */
} LijnAim;
#define LIJN_N_AIMS 4

/* How many of the customer's priorities are its top; those as important as the last count too. */
#define LIJN_AIMS_TOP 5

/* Why there is no figure. */
typedef enum
{
  LIJN_LACK_NOTHING,
  LIJN_LACK_INTERFACES, /* none on any map */
  LIJN_LACK_RATINGS, /* none with a score and a guess from the two sides, revealed */
  LIJN_LACK_FRICTION, /* one side has not raised any */
  LIJN_LACK_PRIORITIES, /* the customer has not set any */
  LIJN_LACK_TIMES, /* no interface has both a norm and an actual time */
} LijnLack;

typedef struct
{
  LijnLack lack;
  LijnPartyRole side; /* whose friction points are lacking */
  double value; /* the mean gap, or a part from 0 to 1; NAN when something is lacking */
  guint counted; /* numerator: of the parts; of the gap, those that are judged alike (gap 0) */
  guint total; /* denominator: rated interfaces, friction points, top priorities, interfaces */
} LijnAimFigure;

/* One of the things that a figure is made of. */
typedef struct
{
  LijnObject *object; /* (owned) an interface or friction point */
  LijnParty *party; /* (owned) (nullable) who raised it: openness only */
  gboolean counts; /* it is in the numerator */
  double gap; /* understanding only: else NAN */
} LijnAimPart;

typedef struct _LijnAims LijnAims;

/* Looks at the whole project once: linear in its size. What is asked later is answered from that. */
LijnAims *lijn_aims_new (LijnProject *project);
void lijn_aims_free (LijnAims *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnAims, lijn_aims_free)

/* Returns: the sessions in order, those that are only planned left out. (transfer none)
 * (element-type LijnSession) */
GPtrArray *lijn_aims_get_sessions (LijnAims *self);

/* Gives the figure of @aim at the session number @session (0 for the first); at
 * LIJN_AIMS_NOW the figure of today. */
#define LIJN_AIMS_NOW G_MAXUINT
LijnAimFigure lijn_aims_get (LijnAims *self, LijnAim aim, guint session);

/* Returns: what that figure is made of: what lacks most first (largest gap; what does not count),
 * then by number. (transfer full) (element-type LijnAimPart) */
GPtrArray *lijn_aims_list_parts (LijnAims *self, LijnAim aim, guint session);

/* Words, translated. The figure in few signs ("1.2", "60 %", "–"), what it says in one sentence
 * ("3 of the 5 …") or what is missing and what to do about it, and what the aim measures. */
const char *lijn_aim_get_name (LijnAim aim); /* (transfer none) */
const char *lijn_aim_get_meaning (LijnAim aim); /* (transfer none) */
char *lijn_aim_figure_to_text (LijnAim aim, const LijnAimFigure *figure); /* (transfer full) */
char *lijn_aim_figure_describe (LijnAim aim, const LijnAimFigure *figure); /* (transfer full) */

/* Returns: (transfer full): in a few words why @part counts, or what it lacks. */
char *lijn_aim_part_describe (LijnAim aim, const LijnAimPart *part);

G_END_DECLS
