/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-said.h"

G_BEGIN_DECLS

/* How a line of capture text is read, shared between the kinds of lines: lijn-said.c tells them
 * apart. What returns a LijnSaid and can fail takes the one it was given, and frees it on failure. */

/* (transfer full) */
LijnSaid *lijn_said_new (LijnSaidKind kind);

/* Frees @said. Returns: NULL, with @message in @error. */
LijnSaid *lijn_said_fail (LijnSaid *said, GError **error, const char *message);

/* lijn-said-fields.c */

/* Returns: (transfer full): @text up to the first semicolon; what follows goes to @fields. */
char *lijn_said_take_fields (const char *text, GPtrArray *fields);

/* The same for what people say at length, where a semicolon may be just that: a part that starts
 * with no known key of @table stays in the text. */
char *lijn_said_take_speech (const char *text, LijnTable table, GPtrArray *fields);

void lijn_said_set_name (LijnSaid *said, const char *text);

/* lijn-said-drawing.c: "[LABEL] -> [PLACE:] [KIND:] NAME ~MARK; FIELD => NUMBER NAME; FIELD -> …".
 */
LijnSaid *lijn_said_parse_drawing (const char *text, LijnSaidKnows knows, gpointer data,
                                   GError **error);

/* "LANE", "PARTY / LANE" or "PARTY/LANE" */
void lijn_said_parse_place (LijnSaid *said, const char *text, LijnSaidKnows knows, gpointer data);

/* "3 Claim form", "Claim form" or "3", behind =>. */
void lijn_said_parse_hang (LijnSaid *said, const char *text);

/* lijn-said-party.c: what a party says or does. */

/* "PARTY 4 @ PLACE: WORDS; FIELD", of LIJN_SAID_FRICTION and LIJN_SAID_VIEW. */
LijnSaid *lijn_said_parse_friction (const char *text, LijnSaidKind kind, GError **error);

/* "parked Customer: TEXT", "parked: TEXT", "parked TEXT", from behind the word on. */
void lijn_said_parse_remark (LijnSaid *said, const char *text, LijnTable table);

/* "PARTY 2 @ interface 3; guess 4" */
LijnSaid *lijn_said_parse_rated (LijnSaid *said, const char *text, GError **error);

/* "PARTY: !4 3, !7 2" */
LijnSaid *lijn_said_parse_voted (LijnSaid *said, const char *text, GError **error);

/* lijn-said-record.c: a line whose first word tells what it is; @text is what follows the word. */
LijnSaid *lijn_said_parse_record (LijnSaidKind kind, const char *text, GError **error);

G_END_DECLS
