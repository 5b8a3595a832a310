/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* The projects used last: path, title and time in a key file in the user's state folder, and in the
 * cache folder a picture of each, in which only shared content is seen. */
typedef struct
{
  char *path;
  char *title;
  char *picture; /* path of a PNG file that may not be there */
  gint64 used; /* UTC microseconds */
  gboolean missing; /* the file is not there now */
} LijnRecent;

void lijn_recent_free (LijnRecent *recent);

/* Returns: (transfer full) (element-type LijnRecent): the one used last first, at most @limit. */
GPtrArray *lijn_recent_list (guint limit);

/* Notes that @project is used now. */
void lijn_recent_note (LijnProject *project);

/* Makes the picture of @project anew, of @map (nullable: its first map). */
void lijn_recent_picture (LijnProject *project, LijnMap *map);

/* Forgets the file at @path, and its picture. */
void lijn_recent_forget (const char *path);

G_END_DECLS
