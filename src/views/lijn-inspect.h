/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-choice-field.h"
#include "lijn-live-list.h"

G_BEGIN_DECLS

/* The inspector's pages: each fills @page, a vertical box, with groups for @object. */

void lijn_inspect_project (GtkBox *page, LijnView *view, LijnAbout *about);
void lijn_inspect_map (GtkBox *page, LijnView *view, LijnMap *map);
void lijn_inspect_party (GtkBox *page, LijnView *view, LijnParty *party);
void lijn_inspect_person (GtkBox *page, LijnView *view, LijnPerson *person);
void lijn_inspect_lane (GtkBox *page, LijnView *view, LijnLane *lane);
void lijn_inspect_phase (GtkBox *page, LijnView *view, LijnPhase *phase);
void lijn_inspect_element (GtkBox *page, LijnView *view, LijnElement *element);
void lijn_inspect_flow (GtkBox *page, LijnView *view, LijnFlow *flow);
void lijn_inspect_interface (GtkBox *page, LijnView *view, LijnInterface *interface);
void lijn_inspect_friction (GtkBox *page, LijnView *view, LijnFriction *friction);
void lijn_inspect_team (GtkBox *page, LijnView *view, LijnTeam *team);
void lijn_inspect_action (GtkBox *page, LijnView *view, LijnAction *action);

/* lijn-inspect-session.c; @object: a decision or a remark. */
void lijn_inspect_session (GtkBox *page, LijnView *view, LijnSession *session);
void lijn_inspect_agenda_item (GtkBox *page, LijnView *view, LijnAgendaItem *item);
void lijn_inspect_said (GtkBox *page, LijnView *view, LijnObject *object);

/* Several things at once (element-type LijnObject): counts, and what they have in common. */
void lijn_inspect_many (GtkBox *page, LijnView *view, GPtrArray *objects);

/* Parts of a team's page, which its sheet on the page of teams has too. */
void lijn_inspect_team_charter (GtkBox *page, LijnView *view, LijnTeam *team);
void lijn_inspect_team_people (GtkBox *page, LijnView *view, LijnTeam *team);
void lijn_inspect_team_work (GtkBox *page, LijnView *view, LijnTeam *team);

/* What the pages are made of. Adds a group titled @title (nullable) to @page and returns it. */
AdwPreferencesGroup *lijn_inspect_add_group (GtkBox *page, const char *title);

/* Adds a field for @column of @object; the kind of row follows from the column. */
GtkWidget *lijn_inspect_add_field (AdwPreferencesGroup *group, LijnView *view, gpointer object,
                                   const char *column);

/* Adds a field of several lines. */
void lijn_inspect_add_note (AdwPreferencesGroup *group, LijnView *view, gpointer object,
                            const char *column);

void lijn_inspect_add_choice (AdwPreferencesGroup *group, LijnView *view, gpointer object,
                              const char *column, LijnChoiceFilter filter);

/* Adds a group that holds a live list of link rows. */
AdwPreferencesGroup *lijn_inspect_add_list (GtkBox *page, const char *title, LijnView *view,
                                            gpointer object, LijnLiveListFind find,
                                            LijnLiveListMake make);

/* Adds a button that activates @action of the window, labelled @label. */
void lijn_inspect_add_action (AdwPreferencesGroup *group, const char *label, const char *action);

/* Adds a row that links to @object (nullable: then nothing is added), below the title @title. */
void lijn_inspect_add_link (AdwPreferencesGroup *group, const char *title, LijnView *view,
                            gpointer object);

/* Adds the objects of @table whose @column refers to @to. */
void lijn_inspect_find (GPtrArray *found, LijnTable table, const char *column, gpointer to);

/* Adds what @other, a column of @table, refers to in the rows whose @column refers to @to: of
 * assignments, say, the teams that work on a friction point. */
void lijn_inspect_find_across (GPtrArray *found, LijnTable table, const char *column, gpointer to,
                               const char *other);

/* The friction points pinned on @object, with the button to pin another. */
void lijn_inspect_add_frictions (GtkBox *page, LijnView *view, gpointer object);

/* lijn-inspect-course.c: the answers to "why" with a row for the next, and every status it has had. */
void lijn_inspect_add_whys (GtkBox *page, LijnView *view, LijnFriction *friction);
void lijn_inspect_add_statuses (GtkBox *page, LijnView *view, LijnFriction *friction);

/* Whether it is an assumption, and the button to confirm it: elements and interfaces. */
void lijn_inspect_add_assumption (GtkBox *page, LijnView *view, gpointer object);

/* How many assumptions there are in @lane, and the button to confirm them in one step. */
void lijn_inspect_add_lane_assumptions (GtkBox *page, LijnView *view, LijnLane *lane);

G_END_DECLS
