/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* Finds things by what is written about them: elements, flows, interfaces, friction points in both
 * wordings, lanes, parties, maps, persons, teams, actions, decisions and remarks. The text of each is
 * kept folded (case and accents do not count), and only of rows that changed it is made anew; so a
 * search is one pass over text in memory. */
typedef struct _LijnFinder LijnFinder;

LijnFinder *lijn_finder_new (LijnProject *project);
void lijn_finder_free (LijnFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnFinder, lijn_finder_free)

/* Finds what has every word of @text. "#7" or "7" is interface number 7 before all else, "F12"
 * friction point 12. What is on @here (nullable) comes first, then the other maps, then what is on
 * none; on a map as one reads: by kind, from left to right.
 *
 * Returns: (transfer full) (element-type LijnObject): empty for a text of white space. */
GPtrArray *lijn_finder_find (LijnFinder *self, const char *text, LijnMap *here);

/* The same for a number only: "7", "#7" and "F12", and nothing else. */
GPtrArray *lijn_finder_find_number (LijnFinder *self, const char *text, LijnMap *here);

/* Returns: how many texts have been folded so far. For tests: that an edit costs what it touches. */
guint64 lijn_finder_count_folded (LijnFinder *self);

G_END_DECLS
