/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-enums.h"

/* Every table of the project file and every column in it, once. From these lists come the DDL
 * (lijn-ddl.c), the structs and getters of the model (lijn-nouns.h), and the attributes of the XML.
 *
 * Every table has, before the columns listed, `id TEXT PRIMARY KEY NOT NULL`. The kinds of column,
 * with their SQL and C:
 *
 *   TEXT (name)        TEXT NOT NULL DEFAULT ''      const char *, never NULL
 *   DATE (name)        the same; "" or YYYY-MM-DD    const char *, never NULL
 *   INT  (name)        INTEGER NOT NULL DEFAULT 0    int
 *   FLAG (name)        INTEGER NOT NULL DEFAULT 0    gboolean; 0 or 1
 *   REAL (name)        REAL NOT NULL DEFAULT 0       double; lengths are points
 *   NUM  (name)        REAL, NULL when unknown       double, NAN when unknown; durations in minutes
 *   TIME (name)        INTEGER NOT NULL DEFAULT 0    gint64, microseconds since 1970 UTC; 0: none
 *   ENUM (name, enum)  TEXT NOT NULL, one of the enumeration's nicks, by default the first
 *   OWNER (name, t)    NOT NULL, references t; deleted with it; indexed
 *   LINK (name, t)     references t or NULL; becomes NULL when it is deleted; indexed
 *   NOTE (name, t)     the same, without an index, for what is rarely deleted
 *   PART (name, t)     references t or NULL; deleted with it; indexed
 *   FOR  (name, t)     references party or NULL; deleted with it, so that what is private never
 *                      becomes shared
 *   BLOB (name)        BLOB NOT NULL DEFAULT x''     not held in memory: lijn_store_read_blob()
 *
 * X (t, T, KIND, name, arg): t and T are the table's names in SQL and C, passed through. */

#define LIJN_COLUMNS_about(X, t, T)                                                                \
  X (t, T, TEXT, title, )                                                                          \
  X (t, T, TEXT, description, )                                                                    \
  X (t, T, TIME, created, )                                                                        \
  X (t, T, INT, dots, )

#define LIJN_COLUMNS_party(X, t, T)                                                                \
  X (t, T, ENUM, role, party_role)                                                                 \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, description, )                                                                    \
  X (t, T, REAL, rank, )

#define LIJN_COLUMNS_person(X, t, T)                                                               \
  X (t, T, OWNER, party, party)                                                                    \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, function, )                                                                       \
  X (t, T, TEXT, email, )                                                                          \
  X (t, T, TEXT, phone, )                                                                          \
  X (t, T, REAL, rank, )

/* `opens` tells what happens first, `outcome` what is there at the end: the scope. */
#define LIJN_COLUMNS_map(X, t, T)                                                                  \
  X (t, T, ENUM, kind, map_kind)                                                                   \
  X (t, T, TEXT, title, )                                                                          \
  X (t, T, TEXT, opens, )                                                                          \
  X (t, T, TEXT, outcome, )                                                                        \
  X (t, T, TEXT, description, )                                                                    \
  X (t, T, NOTE, derived_from, map)                                                                \
  X (t, T, REAL, rank, )

/* A lane belongs to a party and lies on one map. Lanes stand below each other, by their party's
 * rank, then their own. */
#define LIJN_COLUMNS_lane(X, t, T)                                                                 \
  X (t, T, OWNER, map, map)                                                                        \
  X (t, T, OWNER, party, party)                                                                    \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, REAL, height, )                                                                         \
  X (t, T, FLAG, collapsed, )                                                                      \
  X (t, T, REAL, rank, )

#define LIJN_COLUMNS_phase(X, t, T)                                                                \
  X (t, T, OWNER, map, map)                                                                        \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, REAL, x, )                                                                              \
  X (t, T, REAL, width, )

/* x is measured from the left of the map's ground, y from the top of the element's lane, so that a
 * lane can grow or move without a change to anything in another lane. Without a lane (a note or
 * group beside the lanes) y is measured from the top of the map. */
