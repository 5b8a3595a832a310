/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lijn-schema.h"

G_BEGIN_DECLS

typedef struct _LijnProject LijnProject;

/* A row of the project file, to be read. There is one object a row while the project is open; after
 * an edit it holds the row's new values. When its row goes it leaves every list and
 * lijn_object_is_gone() is TRUE, but its last values can still be read; when an undo brings the row
 * back, the same object comes to life again if somebody still holds it.
 *
 * properties: "name" (lijn_object_get_name()), notified when it changes.
 * signals:    "changed": a value of the row changed; "gone": the row was deleted. */

#define LIJN_TYPE_OBJECT (lijn_object_get_type ())
G_DECLARE_DERIVABLE_TYPE (LijnObject, lijn_object, LIJN, OBJECT, GObject)

struct _LijnObjectClass
{
  GObjectClass parent_class;

  LijnTable table;
  gsize size_of_values; /* of the struct that the columns' values are kept in */
};

const char *lijn_object_get_id (LijnObject *self);
LijnTable lijn_object_get_table (LijnObject *self);
LijnProject *lijn_object_get_project (
    LijnObject *self); /* (transfer none); NULL after the project was closed */
gboolean lijn_object_is_gone (LijnObject *self);

/* Returns: (transfer none): what a person would call it: the name, title, text or wording; "" when
 * it has none. Friction points: the words of the one who raised it. */
const char *lijn_object_get_name (LijnObject *self);

/* Values by column, for code that treats all kinds alike (inspector fields, search, XML). @column
 * is the place in lijn_table_info(). get_text: the text for TEXT and DATE, the nick for ENUM, the
 * id or "" for references; not for others. get_number: INT, FLAG, REAL, NUM, TIME, and the value of
 * ENUM. */
const char *lijn_object_get_text (LijnObject *self, int column);
double lijn_object_get_number (LijnObject *self, int column);
gint64 lijn_object_get_int (LijnObject *self, int column);

G_END_DECLS
