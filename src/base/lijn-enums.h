/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of the glossary. Each list is the one place where a kind is named: the C enumeration,
 * and the word ("nick") that stands for it in the file and in XML, are made from it. Words for a
 * person are made where a person reads them. */

#define LIJN_PARTY_ROLES(X)                                                                        \
  X (PARTY_ROLE, CUSTOMER, "customer")                                                             \
  X (PARTY_ROLE, SUPPLIER, "supplier")                                                             \
  X (PARTY_ROLE, PARTNER, "partner")

#define LIJN_MAP_KINDS(X)                                                                          \
  X (MAP_KIND, AS_IS, "as-is")                                                                     \
  X (MAP_KIND, TO_BE, "to-be")

#define LIJN_ELEMENT_KINDS(X)                                                                      \
  X (ELEMENT_KIND, STEP, "step")                                                                   \
  X (ELEMENT_KIND, START, "start")                                                                 \
  X (ELEMENT_KIND, END, "end")                                                                     \
  X (ELEMENT_KIND, WAIT, "wait")                                                                   \
  X (ELEMENT_KIND, DECISION, "decision")                                                           \
  X (ELEMENT_KIND, DOCUMENT, "document")                                                           \
  X (ELEMENT_KIND, NOTE, "note")                                                                   \
  X (ELEMENT_KIND, GROUP, "group")

/* What a small sign in the element tells beside its kind: how a step is done, what an event or a
 * decision is about. */
#define LIJN_MARKERS(X)                                                                            \
  X (MARKER, NONE, "none")                                                                         \
  X (MARKER, PERSON, "person")                                                                     \
  X (MARKER, SYSTEM, "system")                                                                     \
  X (MARKER, SEND, "send")                                                                         \
  X (MARKER, RECEIVE, "receive")                                                                   \
  X (MARKER, MANUAL, "manual")                                                                     \
  X (MARKER, RULE, "rule")                                                                         \
  X (MARKER, SCRIPT, "script")                                                                     \
  X (MARKER, CALL, "call")                                                                         \
  X (MARKER, MESSAGE, "message")                                                                   \
  X (MARKER, TIMER, "timer")                                                                       \
  X (MARKER, CONDITION, "condition")                                                               \
  X (MARKER, SIGNAL, "signal")                                                                     \
  X (MARKER, ERROR, "error")                                                                       \
  X (MARKER, ESCALATION, "escalation")                                                             \
  X (MARKER, COMPENSATION, "compensation")                                                         \
  X (MARKER, CANCEL, "cancel")                                                                     \
  X (MARKER, LINK, "link")                                                                         \
  X (MARKER, MULTIPLE, "multiple")                                                                 \
  X (MARKER, TERMINATE, "terminate")                                                               \
  X (MARKER, EXCLUSIVE, "exclusive")                                                               \
  X (MARKER, PARALLEL, "parallel")                                                                 \
  X (MARKER, INCLUSIVE, "inclusive")                                                               \
  X (MARKER, COMPLEX, "complex")                                                                   \
  X (MARKER, EVENT, "event")                                                                       \
  X (MARKER, STORE, "store")

#define LIJN_FLOW_KINDS(X)                                                                         \
  X (FLOW_KIND, SEQUENCE, "sequence")                                                              \
  X (FLOW_KIND, HAND_OVER, "hand-over")                                                            \
  X (FLOW_KIND, ASSOCIATION, "association")

#define LIJN_FRICTION_CATEGORIES(X)                                                                \
  X (FRICTION_CATEGORY, OTHER, "other")                                                            \
  X (FRICTION_CATEGORY, WAITING, "waiting")                                                        \
  X (FRICTION_CATEGORY, REWORK, "rework")                                                          \
  X (FRICTION_CATEGORY, ERROR, "error")                                                            \
  X (FRICTION_CATEGORY, INFORMATION, "information")                                                \
  X (FRICTION_CATEGORY, DUPLICATE_WORK, "duplicate-work")                                          \
  X (FRICTION_CATEGORY, RESPONSIBILITY, "responsibility")                                          \
  X (FRICTION_CATEGORY, ATTITUDE, "attitude")                                                      \
  X (FRICTION_CATEGORY, SYSTEM, "system")