#define LIJN_COLUMNS_element(X, t, T)                                                              \
  X (t, T, OWNER, map, map)                                                                        \
  X (t, T, PART, lane, lane)                                                                       \
  X (t, T, ENUM, kind, element_kind)                                                               \
  X (t, T, ENUM, marker, marker)                                                                   \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, description, )                                                                    \
  X (t, T, REAL, x, )                                                                              \
  X (t, T, REAL, y, )                                                                              \
  X (t, T, REAL, width, )                                                                          \
  X (t, T, REAL, height, )                                                                         \
  X (t, T, LINK, container, element)                                                               \
  X (t, T, LINK, detail, map)                                                                      \
  X (t, T, LINK, origin, element)                                                                  \
  X (t, T, NUM, work_minutes, )                                                                    \
  X (t, T, NUM, wait_minutes, )                                                                    \
  X (t, T, NUM, complete_accurate, )                                                               \
  X (t, T, FLAG, assumed, )                                                                        \
  X (t, T, NOTE, drawn_by, party)                                                                  \
  X (t, T, NOTE, confirmed_by, person)                                                             \
  X (t, T, TIME, confirmed_at, )                                                                   \
  X (t, T, FOR, private_to, party)

/* What crosses a line of interaction. */
#define LIJN_COLUMNS_interface(X, t, T)                                                            \
  X (t, T, OWNER, map, map)                                                                        \
  X (t, T, OWNER, giver, party)                                                                    \
  X (t, T, OWNER, receiver, party)                                                                 \
  X (t, T, INT, number, )                                                                          \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, deliverable, )                                                                    \
  X (t, T, TEXT, form, )                                                                           \
  X (t, T, TEXT, channel, )                                                                        \
  X (t, T, TEXT, starts_when, )                                                                    \
  X (t, T, TEXT, complete_when, )                                                                  \
  X (t, T, NUM, norm_minutes, )                                                                    \
  X (t, T, NUM, actual_minutes, )                                                                  \
  X (t, T, NUM, complete_accurate, )                                                               \
  X (t, T, NUM, volume, )                                                                          \
  X (t, T, NOTE, giver_contact, person)                                                            \
  X (t, T, NOTE, receiver_contact, person)                                                         \
  X (t, T, TEXT, escalation, )                                                                     \
  X (t, T, DATE, review_date, )                                                                    \
  X (t, T, TEXT, description, )                                                                    \
  X (t, T, FLAG, assumed, )                                                                        \
  X (t, T, NOTE, drawn_by, party)                                                                  \
  X (t, T, NOTE, confirmed_by, person)                                                             \
  X (t, T, TIME, confirmed_at, )                                                                   \
  X (t, T, FOR, private_to, party)

/* `route` holds the bends between the two ends, in the form that lijn-route.h writes down; "" until
 * it has been routed. `bent` tells that a person laid it so: it is kept when things move, as far as
 * that can be. */
#define LIJN_COLUMNS_flow(X, t, T)                                                                 \
  X (t, T, OWNER, map, map)                                                                        \
  X (t, T, OWNER, source, element)                                                                 \
  X (t, T, OWNER, target, element)                                                                 \
  X (t, T, LINK, interface, interface)                                                             \
  X (t, T, ENUM, kind, flow_kind)                                                                  \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, route, )                                                                          \
  X (t, T, FLAG, bent, )                                                                           \
  X (t, T, FOR, private_to, party)

/* A party's signature under an interface: `terms` is what it signed, in the form that
 * lijn-agreement.c writes down. A signature whose terms are no longer the interface's is open
 * again. */
#define LIJN_COLUMNS_signoff(X, t, T)                                                              \
  X (t, T, OWNER, interface, interface)                                                            \
  X (t, T, OWNER, party, party)                                                                    \
  X (t, T, NOTE, person, person)                                                                   \
  X (t, T, TIME, at, )                                                                             \
  X (t, T, TEXT, terms, )

#define LIJN_COLUMNS_session(X, t, T)                                                              \
  X (t, T, INT, number, )                                                                          \
  X (t, T, TEXT, title, )                                                                          \
  X (t, T, TEXT, place, )                                                                          \
  X (t, T, DATE, date, )                                                                           \
  X (t, T, TIME, started, )                                                                        \
  X (t, T, TIME, ended, )                                                                          \
  X (t, T, ENUM, status, session_status)                                                           \
  X (t, T, TEXT, notes, )

#define LIJN_COLUMNS_agenda_item(X, t, T)                                                          \
  X (t, T, OWNER, session, session)                                                                \
  X (t, T, TEXT, title, )                                                                          \
  X (t, T, NUM, minutes, )                                                                         \
  X (t, T, FLAG, done, )                                                                           \
  X (t, T, REAL, rank, )

#define LIJN_COLUMNS_attendance(X, t, T)                                                           \
  X (t, T, OWNER, session, session)                                                                \
  X (t, T, OWNER, person, person)                                                                  \
  X (t, T, FLAG, present, )

