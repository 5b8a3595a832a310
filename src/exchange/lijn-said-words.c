/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said.h"

#include "lijn-text.h"

#include <string.h>

/* The words that start a line. Capture text reads the same in every locale, so that a text that was
 * written here can be read there: English and Dutch words both count always, and what is written
 * out is English. */

static const LijnSaidWord words[] = {
  { "project", LIJN_SAID_PROJECT },
  { "party|partij", LIJN_SAID_PARTY },
  { "person|persoon", LIJN_SAID_PERSON },
  { "map|kaart", LIJN_SAID_MAP },
  { "lane|baan", LIJN_SAID_LANE },
  { "phase|fase", LIJN_SAID_PHASE },
  { "interface|koppelvlak|raakvlak", LIJN_SAID_INTERFACE },
  { "session|sessie", LIJN_SAID_SESSION },
  { "agenda", LIJN_SAID_AGENDA },
  { "present|aanwezig", LIJN_SAID_PRESENT },
  { "absent|afwezig", LIJN_SAID_ABSENT },
  { "decided|besloten", LIJN_SAID_DECIDED },
  { "rated|beoordeeld", LIJN_SAID_RATED },
  { "revealed|onthuld", LIJN_SAID_REVEALED },
  { "vote|stemming", LIJN_SAID_VOTE },
  { "voted|gestemd", LIJN_SAID_VOTED },
  { "close vote|sluit stemming", LIJN_SAID_CLOSE_VOTE },
  { "team|verbetergroep", LIJN_SAID_TEAM },
  { "steering group|stuurgroep", LIJN_SAID_STEERING },
  { "member|lid", LIJN_SAID_MEMBER },
  { "link|koppel", LIJN_SAID_LINK },
  { "action|actie", LIJN_SAID_ACTION },
  { "parked|geparkeerd", LIJN_SAID_PARKED },
  { "comment|opmerking", LIJN_SAID_COMMENT },
  { "set aside|terzijde", LIJN_SAID_ASIDE },
  { "speaker|spreker", LIJN_SAID_SPEAKER },
};

static const char *const starters[] = {
  "project", "party",  "person",     "map",       "lane",           "phase",  "interface",
  "session", "agenda", "present",    "absent",    "decided",        "rated",  "revealed",
  "vote",    "voted",  "close vote", "team",      "steering group", "member", "link",
  "action",  "parked", "comment",    "set aside", "speaker",        NULL,
};

static const char *const element_kinds[] = {
  [LIJN_ELEMENT_KIND_STEP] = "step|stap",
  [LIJN_ELEMENT_KIND_START] = "start|begin",
  [LIJN_ELEMENT_KIND_END] = "end|einde|eind",
  [LIJN_ELEMENT_KIND_WAIT] = "wait|wachten|wacht",
  [LIJN_ELEMENT_KIND_DECISION] = "decision|beslissing",
  [LIJN_ELEMENT_KIND_DOCUMENT] = "document",
  [LIJN_ELEMENT_KIND_NOTE] = "note|notitie",
  [LIJN_ELEMENT_KIND_GROUP] = "group|groep",
};

static const char *const roles[] = {
  [LIJN_PARTY_ROLE_CUSTOMER] = "customer|klant",
  [LIJN_PARTY_ROLE_SUPPLIER] = "supplier|leverancier",
  [LIJN_PARTY_ROLE_PARTNER] = "partner",
};

gboolean
lijn_said_starts_with (const char *text, const char *choices, const char **rest)
{
  while (*choices != '\0')
    {
      gsize n = strcspn (choices, "|");

      if (g_ascii_strncasecmp (text, choices, n) == 0 &&
          (text[n] == '\0' || text[n] == ':' || text[n] == '=' || g_ascii_isspace (text[n])))
        {
          for (*rest = text + n; g_ascii_isspace (**rest);)
            (*rest)++;
          return TRUE;
        }
      choices += n + (choices[n] == '|');
    }
  return FALSE;
}

static gboolean
is_one_of (const char *word, const char *choices)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (word));
  const char *rest;

  return lijn_said_starts_with (trimmed, choices, &rest) && *rest == '\0';
}

const LijnSaidWord *
lijn_said_find_word (const char *text, const char **rest)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (lijn_said_starts_with (text, words[i].words, rest))
      return &words[i];
  return NULL;
}

gboolean
lijn_said_find_element_kind (const char *word, LijnElementKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (element_kinds); i++)
    if (is_one_of (word, element_kinds[i]))
      {
        *kind = (LijnElementKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
lijn_said_word_for_element_kind (LijnElementKind kind)
{
  return lijn_element_kind_nicks[kind];
}

gboolean
lijn_said_find_role (const char *word, LijnPartyRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (is_one_of (word, roles[i]))
      {
        *role = (LijnPartyRole) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
lijn_said_is_beside (const char *word)
{
  return is_one_of (word, "beside|naast");
}

const char *const *
lijn_said_list_words (void)
{
  return starters;
}
