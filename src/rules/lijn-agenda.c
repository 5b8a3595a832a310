/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-agenda.h"

#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* When an item began is not kept: it follows from when the one before it was marked as done, which
 * the history tells. So taking that back, or opening the file again, needs nothing more. */

LijnAgendaItem *
lijn_agenda_get_current (LijnSession *session)
{
  GPtrArray *items = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (session)),
                                             LIJN_TABLE_AGENDA_ITEM, "session",
                                             LIJN_OBJECT (session));

  for (guint i = 0; i < items->len; i++)
    if (!lijn_agenda_item_get_done (items->pdata[i]))
      return items->pdata[i];
  return NULL;
}

/* Whether a revision with @changes marked an item of @session as done. */
static gboolean
marks_done (LijnChanges *changes, LijnSession *session)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (session));

  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);
      LijnAgendaItem *item = change->table == LIJN_TABLE_AGENDA_ITEM &&
                                     change->kind == LIJN_CHANGE_UPDATE
                                 ? lijn_project_find (project, change->table, change->id)
                                 : NULL;

      if (item != NULL && lijn_agenda_item_get_session (item) == session &&
          lijn_agenda_item_get_done (item))
        return TRUE;
    }
  return FALSE;
}

gint64
lijn_agenda_get_since (LijnSession *session)
{
  LijnStore *store = lijn_project_get_store (lijn_object_get_project (LIJN_OBJECT (session)));
  g_autoptr (GPtrArray) revisions = lijn_store_list_revisions (store, 0, NULL);
  gint64 started = lijn_session_get_started (session);

  for (guint i = 0; revisions != NULL && started != 0 && i < revisions->len; i++)
    {
      const LijnRevision *revision = revisions->pdata[i];
      g_autoptr (LijnChanges) changes = NULL;

      if (revision->at < started)
        break;
      changes = lijn_store_get_revision_changes (store, revision->id, NULL);
      if (changes != NULL && marks_done (changes, session))
        return revision->at;
    }
  return started;
}

double
lijn_agenda_get_left (LijnAgendaItem *item, gint64 since, gint64 now)
{
  return lijn_agenda_item_get_minutes (item) -
         (double) MAX (0, now - since) / (60.0 * G_USEC_PER_SEC);
}

char *
lijn_agenda_describe_left (double left)
{
  g_autofree char *time = NULL;

  if (isnan (left))
    return g_strdup ("");
  if (left >= 0)
    {
      time = lijn_words_for_duration (ceil (left));
      /* Translators: of the time for a point of the agenda; %s is a time, such as “12 min”. */
      return g_strdup_printf (_ ("%s left"), time);
    }
  time = lijn_words_for_duration (ceil (-left));
  /* Translators: of the time for a point of the agenda; %s is a time, such as “3 min”. */
  return g_strdup_printf (_ ("%s over"), time);
}