#define LIJN_COLUMNS_decision(X, t, T)                                                             \
  X (t, T, OWNER, session, session)                                                                \
  X (t, T, TEXT, text, )                                                                           \
  X (t, T, TIME, at, )                                                                             \
  X (t, T, REAL, rank, )

/* The pin sits on the element, flow, interface or lane, or, with none of them, at the place (x, y)
 * of the map; on something, (x, y) is ignored. */
#define LIJN_COLUMNS_friction(X, t, T)                                                             \
  X (t, T, PART, map, map)                                                                         \
  X (t, T, LINK, element, element)                                                                 \
  X (t, T, LINK, flow, flow)                                                                       \
  X (t, T, LINK, interface, interface)                                                             \
  X (t, T, LINK, lane, lane)                                                                       \
  X (t, T, REAL, x, )                                                                              \
  X (t, T, REAL, y, )                                                                              \
  X (t, T, INT, number, )                                                                          \
  X (t, T, NOTE, raised_by, party)                                                                 \
  X (t, T, NOTE, raised_by_person, person)                                                         \
  X (t, T, NOTE, session, session)                                                                 \
  X (t, T, TIME, raised_at, )                                                                      \
  X (t, T, TEXT, customer_words, )                                                                 \
  X (t, T, TEXT, supplier_words, )                                                                 \
  X (t, T, ENUM, category, friction_category)                                                      \
  X (t, T, ENUM, frequency, frequency)                                                             \
  X (t, T, INT, priority, )                                                                        \
  X (t, T, TEXT, evidence, )                                                                       \
  X (t, T, TEXT, root_cause, )                                                                     \
  X (t, T, TEXT, verified_how, )                                                                   \
  X (t, T, NOTE, cause_party, party)                                                               \
  X (t, T, ENUM, status, friction_status)                                                          \
  X (t, T, TEXT, status_reason, )                                                                  \
  X (t, T, FOR, private_to, party)

#define LIJN_COLUMNS_severity(X, t, T)                                                             \
  X (t, T, OWNER, friction, friction)                                                              \
  X (t, T, OWNER, party, party)                                                                    \
  X (t, T, INT, score, )

#define LIJN_COLUMNS_why(X, t, T)                                                                  \
  X (t, T, OWNER, friction, friction)                                                              \
  X (t, T, TEXT, answer, )                                                                         \
  X (t, T, REAL, rank, )

#define LIJN_COLUMNS_status_change(X, t, T)                                                        \
  X (t, T, OWNER, friction, friction)                                                              \
  X (t, T, ENUM, status, friction_status)                                                          \
  X (t, T, TEXT, reason, )                                                                         \
  X (t, T, NOTE, party, party)                                                                     \
  X (t, T, NOTE, person, person)                                                                   \
  X (t, T, TIME, at, )

#define LIJN_COLUMNS_attachment(X, t, T)                                                           \
  X (t, T, PART, friction, friction)                                                               \
  X (t, T, PART, interface, interface)                                                             \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, media_type, )                                                                     \
  X (t, T, BLOB, data, )                                                                           \
  X (t, T, FOR, private_to, party)

#define LIJN_COLUMNS_ballot(X, t, T)                                                               \
  X (t, T, NOTE, session, session)                                                                 \
  X (t, T, TEXT, title, )                                                                          \
  X (t, T, INT, dots, )                                                                            \
  X (t, T, FLAG, closed, )

#define LIJN_COLUMNS_vote(X, t, T)                                                                 \
  X (t, T, OWNER, ballot, ballot)                                                                  \
  X (t, T, OWNER, friction, friction)                                                              \
  X (t, T, OWNER, party, party)                                                                    \
  X (t, T, INT, dots, )

#define LIJN_COLUMNS_rating(X, t, T)                                                               \
  X (t, T, OWNER, session, session)                                                                \
  X (t, T, OWNER, interface, interface)                                                            \
  X (t, T, OWNER, party, party)                                                                    \
  X (t, T, NOTE, person, person)                                                                   \
  X (t, T, INT, score, )                                                                           \
  X (t, T, INT, guess, )                                                                           \
  X (t, T, TEXT, comment, )                                                                        \
  X (t, T, FLAG, revealed, )

