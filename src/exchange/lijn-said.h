/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-capture.h"

G_BEGIN_DECLS

/* What a line of capture text says, before it is known what is there: parsing needs no project
 * (lijn-said.c), doing does (lijn-capture-do.c). */

typedef enum
{
  LIJN_SAID_ELEMENT, /* an element, named with its place */
  LIJN_SAID_TARGET, /* an element that is there: -> NAME */
  LIJN_SAID_BREAK, /* --- what comes next follows nothing */
  LIJN_SAID_GO, /* @ what comes next is about this */
  LIJN_SAID_HANG, /* => the interface of the last hand-over */
  LIJN_SAID_FRICTION,
  LIJN_SAID_VIEW, /* !! how another party sees the last friction point */
  LIJN_SAID_PROJECT,
  LIJN_SAID_PARTY,
  LIJN_SAID_PERSON,
  LIJN_SAID_MAP,
  LIJN_SAID_LANE,
  LIJN_SAID_PHASE, /* `ref`: what it begins at */
  LIJN_SAID_INTERFACE,
  LIJN_SAID_SESSION,
  LIJN_SAID_AGENDA,
  LIJN_SAID_PRESENT,
  LIJN_SAID_ABSENT,
  LIJN_SAID_DECIDED,
  LIJN_SAID_RATED,
  LIJN_SAID_REVEALED,
  LIJN_SAID_VOTE, /* a ballot */
  LIJN_SAID_VOTED, /* one party's dots: an entry of fields, how many, for each of refs */
  LIJN_SAID_CLOSE_VOTE,
  LIJN_SAID_TEAM,
  LIJN_SAID_STEERING,
  LIJN_SAID_MEMBER,
  LIJN_SAID_LINK,
  LIJN_SAID_ACTION,
  LIJN_SAID_PARKED,
  LIJN_SAID_COMMENT,
  LIJN_SAID_ASIDE, /* a finding, `text`, of the last thing, and why it was set aside */
  LIJN_SAID_SPEAKER,
} LijnSaidKind;

/* Something that is pointed at: a mark (~b), or what it is with its number or name. A plain name is
 * an element's. */
typedef struct _LijnSaidRef LijnSaidRef;
struct _LijnSaidRef
{
  int table; /* LijnTable; LIJN_TABLE_ELEMENT when not said */
  char *mark; /* without the ~; then nothing else is said */
  char *party, *lane; /* where it is, as far as said */
  gboolean in_lane; /* a lane was said, perhaps with an empty name */
  char *name;
  char *whole; /* all of it as typed: a step may be called "Team meeting" or "Check #2" */
  gboolean quoted;
  int number; /* of an interface, friction point or session; else which of the name, from the left */
  LijnSaidRef *source, *target; /* of a flow; NULL when it is told by a mark */
};

typedef enum
{
  LIJN_SAID_SAME_LANE, /* ": NAME" */
  LIJN_SAID_IN_LANE, /* "LANE: NAME" or "PARTY / LANE: NAME" */
  LIJN_SAID_BESIDE, /* "beside: NAME": on no lane */
} LijnSaidPlace;

typedef struct _LijnSaid LijnSaid;
struct _LijnSaid
{
  LijnSaidKind kind;

  LijnSaidPlace place;
  char *party, *lane; /* as typed, without quotes; a mark keeps its ~ */
  LijnElementKind element_kind;
  gboolean kind_said;

  char *name; /* name, title or wording; NULL when none was said */
  gboolean name_quoted;
  char *text; /* goal, function: what follows the name's colon or bracket */
  char *mark;
  int number;

  gboolean arrow; /* an arrow leads to this */
  char *label; /* on the arrow */
  gboolean label_quoted;

  gboolean hang; /* "=> …" */
  int hang_number;
  char *hang_name; /* (nullable) */

  int severity;
  char *whole; /* of a friction point: the line without its !, for when what looked like a party is
                  part of the wording */

  LijnSaidRef *ref; /* LIJN_SAID_TARGET, GO; where a friction point is pinned */
  GPtrArray *refs; /* (element-type LijnSaidRef): friction points, persons */

  GPtrArray *fields; /* (element-type utf8): "norm 2 days", of the thing itself */
  GPtrArray *hang_fields; /* of the interface behind => */

