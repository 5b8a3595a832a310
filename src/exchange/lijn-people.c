/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-people.h"

#include "lijn-load.h"
#include "lijn-text.h"
#include "lijn-words.h"
#include "lijn-xml-guard.h"

#include <glib/gi18n.h>
#include <string.h>

/* Who is who: two are the same when they have the same e-mail address, or, where one of them has
 * none, the same name and no different party. */

#define LONGEST 1000 /* bytes of one value; what is longer is no name or address */

static void
entry_free (gpointer data)
{
  LijnPeopleEntry *entry = data;

  g_free (entry->name);
  g_free (entry->function);
  g_free (entry->email);
  g_free (entry->phone);
  g_free (entry->organisation);
  g_clear_object (&entry->party);
  g_clear_object (&entry->known);
  g_free (entry);
}

static char *
tidy (const char *text)
{
  char *clean = lijn_text_one_line (text != NULL ? text : "");
  const char *end;

  if (strlen (clean) > LONGEST)
    {
      g_utf8_validate (clean, LONGEST, &end);
      clean[end - clean] = '\0';
    }
  return clean;
}

void
lijn_people_add (GPtrArray *people, const char *name, const char *function, const char *email,
                 const char *phone, const char *organisation)
{
  LijnPeopleEntry *entry;

  if (people->len >= LIJN_PEOPLE_MAX)
    return;

  entry = g_new0 (LijnPeopleEntry, 1);
  entry->name = tidy (name);
  entry->function = tidy (function);
  entry->email = tidy (email);
  entry->phone = tidy (phone);
  entry->organisation = tidy (organisation);
  if (*entry->name == '\0')
    lijn_set_str (&entry->name, entry->email);
  if (*entry->name != '\0')
    g_ptr_array_add (people, entry);
  else
    entry_free (entry);
}

static gboolean
is_vcard (const char *text)
{
  text += strspn (text, " \t\r\n");
  return g_ascii_strncasecmp (text, "BEGIN:VCARD", 11) == 0;
}

gboolean
lijn_people_is_list (const char *path)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".vcf", ".vcard" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_text (const LijnXmlText *text, GPtrArray *people, GError **error)
{
  if (strlen (text->text) != text->length)
    {
      g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                   _ ("“%s” is not text. Save the list as CSV or vCard first."), text->name);
      return FALSE;
    }
  if (is_vcard (text->text))
    lijn_people_read_vcards (text->text, people);
  else if (!lijn_people_read_csv (text->text, people, error))
    return FALSE;
  if (people->len == 0)
    g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                 _ ("There is nobody in “%s”."), text->name);
  return people->len > 0;
}

GPtrArray *
lijn_people_read (const char *path, GError **error)
{
  g_autoptr (LijnXmlText) text = lijn_xml_text_load (path, LIJN_PEOPLE_MAX_BYTES, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (entry_free);

  if (text == NULL || !read_text (text, people, error))
    return NULL;
  return g_steal_pointer (&people);
}

/* Matching. */

typedef struct
{
  GHashTable *parties; /* folded name or role to LijnParty */
  GHashTable *emails; /* folded to LijnPerson or LijnPeopleEntry */
  GHashTable *names; /* the same */
} Known;

static void
note_parties (Known *known, LijnProject *project)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);

  for (guint i = parties->len; i-- > 0;) /* the first of a role stands for it */
    {
      LijnParty *party = parties->pdata[i];
      LijnPartyRole role = lijn_party_get_role (party);

      g_hash_table_insert (known->parties, lijn_text_fold (lijn_party_role_nicks[role]), party);
      g_hash_table_insert (known->parties, lijn_text_fold (lijn_word_for_role (role)), party);
    }
  for (guint i = 0; i < parties->len; i++)
    g_hash_table_insert (known->parties, lijn_text_fold (lijn_party_get_name (parties->pdata[i])),
                         parties->pdata[i]);
}

