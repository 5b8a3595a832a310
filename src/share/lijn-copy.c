/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-copy.h"

/* The file that another party gets. It is filled from nothing with what that party may see, row by
 * row; nothing is deleted from a copy of everything. */

typedef struct
{
  LijnProject *project;
  const LijnAudience *audience;
} Copy;

/* A finding that was set aside names what it was about by its id alone. */
static gboolean
is_about_hidden (Copy *self, LijnObject *object)
{
  LijnObject *subject = NULL;

  if (LIJN_IS_WAIVER (object))
    subject = lijn_project_find_any (self->project, lijn_waiver_get_subject (LIJN_WAIVER (object)));
  return subject != NULL && !lijn_audience_may_see (self->audience, subject);
}

static gboolean
keep_cb (LijnTable table, const char *id, gpointer data)
{
  Copy *self = data;
  LijnObject *object = lijn_project_find (self->project, table, id);

  return object != NULL && lijn_audience_may_see (self->audience, object) &&
         !is_about_hidden (self, object);
}

gboolean
lijn_copy_for (LijnProject *project, const LijnAudience *audience, const char *path,
               GCancellable *cancellable, GError **error)
{
  LijnStore *store = lijn_project_get_store (project);
  Copy self = { project, audience };

  if (audience->everything)
    return lijn_store_copy (store, path, cancellable, error);
  return lijn_store_extract (store, path, keep_cb, &self, cancellable, error);
}
