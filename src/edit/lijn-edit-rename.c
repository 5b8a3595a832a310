/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Names: the column that names a thing, and white space tidied. */

static const char *
naming_column (LijnObject *object)
{
  static const char *const columns[] = { "name", "title", "what", "text", "answer" };
  LijnTable table = lijn_object_get_table (object);

  if (LIJN_IS_FRICTION (object))
    {
      LijnParty *raised_by = lijn_friction_get_raised_by (LIJN_FRICTION (object));

      return raised_by == NULL || lijn_party_get_role (raised_by) == LIJN_PARTY_ROLE_CUSTOMER
                 ? "customer_words"
                 : "supplier_words";
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (lijn_table_find_column (table, columns[i]) >= 0)
      return columns[i];

  return NULL;
}

/* What people say may have several lines, and so may a note on the map; a name is one line. */
static gboolean
has_lines (LijnObject *object)
{
  return LIJN_IS_FRICTION (object) || LIJN_IS_REMARK (object) || LIJN_IS_DECISION (object) ||
         (LIJN_IS_ELEMENT (object) &&
          lijn_element_get_kind (LIJN_ELEMENT (object)) == LIJN_ELEMENT_KIND_NOTE);
}

gboolean
lijn_edit_rename (LijnObject *object, const char *name, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, _ ("Rename"), error);
  g_autofree char *clean = has_lines (object) ? lijn_verb_text (name) : lijn_text_one_line (name);
  const char *column = naming_column (object);

  if (edit == NULL)
    return FALSE;
  if (column == NULL)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("This has no name of its own."));
      return FALSE;
    }
  return lijn_edit_set (object, column, clean, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