#define LIJN_FREQUENCIES(X)                                                                        \
  X (FREQUENCY, UNKNOWN, "unknown")                                                                \
  X (FREQUENCY, RARELY, "rarely")                                                                  \
  X (FREQUENCY, MONTHLY, "monthly")                                                                \
  X (FREQUENCY, WEEKLY, "weekly")                                                                  \
  X (FREQUENCY, DAILY, "daily")                                                                    \
  X (FREQUENCY, ALWAYS, "always")

#define LIJN_FRICTION_STATUSES(X)                                                                  \
  X (FRICTION_STATUS, RAISED, "raised")                                                            \
  X (FRICTION_STATUS, ACCEPTED, "accepted")                                                        \
  X (FRICTION_STATUS, IN_TEAM, "in-team")                                                          \
  X (FRICTION_STATUS, SOLVED, "solved")                                                            \
  X (FRICTION_STATUS, CONFIRMED, "confirmed-solved")                                               \
  X (FRICTION_STATUS, PARKED, "parked")                                                            \
  X (FRICTION_STATUS, WITHDRAWN, "withdrawn")

#define LIJN_TEAM_KINDS(X)                                                                         \
  X (TEAM_KIND, IMPROVEMENT, "improvement")                                                        \
  X (TEAM_KIND, STEERING, "steering")

#define LIJN_ACTION_STATUSES(X)                                                                    \
  X (ACTION_STATUS, OPEN, "open")                                                                  \
  X (ACTION_STATUS, DOING, "doing")                                                                \
  X (ACTION_STATUS, DONE, "done")                                                                  \
  X (ACTION_STATUS, DROPPED, "dropped")

#define LIJN_SESSION_STATUSES(X)                                                                   \
  X (SESSION_STATUS, PLANNED, "planned")                                                           \
  X (SESSION_STATUS, RUNNING, "running")                                                           \
  X (SESSION_STATUS, ENDED, "ended")

#define LIJN_REMARK_KINDS(X)                                                                       \
  X (REMARK_KIND, PARKED, "parked")                                                                \
  X (REMARK_KIND, COMMENT, "comment")

#define LIJN_ENUM_VALUE(PREFIX, NAME, nick) LIJN_##PREFIX##_##NAME,

/* clang-format off */
typedef enum { LIJN_PARTY_ROLES (LIJN_ENUM_VALUE) } LijnPartyRole;
typedef enum { LIJN_MAP_KINDS (LIJN_ENUM_VALUE) } LijnMapKind;
typedef enum { LIJN_ELEMENT_KINDS (LIJN_ENUM_VALUE) } LijnElementKind;
typedef enum { LIJN_MARKERS (LIJN_ENUM_VALUE) } LijnMarker;
typedef enum { LIJN_FLOW_KINDS (LIJN_ENUM_VALUE) } LijnFlowKind;
typedef enum { LIJN_FRICTION_CATEGORIES (LIJN_ENUM_VALUE) } LijnFrictionCategory;
typedef enum { LIJN_FREQUENCIES (LIJN_ENUM_VALUE) } LijnFrequency;
typedef enum { LIJN_FRICTION_STATUSES (LIJN_ENUM_VALUE) } LijnFrictionStatus;
typedef enum { LIJN_TEAM_KINDS (LIJN_ENUM_VALUE) } LijnTeamKind;
typedef enum { LIJN_ACTION_STATUSES (LIJN_ENUM_VALUE) } LijnActionStatus;
typedef enum { LIJN_SESSION_STATUSES (LIJN_ENUM_VALUE) } LijnSessionStatus;
typedef enum { LIJN_REMARK_KINDS (LIJN_ENUM_VALUE) } LijnRemarkKind;
/* clang-format on */

/* The words of an enumeration in the order of its values, ended by NULL. */
extern const char *const lijn_party_role_nicks[];
extern const char *const lijn_map_kind_nicks[];
extern const char *const lijn_element_kind_nicks[];
extern const char *const lijn_marker_nicks[];
extern const char *const lijn_flow_kind_nicks[];
extern const char *const lijn_friction_category_nicks[];
extern const char *const lijn_frequency_nicks[];
extern const char *const lijn_friction_status_nicks[];
extern const char *const lijn_team_kind_nicks[];
extern const char *const lijn_action_status_nicks[];
extern const char *const lijn_session_status_nicks[];
extern const char *const lijn_remark_kind_nicks[];

/* Returns: the value that @nick stands for, or -1. */
int lijn_nick_to_value (const char *const *nicks, const char *nick);

G_END_DECLS
