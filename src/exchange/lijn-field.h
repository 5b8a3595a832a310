/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"

G_BEGIN_DECLS

/* One thing that can be told of each object of a table, as text and as something to sort by: a column
 * of a register, on screen and in a CSV file. */
typedef struct
{
  const char *id; /* never shown; stable, for what is remembered by it */
  const char *title; /* N_(); NULL: the words for the table's own column `id` */

  /* Returns: (transfer full) (nullable): what @audience may know of it. NULL here: the value of the
   * table's own column `id`. */
  char *(*get_text) (LijnObject *object, const LijnAudience *audience);

  /* Returns: what to sort by, NAN for unknown. NULL here: by the text, but a plain column of a
   * number, a time or an enumeration by that. */
  double (*get_number) (LijnObject *object);
} LijnField;

/* The fields of the friction points, the interfaces and the actions; NULL and 0 for other tables. */
const LijnField *lijn_fields_for (LijnTable table, guint *n);

/* Finds the field called @id among @fields; failing that, makes the one of the table's own column of
 * that name. Returns: whether there is one. */
gboolean lijn_field_find (LijnField *field, const LijnField *fields, guint n, LijnTable table,
                          const char *id);

const char *lijn_field_get_title (const LijnField *field, LijnTable table);

/* Returns: (transfer full): never NULL. */
char *lijn_field_get_text (const LijnField *field, LijnObject *object,
                           const LijnAudience *audience);

/* Returns: whether it sorts by lijn_field_get_number(); else by its text. */
gboolean lijn_field_has_number (const LijnField *field, LijnTable table);
double lijn_field_get_number (const LijnField *field, LijnObject *object);

/* Returns: whether its number is a length of time, in minutes. */
gboolean lijn_field_is_duration (const LijnField *field, LijnTable table);

G_END_DECLS