static void
note (Known *known, const char *name, const char *email, gpointer who)
{
  if (*email != '\0')
    g_hash_table_insert (known->emails, lijn_text_fold (email), who);
  g_hash_table_insert (known->names, lijn_text_fold (name), who);
}

static void
note_persons (Known *known, LijnProject *project)
{
  GListModel *persons = lijn_project_list (project, LIJN_TABLE_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (LijnPerson) person = g_list_model_get_item (persons, i);

      note (known, lijn_person_get_name (person), lijn_person_get_email (person), person);
    }
}

static gpointer
look_up (GHashTable *table, const char *text)
{
  g_autofree char *folded = lijn_text_fold (text);

  return *folded != '\0' ? g_hash_table_lookup (table, folded) : NULL;
}

static LijnPerson *
find_person (Known *known, const LijnPeopleEntry *entry)
{
  LijnPerson *person = look_up (known->emails, entry->email);

  if (person != NULL)
    return person;
  person = look_up (known->names, entry->name);
  if (person == NULL || (*entry->email != '\0' && *lijn_person_get_email (person) != '\0') ||
      (entry->party != NULL && lijn_person_get_party (person) != entry->party))
    return NULL;
  return person;
}

static LijnPeopleEntry *
find_earlier (Known *earlier, const LijnPeopleEntry *entry)
{
  LijnPeopleEntry *same = look_up (earlier->emails, entry->email);

  if (same != NULL)
    return same;
  same = look_up (earlier->names, entry->name);
  if (same == NULL || (*entry->email != '\0' && *same->email != '\0') ||
      entry->party != same->party)
    return NULL;
  return same;
}

static gboolean
adds_to (const LijnPeopleEntry *entry, LijnPerson *person)
{
  return (*entry->function != '\0' && *lijn_person_get_function (person) == '\0') ||
         (*entry->email != '\0' && *lijn_person_get_email (person) == '\0') ||
         (*entry->phone != '\0' && *lijn_person_get_phone (person) == '\0');
}

static LijnPeopleFate
find_fate (const LijnPeopleEntry *entry, Known *earlier)
{
  if (find_earlier (earlier, entry) != NULL)
    return LIJN_PEOPLE_TWICE;
  if (entry->known != NULL)
    return adds_to (entry, entry->known) ? LIJN_PEOPLE_COMPLETES : LIJN_PEOPLE_KNOWN;
  return entry->party != NULL ? LIJN_PEOPLE_NEW : LIJN_PEOPLE_HOMELESS;
}

static void
known_init (Known *known)
{
  known->parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  known->emails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  known->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
known_clear (Known *known)
{
  g_hash_table_unref (known->parties);
  g_hash_table_unref (known->emails);
  g_hash_table_unref (known->names);
}

void
lijn_people_match (GPtrArray *people, LijnProject *project, LijnParty *fallback)
{
  Known known, earlier;

  known_init (&known);
  known_init (&earlier);
  note_parties (&known, project);
  note_persons (&known, project);
  for (guint i = 0; i < people->len; i++)
    {
      LijnPeopleEntry *entry = people->pdata[i];
      LijnParty *party = look_up (known.parties, entry->organisation);
      LijnPerson *person;

      g_set_object (&entry->party, party);
      person = find_person (&known, entry);
      g_set_object (&entry->known, person);
      if (person != NULL)
        g_set_object (&entry->party, lijn_person_get_party (person));
      else if (party == NULL)
        g_set_object (&entry->party, fallback);
      entry->fate = find_fate (entry, &earlier);
      note (&earlier, entry->name, entry->email, entry);
    }
  known_clear (&known);
  known_clear (&earlier);
}

guint
lijn_people_count (GPtrArray *people, LijnPeopleFate fate)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += ((const LijnPeopleEntry *) people->pdata[i])->fate == fate;
  return n;
}

