/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"

G_BEGIN_DECLS

/* A class for each table, LijnParty, LijnLane, LijnElement …, and a getter for each column, all
 * made from lijn-columns.h:
 *
 *   double        lijn_lane_get_height (LijnLane *self);
 *   LijnPartyRole lijn_party_get_role (LijnParty *self);
 *   LijnParty    *lijn_lane_get_party (LijnLane *self);       (transfer none) (nullable): looked up
 * by id const char   *lijn_lane_get_party_id (LijnLane *self);    "" when it refers to nothing
 *
 * The comment in lijn-columns.h tells the C type, unit and meaning of "unknown" of each kind. BLOB
 * columns have no getter. */

/* clang-format off */

/* The C type that a table or enumeration named in lijn-columns.h stands for. */
#define LIJN_C_party LijnParty
#define LIJN_C_person LijnPerson
#define LIJN_C_map LijnMap
#define LIJN_C_lane LijnLane
#define LIJN_C_element LijnElement
#define LIJN_C_interface LijnInterface
#define LIJN_C_flow LijnFlow
#define LIJN_C_session LijnSession
#define LIJN_C_friction LijnFriction
#define LIJN_C_ballot LijnBallot
#define LIJN_C_team LijnTeam
#define LIJN_C_action LijnAction
#define LIJN_C_party_role LijnPartyRole
#define LIJN_C_map_kind LijnMapKind
#define LIJN_C_element_kind LijnElementKind
#define LIJN_C_marker LijnMarker
#define LIJN_C_flow_kind LijnFlowKind
#define LIJN_C_friction_category LijnFrictionCategory
#define LIJN_C_frequency LijnFrequency
#define LIJN_C_friction_status LijnFrictionStatus
#define LIJN_C_team_kind LijnTeamKind
#define LIJN_C_action_status LijnActionStatus
#define LIJN_C_session_status LijnSessionStatus
#define LIJN_C_remark_kind LijnRemarkKind

#define LIJN_NOUN_CLASS(t, T, TYPE)                                                                \
  G_DECLARE_FINAL_TYPE (Lijn##T, lijn_##t, LIJN, TYPE, LijnObject)
LIJN_TABLES (LIJN_NOUN_CLASS)
#undef LIJN_NOUN_CLASS

#define LIJN_GETTER_TEXT(t, T, name, arg) const char *lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_DATE(t, T, name, arg) const char *lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_INT(t, T, name, arg) int lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_FLAG(t, T, name, arg) gboolean lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_REAL(t, T, name, arg) double lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_NUM(t, T, name, arg) double lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_TIME(t, T, name, arg) gint64 lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_ENUM(t, T, name, arg) LIJN_C_##arg lijn_##t##_get_##name (Lijn##T *self);
#define LIJN_GETTER_REFERENCE(t, T, name, arg)                                                     \
  LIJN_C_##arg *lijn_##t##_get_##name (Lijn##T *self);                                             \
  const char *lijn_##t##_get_##name##_id (Lijn##T *self);
#define LIJN_GETTER_OWNER LIJN_GETTER_REFERENCE
#define LIJN_GETTER_LINK LIJN_GETTER_REFERENCE
#define LIJN_GETTER_NOTE LIJN_GETTER_REFERENCE
#define LIJN_GETTER_PART LIJN_GETTER_REFERENCE
#define LIJN_GETTER_FOR LIJN_GETTER_REFERENCE
#define LIJN_GETTER_BLOB(t, T, name, arg)
#define LIJN_GETTER(t, T, KIND, name, arg) LIJN_GETTER_##KIND (t, T, name, arg)
#define LIJN_NOUN_GETTERS(t, T, TYPE) LIJN_COLUMNS_##t (LIJN_GETTER, t, T)
LIJN_TABLES (LIJN_NOUN_GETTERS)
#undef LIJN_NOUN_GETTERS

/* clang-format on */

/* What a noun knows beyond its columns. */

/* Returns: the party of the lane it lies in; NULL without a lane. (transfer none) */
LijnParty *lijn_element_get_party (LijnElement *self);

/* Returns: the map on which @object can be seen; a map itself; NULL for what is on none or on
 * every one, and for what is gone. (transfer none) (nullable) */
LijnMap *lijn_map_of (LijnObject *object);

/* Returns: what the friction point is pinned on: an element, flow, interface, lane, or NULL for a
 * place. (transfer none) */
LijnObject *lijn_friction_get_anchor (LijnFriction *self);

/* Returns: the map the friction point is on, also through what it is pinned on. (transfer none)
 * (nullable) */
LijnMap *lijn_friction_get_place (LijnFriction *self);

/* Returns: the wording of the one who raised it, else the other wording. */
const char *lijn_friction_get_words (LijnFriction *self);

/* Returns: the severity that @party gives it, 1 to 5, or 0. */
int lijn_friction_get_severity (LijnFriction *self, LijnParty *party);

/* Returns: the highest severity that any party gives it; 0 when none has said. */
int lijn_friction_get_worst (LijnFriction *self);

/* Returns: the letter that stands for the party in badges: C, S, P in the user's language (with a
 * digit where there are more of one role), made from role and order. (transfer full) */
char *lijn_party_get_letter (LijnParty *self);

/* Returns: which of the parties with the same role it is, from 0, by rank: decides its shade. */
guint lijn_party_get_place (LijnParty *self);

typedef enum
{
  LIJN_AGREEMENT_OPEN, /* nobody has signed what it says now */
  LIJN_AGREEMENT_PROPOSED, /* one party has */
  LIJN_AGREEMENT_AGREED, /* giver and receiver have */
} LijnAgreement;

/* lijn-agreement.c: the signed terms are the values of the interface's own columns from `name` to
 * `review_date`, one `column=value` a line with backslash escapes, in the order of lijn-columns.h.
 */
char *lijn_interface_get_terms (LijnInterface *self); /* (transfer full) */
LijnAgreement lijn_interface_get_agreement (LijnInterface *self);
gboolean lijn_interface_is_signed_by (LijnInterface *self, LijnParty *party);

/* A term that is no longer what was signed. */
typedef struct
{
  const char *column; /* of the interface */
  char *was; /* as the terms write it: text, a number in the C locale, an id */
  char *now;
} LijnTermChange;

/* Returns: (transfer full) (element-type LijnTermChange): what has changed of the terms since
 * they were signed, in the order of the columns; empty while the signature holds. */
GPtrArray *lijn_signoff_list_changes (LijnSignoff *self);

/* Returns: (transfer none) (nullable): the newest signature of @party (nullable) under the
 * interface, of what it says now or said before. */
LijnSignoff *lijn_interface_get_signoff (LijnInterface *self, LijnParty *party);

G_END_DECLS
