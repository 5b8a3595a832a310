/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a register was left, whatever project it was of: kept in the user's state folder. That it cannot
 * be written is no reason to bother anybody. */
typedef struct _LijnRegisterMemory LijnRegisterMemory;

/* @id: the register's. It is not copied. */
LijnRegisterMemory *lijn_register_memory_new (const char *id);
void lijn_register_memory_free (LijnRegisterMemory *self);

/* Returns: (transfer full) (nullable): the column it was sorted by. NULL: nothing is remembered; "":
 * by none. */
char *lijn_register_memory_get_sort (LijnRegisterMemory *self, gboolean *descending);
void lijn_register_memory_set_sort (LijnRegisterMemory *self, const char *column,
                                    gboolean descending);

/* Whether @column was shown; @otherwise when nothing is remembered. */
gboolean lijn_register_memory_get_shown (LijnRegisterMemory *self, const char *column,
                                         gboolean otherwise);
void lijn_register_memory_set_shown (LijnRegisterMemory *self, const char *column, gboolean shown);

/* The width of @column in pixels; @otherwise when nothing is remembered that makes sense. */
int lijn_register_memory_get_width (LijnRegisterMemory *self, const char *column, int otherwise);
void lijn_register_memory_set_width (LijnRegisterMemory *self, const char *column, int width);

G_END_DECLS