static char *
tell_fate (LijnPeopleFate fate, guint n)
{
  switch (fate)
    {
    case LIJN_PEOPLE_NEW:
      return g_strdup_printf (ngettext ("%u new person", "%u new persons", n), n);
    case LIJN_PEOPLE_COMPLETES:
      return g_strdup_printf (ngettext ("%u person completed with what was not known yet",
                                        "%u persons completed with what was not known yet", n),
                              n);
    case LIJN_PEOPLE_KNOWN:
      return g_strdup_printf (
          ngettext ("%u person was there already", "%u persons were there already", n), n);
    case LIJN_PEOPLE_TWICE:
      return g_strdup_printf (
          ngettext ("%u person stands in the list twice", "%u persons stand in the list twice", n),
          n);
    case LIJN_PEOPLE_HOMELESS:
    default:
      return g_strdup_printf (ngettext ("%u person belongs to no party that is known here",
                                        "%u persons belong to no party that is known here", n),
                              n);
    }
}

GPtrArray *
lijn_people_tell (GPtrArray *people)
{
  GPtrArray *told = g_ptr_array_new_with_free_func (g_free);

  for (int fate = LIJN_PEOPLE_NEW; fate <= LIJN_PEOPLE_HOMELESS; fate++)
    {
      guint n = lijn_people_count (people, (LijnPeopleFate) fate);

      if (n > 0)
        g_ptr_array_add (told, tell_fate ((LijnPeopleFate) fate, n));
    }
  return told;
}

/* Taking in. */

static gboolean
put_new (LijnLoad *load, const LijnPeopleEntry *entry, GError **error)
{
  const LijnLoadCell cells[] = {
    { "party", lijn_object_get_id (LIJN_OBJECT (entry->party)) },
    { "name", entry->name },
    { "function", entry->function },
    { "email", entry->email },
    { "phone", entry->phone },
  };

  return lijn_load_put (load, LIJN_TABLE_PERSON, NULL, cells, G_N_ELEMENTS (cells), error) != NULL;
}

static gboolean
complete (LijnLoad *load, const LijnPeopleEntry *entry, GError **error)
{
  LijnPerson *person = entry->known;
  const struct
  {
    const char *column, *has, *gets;
  } values[] = {
    { "function", lijn_person_get_function (person), entry->function },
    { "email", lijn_person_get_email (person), entry->email },
    { "phone", lijn_person_get_phone (person), entry->phone },
  };
  LijnLoadCell cells[G_N_ELEMENTS (values)];
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (*values[i].has == '\0' && *values[i].gets != '\0')
      cells[n++] = (LijnLoadCell){ values[i].column, values[i].gets };
  return lijn_load_set (load, LIJN_TABLE_PERSON, lijn_object_get_id (LIJN_OBJECT (person)), cells,
                        n, error);
}

/* Whether everybody has a party to come in with. */
static gboolean
check_parties (GPtrArray *people, GError **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      const LijnPeopleEntry *entry = people->pdata[i];

      if (entry->fate != LIJN_PEOPLE_HOMELESS)
        continue;
      if (*entry->organisation == '\0')
        g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                     _ ("The list does not say to which party %s belongs. Say to which party those "
                        "without one belong."),
                     entry->name);
      else
        g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                     _ ("%s belongs to “%s”, which is no party in this project. Say to which party "
                        "such people belong."),
                     entry->name, entry->organisation);
      return FALSE;
    }
  return TRUE;
}

gboolean
lijn_people_import (GPtrArray *people, LijnProject *project, GError **error)
{
  g_autoptr (LijnLoad) load = NULL;

  if (!check_parties (people, error))
    return FALSE;

  load = lijn_load_begin (project, _ ("Import persons"), error);
  for (guint i = 0; load != NULL && i < people->len; i++)
    {
      const LijnPeopleEntry *entry = people->pdata[i];

      if (entry->fate == LIJN_PEOPLE_NEW && !put_new (load, entry, error))
        return FALSE;
      if (entry->fate == LIJN_PEOPLE_COMPLETES && !complete (load, entry, error))
        return FALSE;
    }
  return load != NULL && lijn_load_finish (g_steal_pointer (&load), error);
}
