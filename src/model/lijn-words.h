/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-nouns.h"

G_BEGIN_DECLS

/* The glossary in the user's language: each function returns a translated word or phrase, (transfer
 * none). */

const char *lijn_word_for_role (LijnPartyRole role);
const char *lijn_word_for_map_kind (LijnMapKind kind);
const char *lijn_word_for_element_kind (LijnElementKind kind);
const char *lijn_word_for_marker (LijnMarker marker);
const char *lijn_word_for_flow_kind (LijnFlowKind kind);
const char *lijn_word_for_category (LijnFrictionCategory category);
const char *lijn_word_for_frequency (LijnFrequency frequency);
const char *lijn_word_for_friction_status (LijnFrictionStatus status);
const char *lijn_word_for_team_kind (LijnTeamKind kind);
const char *lijn_word_for_action_status (LijnActionStatus status);
const char *lijn_word_for_session_status (LijnSessionStatus status);
const char *lijn_word_for_agreement (LijnAgreement agreement);
/* The word for @value of the enumeration that @nicks belongs to (lijn-enums.h); for one that nobody
 * reads, its nick. */
const char *lijn_word_for_value (const char *const *nicks, int value);

const char *lijn_word_for_severity (
    int score); /* 1 "hardly noticed" … 5 "stops the work"; 0 "not said" */
const char *lijn_word_for_rating (
    int score); /* 1 "does not work" … 5 "runs by itself"; 0 "not said" */
const char *lijn_word_for_table (LijnTable table); /* "Lane", "Friction point" … */
const char *lijn_word_for_column (
    LijnTable table, const char *column); /* "Norm time", "Raised by" …: a field's label */

/* Returns: (transfer full): @minutes as people say it: "45 min", "2 h 30 min", "9 days" (a day is
 * 24 hours); "" for NAN. */
char *lijn_words_for_duration (double minutes);

/* Reads what people type for a duration: "45", "45 min", "2h", "2 h 30", "3 days", "1 week", and
 * the same in the user's language. Returns: whether it is one; "" gives NAN. */
gboolean lijn_words_to_duration (const char *text, double *minutes);

/* Returns: (transfer full): the name of @object with its kind where it has none: "Decide and pay
 * out", "Interface 3: Request", "Decision". */
char *lijn_words_for_object (LijnObject *object);

/* Returns: (transfer full): @value, written as the terms of an interface and lijn_edit_set() write it, of
 * @column of @table as people say it: "2 h", the name of a person. */
char *lijn_words_for_value (LijnProject *project, LijnTable table, const char *column,
                            const char *value);

G_END_DECLS