  LijnSaid *next; /* the rest of a line with several arrows */
};

/* Tells whether there is a lane or party of this name, so that a lane called "Team leads" is not
 * taken for the word team. */
typedef gboolean (*LijnSaidKnows) (const char *place, gpointer data);

/* Returns: (transfer full) (nullable): what @line says; NULL without error for a line that says
 * nothing (empty, or a comment). */
LijnSaid *lijn_said_parse (const char *line, LijnSaidKnows knows, gpointer data, GError **error);
void lijn_said_free (LijnSaid *said);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnSaid, lijn_said_free)

/* Returns: (transfer full): what the text points at; never NULL. */
LijnSaidRef *lijn_said_ref_parse (const char *text);
LijnSaidRef *lijn_said_ref_parse_person (const char *text); /* NAME or NAME (PARTY) */
void lijn_said_ref_free (LijnSaidRef *ref);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnSaidRef, lijn_said_ref_free)

/* lijn-said-text.c: the characters. */

/* Returns: the first @separator in @text that is not inside quotes, or NULL. A quote opens only
 * where a word can start, and only when it is closed again. */
const char *lijn_said_find (const char *text, const char *separator);

/* Returns: (transfer full): the parts of @text between @separator. */
GPtrArray *lijn_said_split (const char *text, const char *separator);

/* Returns: (transfer full): @text without the blanks around it and, when all of it is in quotes,
 * without those, its escapes resolved; otherwise on one line. */
char *lijn_said_unquote (const char *text, gboolean *quoted);

/* Returns: (transfer full): @text as it must be written to be read as a name: in quotes where that
 * is needed. */
char *lijn_said_quote (const char *text);
char *lijn_said_quote_always (const char *text);

/* Takes " ~mark" off the end of *@text. Returns: (transfer full) (nullable): the mark. */
char *lijn_said_take_mark (char *text);

/* Takes "(…)" off the end of @text. Returns: (transfer full) (nullable): what is between them. */
char *lijn_said_take_brackets (char *text);

/* Returns: the first colon of @text that ends a place or a word, or NULL. */
const char *lijn_said_find_colon (const char *text);

/* lijn-said-words.c: the words that start a line, in English and Dutch. */
typedef struct
{
  const char *words; /* separated by | */
  LijnSaidKind kind;
} LijnSaidWord;

/* Finds the word at the start of @text; *@rest is what follows it and the blanks behind. */
const LijnSaidWord *lijn_said_find_word (const char *text, const char **rest);
gboolean lijn_said_find_element_kind (const char *word, LijnElementKind *kind);
const char *lijn_said_word_for_element_kind (LijnElementKind kind);
gboolean lijn_said_find_role (const char *word, LijnPartyRole *role);
gboolean lijn_said_is_beside (const char *word);

/* Returns: whether @text starts with one of @words (separated by |) as whole words; *@rest is what
 * follows. */
gboolean lijn_said_starts_with (const char *text, const char *words, const char **rest);

/* Finds the key at the start of "norm 2 days" among what a row of @table can be given. *@column is
 * the column, or NULL with *@special set for what is not one. Returns: whether there is one. */
typedef enum
{
  LIJN_SAID_NOT_SPECIAL,
  LIJN_SAID_TEAM_OF, /* team NAME, of a friction point or action */
  LIJN_SAID_FOR, /* for !3, of an action */
  LIJN_SAID_AGREED_BY, /* agreed by PERSON or PARTY */
  LIJN_SAID_LEADS, /* lead, of a member */
  LIJN_SAID_SPONSORS, /* sponsor, of a member */
} LijnSaidSpecial;
gboolean lijn_said_find_key (LijnTable table, const char *text, const char **column,
                             LijnSaidSpecial *special, const char **value);

/* Returns: (transfer full): how column @column of @table is written. */
char *lijn_said_key_for_column (LijnTable table, const char *column);

/* Returns: (transfer full): the keys of @table in English, for messages: "norm, actual, channel". */
char *lijn_said_list_keys (LijnTable table);

/* The English words that can start a line, ended by NULL, for completion. */
const char *const *lijn_said_list_words (void);

G_END_DECLS
