/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* What may connect, contain and follow what. Pure: these read, and say why not in words for a
 * person. */

#define LIJN_RULES_ERROR (lijn_rules_error_quark ())
GQuark lijn_rules_error_quark (void);

typedef enum
{
  LIJN_RULES_ERROR_CONNECT,
  LIJN_RULES_ERROR_CONTAIN,
  LIJN_RULES_ERROR_STATUS,
  LIJN_RULES_ERROR_PARTY,
  LIJN_RULES_ERROR_VALUE,
  LIJN_RULES_ERROR_REMOVE,
} LijnRulesError;

/* Whether a flow may run from @source to @target, and of which kind: a hand-over between parties, a
 * sequence inside one, an association where a note or document is an end (a document between two
 * steps' parties is handed over like a step). */
gboolean lijn_rules_connect (LijnElement *source, LijnElement *target, LijnFlowKind *kind,
                             GError **error);

/* Whether an element of @kind may lie in @lane; NULL is beside the lanes (notes and groups only).
 */
gboolean lijn_rules_contain (LijnElementKind kind, LijnLane *lane, GError **error);

/* Whether @friction may go to @status on behalf of @party (nullable): the life cycle of the
 * glossary. */
gboolean lijn_rules_friction_status (LijnFriction *friction, LijnFrictionStatus status,
                                     LijnParty *party, const char *reason, GError **error);

/* Whether @column of @object may be set to @value (as text: numbers in the C locale, nicks, ids,
 * dates) on behalf of @party: ranges, dates that exist, persons that are there, and what only one
 * party may set (the customer's priority). */
gboolean lijn_rules_value (LijnObject *object, const char *column, const char *value,
                           LijnParty *party, GError **error);

/* Whether @interface (nullable: one of its own) can be what is handed over from @source to @target:
 * they are on its map, and of its giver and receiver. */
gboolean lijn_rules_hang (LijnInterface *interface, LijnElement *source, LijnElement *target,
                          GError **error);

/* Whether somebody of a party with @role is a member of @team. */
gboolean lijn_team_has_role (LijnTeam *team, LijnPartyRole role);

/* A finding of the built-in review. */
typedef enum
{
  LIJN_CHECK_CROSSING_WITHOUT_INTERFACE,
  LIJN_CHECK_INTERFACE_WITHOUT_NORM,
  LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT,
  LIJN_CHECK_FRICTION_WITHOUT_TEAM,
  LIJN_CHECK_TEAM_MISSES_PARTY,
  LIJN_CHECK_STEERING_WITHOUT_CUSTOMER,
  LIJN_CHECK_DEAD_END,
  LIJN_CHECK_UNREACHABLE,
  LIJN_CHECK_ASSUMPTION,
  LIJN_CHECK_ACTION_OVERDUE,
  LIJN_CHECK_ACTION_WITHOUT_PERSON,
  LIJN_CHECK_ACTION_WITHOUT_DATE,
  LIJN_CHECK_PRIORITY_WITHOUT_WORK,
  LIJN_CHECK_NO_CUSTOMER,
  LIJN_CHECK_NO_SUPPLIER,
} LijnCheckKind;
#define LIJN_N_CHECKS (LIJN_CHECK_NO_SUPPLIER + 1)

typedef struct
{
  LijnCheckKind kind;
  LijnObject *object; /* (owned) what it is about; NULL for the project */
  LijnWaiver *waiver; /* (owned) (nullable): that it was set aside */
} LijnFinding;

void lijn_finding_free (LijnFinding *finding);
const char *lijn_check_nick (LijnCheckKind kind); /* "friction-without-team" */
const char *lijn_check_get_title (
    LijnCheckKind kind); /* (transfer none): the findings of a kind, translated */
char *lijn_finding_describe (
    const LijnFinding *finding); /* (transfer full): one translated sentence, naming the object */

/* Reviews the whole project as it is @today (YYYY-MM-DD). Linear in the size of the project but for
 * sorting. (transfer container) (element-type LijnFinding) */
GPtrArray *lijn_rules_check (LijnProject *project, const char *today);

G_END_DECLS
