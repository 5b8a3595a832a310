/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-ghost.h"

G_BEGIN_DECLS

/* What is being typed in place, and what it will become. */

typedef enum
{
  LIJN_NAMING_OBJECT, /* the name of `object` */
  LIJN_NAMING_BRANCH, /* of the flow to `ghost`, whose own name comes next; or from `source` to `object` */
  LIJN_NAMING_ELEMENT, /* of `ghost` */
  LIJN_NAMING_FRICTION, /* the words of a friction point on `object` */
  LIJN_NAMING_REMARK, /* for the parking lot */
} LijnNamingKind;

struct _LijnNaming
{
  LijnNamingKind kind;
  GtkWidget *entry;
  LijnRect rect; /* what the entry lies over, in map coordinates */
  LijnObject *object; /* (owned) (nullable) */
  LijnElement *source; /* (owned) (nullable) */
  LijnGhost *ghost; /* (owned) (nullable) */
  LijnPoint place; /* of a friction point */
};

void lijn_naming_free (LijnNaming *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnNaming, lijn_naming_free)

/* Makes or renames what @self is about, as one step, and shows it. */
gboolean lijn_naming_make (LijnNaming *self, LijnCanvas *canvas, const char *text, GError **error);

G_END_DECLS