#define LIJN_COLUMNS_team(X, t, T)                                                                 \
  X (t, T, ENUM, kind, team_kind)                                                                  \
  X (t, T, TEXT, name, )                                                                           \
  X (t, T, TEXT, goal, )                                                                           \
  X (t, T, NOTE, lead, person)                                                                     \
  X (t, T, NOTE, sponsor, person)                                                                  \
  X (t, T, REAL, rank, )

#define LIJN_COLUMNS_member(X, t, T)                                                               \
  X (t, T, OWNER, team, team)                                                                      \
  X (t, T, OWNER, person, person)                                                                  \
  X (t, T, TEXT, part, )                                                                           \
  X (t, T, REAL, rank, )

/* That a team works on a friction point. */
#define LIJN_COLUMNS_assignment(X, t, T)                                                           \
  X (t, T, OWNER, team, team)                                                                      \
  X (t, T, OWNER, friction, friction)

#define LIJN_COLUMNS_action(X, t, T)                                                               \
  X (t, T, OWNER, team, team)                                                                      \
  X (t, T, TEXT, what, )                                                                           \
  X (t, T, NOTE, person, person)                                                                   \
  X (t, T, DATE, due, )                                                                            \
  X (t, T, ENUM, status, action_status)                                                            \
  X (t, T, TIME, created, )                                                                        \
  X (t, T, TIME, closed, )                                                                         \
  X (t, T, NOTE, session, session)                                                                 \
  X (t, T, REAL, rank, )

/* That an action is for a friction point. */
#define LIJN_COLUMNS_remedy(X, t, T)                                                               \
  X (t, T, OWNER, action, action)                                                                  \
  X (t, T, OWNER, friction, friction)

/* Something said: put in the parking lot, or beside something. With private_to it is a party's own.
 */
#define LIJN_COLUMNS_remark(X, t, T)                                                               \
  X (t, T, ENUM, kind, remark_kind)                                                                \
  X (t, T, NOTE, session, session)                                                                 \
  X (t, T, NOTE, party, party)                                                                     \
  X (t, T, NOTE, person, person)                                                                   \
  X (t, T, LINK, element, element)                                                                 \
  X (t, T, LINK, interface, interface)                                                             \
  X (t, T, TEXT, text, )                                                                           \
  X (t, T, TIME, at, )                                                                             \
  X (t, T, FLAG, done, )                                                                           \
  X (t, T, FOR, private_to, party)

/* A finding of the review that was set aside. `subject` is the id of what it was about. */
#define LIJN_COLUMNS_waiver(X, t, T)                                                               \
  X (t, T, TEXT, finding, )                                                                        \
  X (t, T, TEXT, subject, )                                                                        \
  X (t, T, TEXT, reason, )                                                                         \
  X (t, T, NOTE, party, party)                                                                     \
  X (t, T, TIME, at, )

/* T (t, Type, TYPE): every table, owners before what they own. */
#define LIJN_TABLES(T)                                                                             \
  T (about, About, ABOUT)                                                                          \
  T (party, Party, PARTY)                                                                          \
  T (person, Person, PERSON)                                                                       \
  T (map, Map, MAP)                                                                                \
  T (lane, Lane, LANE)                                                                             \
  T (phase, Phase, PHASE)                                                                          \
  T (element, Element, ELEMENT)                                                                    \
  T (interface, Interface, INTERFACE)                                                              \
  T (flow, Flow, FLOW)                                                                             \
  T (signoff, Signoff, SIGNOFF)                                                                    \
  T (session, Session, SESSION)                                                                    \
  T (agenda_item, AgendaItem, AGENDA_ITEM)                                                         \
  T (attendance, Attendance, ATTENDANCE)                                                           \
  T (decision, Decision, DECISION)                                                                 \
  T (friction, Friction, FRICTION)                                                                 \
  T (severity, Severity, SEVERITY)                                                                 \
  T (why, Why, WHY)                                                                                \
  T (status_change, StatusChange, STATUS_CHANGE)                                                   \
  T (attachment, Attachment, ATTACHMENT)                                                           \
  T (ballot, Ballot, BALLOT)                                                                       \
  T (vote, Vote, VOTE)                                                                             \
  T (rating, Rating, RATING)                                                                       \
  T (team, Team, TEAM)                                                                             \
  T (member, Member, MEMBER)                                                                       \
  T (assignment, Assignment, ASSIGNMENT)                                                           \
  T (action, Action, ACTION)                                                                       \
  T (remedy, Remedy, REMEDY)                                                                       \
  T (remark, Remark, REMARK)                                                                       \
  T (waiver, Waiver, WAIVER)
