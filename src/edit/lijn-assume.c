/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

/* What one party draws of the other is an assumption until the other confirms it. Where nobody has
 * said who speaks, both sit around the screen, and what is drawn is taken as known. */

LijnParty *
lijn_assumed_by (LijnProject *project, LijnParty *party)
{
  LijnParty *speaker = lijn_verb_speaker (project);

  return party != NULL && speaker != party ? speaker : NULL;
}

gboolean
lijn_assume_again (LijnEdit *edit, GPtrArray *elements, GError **error)
{
  if (lijn_verb_speaker (edit->project) == NULL)
    return TRUE;

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);
      LijnParty *by = lijn_assumed_by (edit->project, lijn_element_get_party (element));

      if (!lijn_verb_update (edit, element,
                             LIJN_CELLS (LIJN_INT ("assumed", by != NULL), LIJN_TO ("drawn_by", by),
                                         LIJN_NOTHING ("confirmed_by"),
                                         LIJN_INT ("confirmed_at", 0)),
                             error))
        return FALSE;
    }
  return lijn_verb_flush (edit, error);
}
