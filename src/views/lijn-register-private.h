/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-register.h"

#include "lijn-first-rows.h"
#include "lijn-register-keys.h"
#include "lijn-register-memory.h"

G_BEGIN_DECLS

/* What the files of the register share: lijn-register.c is the list and what it follows;
 * -columns.c the columns, their order and what is remembered of them; -filter.c searching and facets;
 * -chips.c what facets look like; -edit.c setting values; -copy.c the table that leaves;
 * -actions.c menus and actions; -input.c pointer and keys. */

typedef struct
{
  const LijnRegisterColumn *info;
  LijnField field;
  GtkColumnViewColumn *column; /* of the view, which owns it */
  int width; /* pixels that it begins with */
  LijnRegister *owner;
} LijnRegisterPlace;

typedef struct
{
  const LijnRegisterFacet *info;
  const LijnColumn *column; /* (nullable): of the table, where the facet is one */
  int place; /* of that column */
  GHashTable *chosen; /* (element-type utf8): a set */
  LijnRegister *owner;
} LijnRegisterSieve;

struct _LijnRegister
{
  AdwBin parent_instance;

  LijnView *view;
  const LijnRegisterSpec *spec;
  GSimpleActionGroup *actions;

  LijnRegisterPlace *places; /* one for each column of the spec */
  const LijnField **fields; /* theirs */
  LijnRegisterKeys *keys;
  LijnRegisterMemory *memory;
  guint sorted; /* place of the column that decides; n_columns: none does */
  gboolean descending;
  guint asked; /* place of the column that was changed last; n_columns: none yet */
  gboolean asking; /* that lijn_register_read_order() asks which column decides */
  GHashTable *cells; /* those that show something */

  LijnRegisterSieve *sieves; /* one for each facet of the spec */
  char **words; /* (nullable): folded, each of which must be found */
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkMultiSelection *rows; /* sorted, as shown */
  LijnFirstRows *first; /* of them, that the table has been given */

  gboolean following; /* that the selection is being taken over, one way or the other */
  guint counting; /* source that will tell the count again */
  gboolean stale; /* that the project changed while this was out of sight */

  GtkWidget *search;
  GtkWidget *controls;
  GtkWidget *options;
  GtkWidget *facets;
  GtkStack *stack;
  GtkColumnView *table;
  AdwStatusPage *empty;
  GtkWidget *empty_button;
  GtkLabel *count;
};

/* lijn-register.c */
void lijn_register_update_count (LijnRegister *self);
void lijn_register_follow_view (LijnRegister *self);
void lijn_register_go_to_top (LijnRegister *self); /* before what is shown becomes something else */
gboolean lijn_register_can_edit (LijnRegister *self);

/* lijn-register-columns.c */
void lijn_register_add_columns (LijnRegister *self);
guint lijn_register_find_place (LijnRegister *self, const char *column); /* n_columns: none */
void lijn_register_read_order (LijnRegister *self);
void lijn_register_order_changed (LijnRegister *self); /* what is sorted by may have changed */
void lijn_register_show_column (LijnRegister *self, guint place, gboolean shown);
void lijn_register_remember_widths (LijnRegister *self);

/* Returns: (transfer container) (element-type LijnRegisterPlace): the shown columns in order. */
GPtrArray *lijn_register_list_places (LijnRegister *self);

/* lijn-register-filter.c */
void lijn_register_add_sieves (LijnRegister *self);
gboolean lijn_register_lets_through (LijnRegister *self, LijnObject *object);
gboolean lijn_register_is_filtered (LijnRegister *self);
void lijn_register_filter_changed (LijnRegister *self);
void lijn_register_free_sieves (LijnRegister *self);
const char *lijn_register_sieve_get_title (const LijnRegisterSieve *sieve);
void lijn_register_sieve_list_values (const LijnRegisterSieve *sieve, LijnObject *object,
                                      GArray *values);

/* lijn-register-chips.c */
void lijn_register_add_facet_button (LijnRegister *self, LijnRegisterSieve *sieve);
void lijn_register_show_chips (LijnRegister *self);

/* lijn-register-edit.c: asks for a value for @objects in a popover at @at, in the register. */
void lijn_register_ask (LijnRegister *self, GPtrArray *objects, guint place,
                        const GdkRectangle *at);

/* lijn-register-copy.c */
void lijn_register_copy (LijnRegister *self);

/* lijn-register-export.c: asks for a place, and writes there. */
void lijn_register_export (LijnRegister *self);
gboolean lijn_register_write_csv (LijnRegister *self, const char *path, GError **error);

/* lijn-register-actions.c */
void lijn_register_add_actions (LijnRegister *self);
void lijn_register_update_actions (LijnRegister *self);
void lijn_register_pop_up (LijnRegister *self, const GdkRectangle *at); /* the menu */

/* Where a popover about the rows points to: @cell, or the row that has the focus. */
GdkRectangle lijn_register_place_of_row (LijnRegister *self, GtkWidget *cell);

/* lijn-register-input.c */
void lijn_register_add_input (LijnRegister *self);

G_END_DECLS
