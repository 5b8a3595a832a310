/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-choices.h"
#include "lijn-field.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* A register: the objects of one table as rows, in columns that can be sorted, filtered and searched.
 * It follows the project. What is selected in it is what is selected in the view and the other way
 * round, so that the inspector beside it shows and edits the row.
 *
 * What all registers do by themselves: sort by a click on a heading or from the menu, which is
 * remembered; hide and show columns, remembered too; search in the text of all columns; filter by
 * facets; edit one value of all selected rows as one step (from the menu; F2 asks for the one that
 * was changed last); copy rows as a table (Ctrl+C; only what is shared); export as CSV; show a row on
 * the map (Enter); remove (Delete); menus by right click and by key; count what is shown; say what to
 * do when there is nothing.
 *
 * A register is described by a LijnRegisterSpec, static data that is not copied:
 *
 *   static const LijnField fields[] = {
 *     { "teams", N_ ("Teams"), get_teams },
 *   };
 *   static const LijnRegisterColumn columns[] = {
 *     { "name", 200, LIJN_REGISTER_WIDE, .edit = LIJN_REGISTER_EDIT_VALUE },
 *     { "email", 180, .edit = LIJN_REGISTER_EDIT_VALUE },
 *     { "teams", 160 },
 *   };
 *   static const LijnRegisterFacet facets[] = { { "party" } };
 *   static const LijnRegisterSpec spec = { .id = "persons", .table = LIJN_TABLE_PERSON, … };
 *
 *   page = lijn_register_new (view, &spec);
 *
 * Getters are asked often: they must be quick, and must not change anything. */

/* How a value is set. Give all of it, or one of the two macros. */
typedef struct
{
  /* Adds what @objects, one or more, can be set to; NULL: it is typed. */
  void (*list) (LijnView *view, GPtrArray *objects, LijnChoices *choices);

  /* Whether setting to @value needs a reason, which is then asked for. (nullable) */
  gboolean (*needs_reason) (LijnView *view, GPtrArray *objects, const char *value);

  /* Sets it with one verb. @reason is "" where none was asked. */
  gboolean (*set) (LijnView *view, LijnObject *object, const char *value, const char *reason,
                   GError **error);

  /* Makes what @value stands for, once for all the objects that are set to it, in the same step. Returns:
   * (transfer full): the value to set; NULL on failure. NULL: @value is set as it is. */
  char *(*make) (LijnView *view, const char *value, GError **error);
} LijnRegisterEditor;

/* The column of the table that is called as the register's column is, set by lijn_edit_set(): what
 * can be chosen follows from its kind. */
extern const LijnRegisterEditor lijn_register_edit_value;
#define LIJN_REGISTER_EDIT_VALUE (&lijn_register_edit_value)

typedef enum
{
  LIJN_REGISTER_HIDDEN = 1 << 0, /* not shown until asked for */
  LIJN_REGISTER_RIGHT = 1 << 1, /* figures: at the right of the column */
  LIJN_REGISTER_WIDE = 1 << 2, /* takes the room that is left */
  LIJN_REGISTER_BADGE = 1 << 3, /* shows the object's badge (lijn-badge.h); the text is for the
                                   screen reader, for searching and copying */
} LijnRegisterFlags;

typedef struct
{
  const char *id; /* of a field of the spec, or of a column of the table */
  int width; /* pixels that it begins with */
  LijnRegisterFlags flags;
  const LijnRegisterEditor *edit; /* (nullable): read only */
  const char *title; /* N_(), a shorter one; NULL: the field's */
} LijnRegisterColumn;

/* A property to filter by. For a column of the table (an enumeration or a reference), its name is
 * all that it needs. */
typedef struct
{
  const char *id; /* its own, or of a column of the table */
  const char *title; /* N_(); NULL: the words for that column */

  /* Adds the values that @object has (element-type const char *), which stay its own; "" is none. A row
   * is shown when one of them is chosen. NULL: that column's value. */
  void (*list_values) (LijnView *view, LijnObject *object, GArray *values);

  /* Returns: (transfer full): what @value is called. NULL: an enumeration's word, an object's name. */
  char *(*get_label) (LijnView *view, const char *value);
} LijnRegisterFacet;

typedef struct
{
  const char *id; /* under which is remembered how it was left */
  LijnTable table;
  const char *title; /* N_(): what a screen reader calls the table */

  /* What columns tell beside the table's own columns; NULL: those of lijn_fields_for(). */
  const LijnField *fields;
  guint n_fields;
  const LijnRegisterColumn *columns;
  guint n_columns; /* at most 64 */
  const LijnRegisterFacet *facets;
  guint n_facets;

  /* Whether @object belongs in this register at all. (nullable) */
  gboolean (*belongs) (LijnView *view, LijnObject *object);

  /* When there is nothing: what to do. All N_(). The action gets a button. */
  const char *empty_icon;
  const char *empty_title;
  const char *empty_text;
  const char *empty_action; /* (nullable): a detailed action name */
  const char *empty_label;

  /* Returns: (transfer full): what stands behind the count: a sum, say. @shown: the rows. (nullable) */
  char *(*summarize) (LijnView *view, GListModel *shown);

  /* Adds sections to the menu of @objects, the rows it is for. (nullable) */
  void (*extend_menu) (LijnView *view, GPtrArray *objects, GMenu *menu);

  /* Returns: (transfer full): @objects to be dragged out. NULL: rows are not dragged. */
  GdkContentProvider *(*drag) (GPtrArray *objects);
} LijnRegisterSpec;

#define LIJN_TYPE_REGISTER (lijn_register_get_type ())
G_DECLARE_FINAL_TYPE (LijnRegister, lijn_register, LIJN, REGISTER, AdwBin)

GtkWidget *lijn_register_new (LijnView *view, const LijnRegisterSpec *spec);

LijnView *lijn_register_get_view (LijnRegister *self);

/* Returns: (transfer none): the rows as they are shown: sorted, filtered. Items are LijnObjects. */
GListModel *lijn_register_get_shown (LijnRegister *self);

/* Returns: (transfer container): the selected rows, in the order in which they are shown. */
GPtrArray *lijn_register_get_selected (LijnRegister *self);

/* As a user does: by the id of a column, the id and value of a facet, the text in the search entry. */
void lijn_register_sort (LijnRegister *self, const char *column, gboolean descending);
void lijn_register_filter (LijnRegister *self, const char *facet, const char *value,
                           gboolean chosen);
void lijn_register_search (LijnRegister *self, const char *text);
void lijn_register_clear_filters (LijnRegister *self);

/* Sets the column called @column of @objects, as one step; what fails is shown as a message and nothing
 * is changed. */
gboolean lijn_register_set (LijnRegister *self, GPtrArray *objects, const char *column,
                            const char *value, const char *reason);

/* Returns: (transfer full): the shared ones of @objects under the shown columns' headings, as text
 * with tabs and as HTML. */
char *lijn_register_to_text (LijnRegister *self, GPtrArray *objects);
char *lijn_register_to_html (LijnRegister *self, GPtrArray *objects);

/* Adds a button to the controls that calls @clicked (button, register): one that adds a row, say. Not to
 * be pressed in a file that can only be read. @label: what it does, in words. */
void lijn_register_add_button (LijnRegister *self, const char *icon, const char *label,
                               GCallback clicked);

G_END_DECLS
