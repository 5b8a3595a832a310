/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-field-lists.h"

#include <glib/gi18n.h>

/* What is told of an action. */

static char *
get_party (LijnObject *object, const LijnAudience *audience)
{
  LijnPerson *person = lijn_action_get_person (LIJN_ACTION (object));
  LijnParty *party = person != NULL ? lijn_person_get_party (person) : NULL;

  return party != NULL ? g_strdup (lijn_party_get_name (party)) : NULL;
}

/* The numbers of the friction points that it is for: "3, 7". */
static char *
get_frictions (LijnObject *object, const LijnAudience *audience)
{
  g_autoptr (GPtrArray)
      frictions = lijn_field_across (LIJN_TABLE_REMEDY, "action", object, "friction");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < frictions->len; i++)
    if (lijn_audience_may_see (audience, frictions->pdata[i]))
      g_string_append_printf (text, "%s%d", text->len > 0 ? ", " : "",
                              lijn_friction_get_number (frictions->pdata[i]));

  return g_string_free (text, FALSE);
}

const LijnField *
lijn_action_fields (guint *n)
{
  static const LijnField fields[] = {
    { "what" },
    { "team" },
    { "person" },
    { "party", N_ ("Party"), get_party },
    { "due" },
    { "status" },
    { "frictions", N_ ("For friction points"), get_frictions },
    { "session" },
    { "created" },
    { "closed" },
  };

  *n = G_N_ELEMENTS (fields);

  return fields;
}
