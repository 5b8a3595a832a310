/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Replaces the string at @place when @value differs. NULL counts as "".
 * Returns: whether it changed. */
gboolean lijn_set_str (char **place, const char *value);

/* Returns: (transfer full): @text as one line: control characters and runs of white space become
 * one space, the ends are trimmed, invalid UTF-8 is replaced. */
char *lijn_text_one_line (const char *text);

/* Returns: (transfer full): a key under which texts that differ only in case, accents' composition
 * or white space are the same. */
char *lijn_text_fold (const char *text);

/* Returns: whether @text is a calendar date YYYY-MM-DD that exists. */
gboolean lijn_text_is_date (const char *text);

/* Returns: (transfer full): today in the local time zone, as YYYY-MM-DD. */
char *lijn_text_today (void);

/* Returns: now, in microseconds since 1970 UTC. With LIJN_NOW set in the environment to such a
 * number (tests and reproducible output), that number. */
gint64 lijn_now (void);

/* Returns: (transfer full): @time (UTC microseconds) as ISO 8601 with a Z; "" for 0. */
char *lijn_time_to_iso (gint64 time);

/* Returns: the UTC microseconds of ISO 8601 @iso, or 0 when it is not one. */
gint64 lijn_time_from_iso (const char *iso);

/* Returns: (transfer full): @number in the C locale, with as few digits as read back exactly. */
char *lijn_number_to_text (double number);

/* Reads a number in the C locale. Returns: whether all of @text was one, finite. */
gboolean lijn_number_from_text (const char *text, double *number);

G_END_DECLS
