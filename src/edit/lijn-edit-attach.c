/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What shows that a friction point is there, and why it is: files, and answers to "why". */

LijnWhy *
lijn_edit_add_why (LijnFriction *friction, const char *answer, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (friction, _ ("Add a why"), error);
  g_autofree char *clean = lijn_verb_text (answer);
  GPtrArray *whys;

  if (edit == NULL)
    return NULL;

  whys = lijn_project_referrers (edit->project, LIJN_TABLE_WHY, "friction", LIJN_OBJECT (friction));
  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_WHY,
                         LIJN_CELLS (LIJN_TO ("friction", friction), LIJN_TEXT ("answer", clean),
                                     LIJN_REAL ("rank", lijn_verb_last_rank_of (whys))),
                         error);
}

/* (transfer full): what a file may be called, on this system or another: no folders. */
static char *
make_name (const char *name)
{
  g_autofree char *line = lijn_text_one_line (name);
  const char *slash = strrchr (line, '/');
  const char *base = slash != NULL ? slash + 1 : line;
  const char *backslash = strrchr (base, '\\');

  if (backslash != NULL)
    base = backslash + 1;
  if (*base == '\0' || g_str_equal (base, ".") || g_str_equal (base, ".."))
    return g_strdup (_ ("File"));

  return g_strdup (base);
}

static gboolean
check_size (gsize size, const char *name, GError **error)
{
  g_autofree char *is = g_format_size (size);
  g_autofree char *most = g_format_size_full (LIJN_ATTACHMENT_MOST, G_FORMAT_SIZE_IEC_UNITS);

  if (size > 0 && size <= LIJN_ATTACHMENT_MOST)
    return TRUE;
  if (size == 0)
    g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE, _ ("“%s” is empty."), name);
  else
    g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                 _ ("“%s” is %s. An attachment can be %s at most, so that the project can still be "
                    "mailed: attach a smaller one, or write where it can be found."),
                 name, is, most);

  return FALSE;
}

LijnAttachment *
lijn_edit_attach (LijnObject *object, const char *name, const char *media_type, GBytes *data,
                  GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, _ ("Attach file"), error);
  g_autofree char *base = make_name (name);

  g_return_val_if_fail (LIJN_IS_FRICTION (object) || LIJN_IS_INTERFACE (object), NULL);

  if (edit == NULL || !check_size (g_bytes_get_size (data), base, error))
    return NULL;

  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_ATTACHMENT,
                         LIJN_CELLS (LIJN_IS_FRICTION (object)
                                         ? (LijnCell) LIJN_TO ("friction", object)
                                         : (LijnCell) LIJN_TO ("interface", object),
                                     LIJN_TEXT ("name", base), LIJN_TEXT ("media_type", media_type),
                                     LIJN_BLOB ("data", data)),
                         error);
}
