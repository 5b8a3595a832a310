/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-csv-read.h"
#include "lijn-people.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which column is which goes by its heading, as address books and personnel systems write it in
 * English and Dutch. */

typedef enum
{
  COLUMN_NAME,
  COLUMN_FIRST,
  COLUMN_INFIX,
  COLUMN_LAST,
  COLUMN_FUNCTION,
  COLUMN_EMAIL,
  COLUMN_PHONE,
  COLUMN_ORGANISATION,
  N_COLUMNS,
} Column;

static const char *const headings[N_COLUMNS][16] = {
  [COLUMN_NAME] = { "name", "full name", "display name", "naam", "volledige naam", "weergavenaam",
                    "person", "persoon", "contact", "contactpersoon" },
  [COLUMN_FIRST] = { "first name", "given name", "firstname", "voornaam", "roepnaam" },
  [COLUMN_INFIX] = { "infix", "middle name", "tussenvoegsel", "voorvoegsel", "tussenvoegsels" },
  [COLUMN_LAST] = { "last name", "family name", "surname", "lastname", "achternaam",
                    "familienaam" },
  [COLUMN_FUNCTION] = { "function", "job title", "title", "role", "position", "functie",
                        "functietitel", "rol", "taak", "organization title" },
  [COLUMN_EMAIL] = { "email", "e-mail", "mail", "email address", "e-mail address", "e-mailadres",
                     "emailadres", "mailadres", "e-mail 1 - value" },
  [COLUMN_PHONE] = { "phone", "telephone", "tel", "phone number", "mobile", "mobile phone",
                     "business phone", "telefoon", "telefoonnummer", "mobiel", "gsm", "tel.",
                     "phone 1 - value", "telefoon werk" },
  [COLUMN_ORGANISATION] = { "party", "organisation", "organization", "company", "partij",
                            "organisatie", "bedrijf", "firma", "organization name", "bedrijfsnaam",
                            "werkgever" },
};

static int
find_column (const char *heading)
{
  g_autofree char *folded = lijn_text_fold (heading);

  for (int column = 0; column < N_COLUMNS; column++)
    for (guint i = 0; headings[column][i] != NULL; i++)
      {
        g_autofree char *known = lijn_text_fold (headings[column][i]);

        if (strcmp (folded, known) == 0)
          return column;
      }
  return -1;
}

/* @places: where each column stands; -1 for nowhere. The first of two counts. */
static void
find_columns (GPtrArray *fields, int *places)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    places[i] = -1;
  for (guint i = 0; i < fields->len; i++)
    {
      int column = find_column (fields->pdata[i]);

      if (column >= 0 && places[column] < 0)
        places[column] = (int) i;
    }
}

static const char *
get_field (GPtrArray *fields, const int *places, Column column)
{
  int place = places[column];

  return place >= 0 && place < (int) fields->len ? fields->pdata[place] : "";
}

/* (transfer full) */
static char *
get_name (GPtrArray *fields, const int *places)
{
  const char *name = get_field (fields, places, COLUMN_NAME);

  if (name[strspn (name, " \t")] != '\0')
    return g_strdup (name);
  return g_strjoin (" ", get_field (fields, places, COLUMN_FIRST),
                    get_field (fields, places, COLUMN_INFIX),
                    get_field (fields, places, COLUMN_LAST), NULL);
}

gboolean
lijn_people_read_csv (const char *text, GPtrArray *people, GError **error)
{
  g_autoptr (GPtrArray) rows = lijn_csv_read (text, LIJN_PEOPLE_MAX + 1);
  int places[N_COLUMNS];

  if (rows->len > 0)
    find_columns (((const LijnCsvRow *) rows->pdata[0])->fields, places);
  if (rows->len == 0 || (places[COLUMN_NAME] < 0 && places[COLUMN_FIRST] < 0 &&
                         places[COLUMN_LAST] < 0 && places[COLUMN_EMAIL] < 0))
    {
      g_set_error_literal (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                           _ ("The first line does not say which column holds the names. Write "
                              "headings above the list, such as: Name, Function, Email, Phone, "
                              "Party."));
      return FALSE;
    }

  for (guint i = 1; i < rows->len; i++)
    {
      GPtrArray *fields = ((const LijnCsvRow *) rows->pdata[i])->fields;
      g_autofree char *name = get_name (fields, places);

      lijn_people_add (people, name, get_field (fields, places, COLUMN_FUNCTION),
                       get_field (fields, places, COLUMN_EMAIL),
                       get_field (fields, places, COLUMN_PHONE),
                       get_field (fields, places, COLUMN_ORGANISATION));
    }
  return TRUE;
}
