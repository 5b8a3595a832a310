/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-exchange.h"

G_BEGIN_DECLS

/* Lists of persons: CSV with headings, in English or Dutch, and vCard 3 and 4. Read first, shown to
 * a person, then taken in as one step. */

#define LIJN_PEOPLE_MAX_BYTES (16 * 1024 * 1024)
#define LIJN_PEOPLE_MAX 10000

/* What becomes of somebody in the list. */
typedef enum
{
  LIJN_PEOPLE_NEW,
  LIJN_PEOPLE_COMPLETES, /* is there already, and gets what was not known yet */
  LIJN_PEOPLE_KNOWN, /* is there already, with all of this */
  LIJN_PEOPLE_TWICE, /* stands in the list before */
  LIJN_PEOPLE_HOMELESS, /* of no party that is there: taken in only once there is one */
} LijnPeopleFate;

typedef struct
{
  char *name, *function, *email, *phone; /* one line each; "" for unknown; a name always */
  char *organisation; /* as the list says it */

  /* From lijn_people_match(): */
  LijnPeopleFate fate;
  LijnParty *party; /* (owned) (nullable) */
  LijnPerson *known; /* (owned) (nullable) */
} LijnPeopleEntry;

/* Whether the file called @path is a list of persons, by its suffix: .csv, .tsv, .vcf or .vcard. */
gboolean lijn_people_is_list (const char *path);

/* Reads the list at @path. Fails with LijnExchangeError when it is too large, not text, not such a
 * list, or has nobody in it.
 *
 * Returns: (transfer full) (element-type LijnPeopleEntry). */
GPtrArray *lijn_people_read (const char *path, GError **error);

/* Finds who is there already, by e-mail address or else by name, and the party of each from the
 * organisation (a party's name, or a role); @fallback (nullable) is the party of the rest. May be
 * called again. */
void lijn_people_match (GPtrArray *people, LijnProject *project, LijnParty *fallback);

/* Returns: how many of @people have that fate. */
guint lijn_people_count (GPtrArray *people, LijnPeopleFate fate);

/* Returns: what became of @people, a sentence for each fate that occurs. (transfer full)
 * (element-type utf8) */
GPtrArray *lijn_people_tell (GPtrArray *people);

/* Takes the matched @people in, as one step: those that are new, and what was not known of others.
 * Nothing that is there is changed. Fails, changing nothing, when somebody has no party. */
gboolean lijn_people_import (GPtrArray *people, LijnProject *project, GError **error);

/* lijn-people-csv.c, lijn-people-vcard.c: add to @people what is in @text. */
gboolean lijn_people_read_csv (const char *text, GPtrArray *people, GError **error);
void lijn_people_read_vcards (const char *text, GPtrArray *people);

/* Adds somebody; each text (nullable) is tidied. Without a name the e-mail address serves; without
 * either, or when the list is full, nobody is added. */
void lijn_people_add (GPtrArray *people, const char *name, const char *function, const char *email,
                      const char *phone, const char *organisation);

G_END_DECLS
