/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"

G_BEGIN_DECLS

/* Capture text: a map typed as fast as people speak, a line a thing. lijn_capture_help() is the
 * grammar, for people. */

#define LIJN_CAPTURE_ERROR (lijn_capture_error_quark ())
GQuark lijn_capture_error_quark (void);

typedef enum
{
  LIJN_CAPTURE_ERROR_SYNTAX, /* the line says nothing that the grammar knows */
  LIJN_CAPTURE_ERROR_UNKNOWN, /* it names something that is not there, or more than one thing */
} LijnCaptureError;

/* Where capture is: the step that the next line comes after, the party that speaks, the map. View
 * state, not in the file. */
#define LIJN_TYPE_CAPTURE (lijn_capture_get_type ())
G_DECLARE_FINAL_TYPE (LijnCapture, lijn_capture, LIJN, CAPTURE, GObject)

/* @map NULL: the project's first, or a new one with the first line that needs it. */
LijnCapture *lijn_capture_new (LijnProject *project, LijnMap *map);
void lijn_capture_set_map (LijnCapture *self, LijnMap *map);

/* The thing that the next line comes after: an element makes the next step follow it, anything
 * makes a friction point pin on it. */
void lijn_capture_set_last (LijnCapture *self, LijnObject *last);

/* Does what @line says as one transaction, on disk when this returns. Empty lines and lines that
 * start with # do nothing. On failure nothing is changed, and the message says what is wrong and
 * what would be right.
 *
 * @made: (out) (optional) (transfer none) (nullable): what the line made or changed, for showing
 * it. */
gboolean lijn_capture_line (LijnCapture *self, const char *line, LijnObject **made, GError **error);

/* Returns: whether @line says what one party answers, scores or dots: what nobody is to read again
 * before it is revealed. */
gboolean lijn_capture_is_blind (const char *line);

/* Returns: (transfer full): whole lines that could complete @line as typed so far, best first; at
 * most @limit. */
char **lijn_capture_complete (LijnCapture *self, const char *line, guint limit);

/* Returns: (transfer full): what @line would do, in a short translated phrase for showing under the
 * line while it is typed: "Step in Claims desk (Customer), after Register claim"; or what is wrong
 * with it so far, with @wrong set. */
char *lijn_capture_explain (LijnCapture *self, const char *line, gboolean *wrong);

/* Returns: the grammar with examples, translated, for --help and the window. */
const char *lijn_capture_help (void);

/* lijn-capture-write.c. Returns: (transfer full): @project as capture text, such that capturing it
 * into a new file gives an equal project: parties, lanes, names, order, flows, interfaces, friction
 * points, teams. */
char *lijn_capture_write (LijnProject *project, const LijnAudience *audience);

/* Returns: (transfer full): the elements among @objects (element-type LijnObject), all of one map,
 * and the flows between them, as lines that can be captured on any map. */
char *lijn_capture_write_part (GPtrArray *objects, const LijnAudience *audience);

/* Captures all of @text as one transaction; for templates and pasted text. On failure nothing is
 * changed; the message starts with the line's number. */
gboolean lijn_capture_text (LijnCapture *self, const char *text, GError **error);

G_END_DECLS
