/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-edit.h"
#include "lijn-names.h"
#include "lijn-pop-up.h"
#include "lijn-typed.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Setting a value of one row, or of all that are selected. It is asked for in a popover: a list of what
 * can be chosen, or an entry; and the reason after that, where one is needed. */

#define LIST_WIDTH 260
#define LIST_HEIGHT 400

const LijnRegisterEditor lijn_register_edit_value = { 0 };

typedef struct
{
  LijnRegister *self; /* above the popover */
  GPtrArray *objects; /* (owned) */
  const LijnRegisterPlace *place;
  char *value; /* that was chosen, while the reason is asked */
  GtkWidget *popover;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->objects);
  g_free (question->value);
  g_free (question);
}

static gboolean
set_one (LijnRegister *self, const LijnRegisterPlace *place, LijnObject *object, const char *value,
         const char *reason, GError **error)
{
  const LijnRegisterEditor *edit = place->info->edit;

  return edit->set != NULL ? edit->set (self->view, object, value, reason, error)
                           : lijn_edit_set (object, place->info->id, value, error);
}

/* (transfer full): what undo says. */
static char *
make_label (LijnRegister *self, const LijnRegisterPlace *place, guint n)
{
  const char *title = lijn_field_get_title (&place->field, self->spec->table);

  if (n == 1)
    return g_strdup_printf (_ ("Change “%s”"), title);

  return g_strdup_printf (ngettext ("Change “%s” of %u row", "Change “%s” of %u rows", n), title,
                          n);
}

static gboolean
set_all (LijnRegister *self, GPtrArray *objects, const LijnRegisterPlace *place, const char *value,
         const char *reason, GError **error)
{
  g_autofree char *label = make_label (self, place, objects->len);
  g_autoptr (LijnEdit) edit = lijn_edit_begin (lijn_view_get_project (self->view), label, error);
  g_autofree char *made = NULL;

  if (edit == NULL)
    return FALSE;
  made = place->info->edit->make != NULL ? place->info->edit->make (self->view, value, error)
                                         : g_strdup (value);
  if (made == NULL)
    return FALSE;
  for (guint i = 0; i < objects->len; i++)
    if (!set_one (self, place, objects->pdata[i], made, reason, error))
      return FALSE;

  return lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_register_set (LijnRegister *self, GPtrArray *objects, const char *column, const char *value,
                   const char *reason)
{
  guint i = lijn_register_find_place (self, column);
  GError *error = NULL;
  gboolean ok;

  g_return_val_if_fail (i < self->spec->n_columns && self->places[i].info->edit != NULL, FALSE);

  ok = set_all (self, objects, &self->places[i], value, reason, &error);

  return lijn_view_report (self->view, ok, error);
}

/* The popover. */

static void
show_in_popover (Question *question, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = lijn_field_get_title (&question->place->field, question->self->spec->table);
  guint n = question->objects->len;
  g_autofree char *heading = n > 1 ? g_strdup_printf (ngettext ("%s of %u row", "%s of %u rows", n),
                                                      title, n)
                                   : g_strdup (title);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_set_size_request (box, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (question->popover), box);
}

static void
answer (Question *question, const char *value, const char *reason)
{
  g_autoptr (LijnRegister) self = g_object_ref (question->self);
  g_autoptr (GPtrArray) objects = g_ptr_array_ref (question->objects);
  g_autofree char *copy = g_strdup (value);
  const char *column = question->place->info->id;

  gtk_popover_popdown (GTK_POPOVER (question->popover));
  lijn_register_set (self, objects, column, copy, reason);
}

static GtkWidget *
make_entry (Question *question, const char *text, const char *name, GCallback activated)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (entry, "activate", activated, question);

  return entry;
}

static void
reason_given_cb (GtkEntry *entry, Question *question)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*reason != '\0')
    answer (question, question->value, reason);
}

static void
ask_reason (Question *question, const char *value)
{
  GtkWidget *entry = make_entry (question, "", _ ("Reason"), G_CALLBACK (reason_given_cb));

  question->value = g_strdup (value);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why? The others will want to know."));
  show_in_popover (question, entry);
  gtk_widget_grab_focus (entry);
}

static void
chosen_cb (GtkListBox *list, GtkListBoxRow *row, Question *question)
{
  const LijnRegisterEditor *edit = question->place->info->edit;
  const char *value = g_object_get_data (G_OBJECT (row), "value");

  if (edit->needs_reason != NULL &&
      edit->needs_reason (question->self->view, question->objects, value))
    ask_reason (question, value);
  else
    answer (question, value, "");
}

static void
add_choice (GtkListBox *list, const char *value, const char *text, gboolean is_now)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (is_now)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "value", g_strdup (value), g_free);
  gtk_list_box_append (list, row);
  if (is_now)
    gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
}

/* Whether all objects are called that already. */
static gboolean
is_label_of_all (Question *question, const char *label)
{
  for (guint i = 0; i < question->objects->len; i++)
    {
      g_autofree char *text = lijn_field_get_text (
          &question->place->field, question->objects->pdata[i], &LIJN_AUDIENCE_EVERYTHING);

      if (!g_str_equal (text, label))
        return FALSE;
    }

  return TRUE;
}

static GtkWidget *
make_list (Question *question, LijnChoices *choices)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "navigation-sidebar");
  for (guint i = 0; i < lijn_choices_count (choices); i++)
    add_choice (GTK_LIST_BOX (list), lijn_choices_get_value (choices, i),
                lijn_choices_get_label (choices, i),
                is_label_of_all (question, lijn_choices_get_label (choices, i)));
  g_signal_connect (list, "row-activated", G_CALLBACK (chosen_cb), question);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static const LijnColumn *
get_column (Question *question, int *place)
{
  LijnTable table = question->self->spec->table;

  *place = lijn_table_find_column (table, question->place->info->id);

  return *place >= 0 ? &lijn_table_info (table)->columns[*place] : NULL;
}

static void
typed_cb (GtkEntry *entry, Question *question)
{
  int place;
  const LijnColumn *column = get_column (question, &place);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  GError *error = NULL;
  g_autofree char *value = column != NULL ? lijn_typed_read (column, text, &error)
                                          : g_strdup (text);

  if (lijn_view_report (question->self->view, value != NULL, error))
    answer (question, value, "");
}

/* The text that all objects have; "" where they differ. */
static char *
get_common_text (Question *question)
{
  int place;
  const LijnColumn *column = get_column (question, &place);
  g_autofree char *common = NULL;

  if (column == NULL)
    return g_strdup ("");
  common = lijn_typed_show (question->objects->pdata[0], place);
  for (guint i = 1; i < question->objects->len; i++)
    {
      g_autofree char *text = lijn_typed_show (question->objects->pdata[i], place);

      if (!g_str_equal (text, common))
        return g_strdup ("");
    }

  return g_steal_pointer (&common);
}

/* (nullable): NULL where the value is typed. */
static LijnChoices *
list_choices (Question *question)
{
  const LijnRegisterEditor *edit = question->place->info->edit;
  g_autoptr (LijnChoices) choices = lijn_choices_new ();
  int place;
  const LijnColumn *column = get_column (question, &place);

  if (edit->list != NULL)
    edit->list (question->self->view, question->objects, choices);
  else if (column != NULL &&
           (column->kind == LIJN_COLUMN_ENUM || lijn_column_is_reference (column->kind)))
    lijn_choices_add_column (choices, question->self->view, question->objects->pdata[0],
                             column->name, NULL);
  else
    return NULL;

  return g_steal_pointer (&choices);
}

static GtkWidget *
fill_popover (Question *question)
{
  g_autoptr (LijnChoices) choices = list_choices (question);
  const char *title = lijn_field_get_title (&question->place->field, question->self->spec->table);
  g_autofree char *text = NULL;
  GtkWidget *content;

  if (choices != NULL)
    content = make_list (question, choices);
  else
    {
      text = get_common_text (question);
      content = make_entry (question, text, title, G_CALLBACK (typed_cb));
    }
  show_in_popover (question, content);

  return content;
}

/* To what is set now, so that the arrows go on from there. */
static void
give_focus (GtkWidget *content)
{
  GtkWidget *list = GTK_IS_SCROLLED_WINDOW (content)
                        ? gtk_widget_get_first_child (
                              gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (content)))
                        : NULL;
  GtkListBoxRow *now = GTK_IS_LIST_BOX (list) ? gtk_list_box_get_selected_row (GTK_LIST_BOX (list))
                                              : NULL;

  if (now == NULL || !gtk_widget_grab_focus (GTK_WIDGET (now)))
    gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD);
}

void
lijn_register_ask (LijnRegister *self, GPtrArray *objects, guint place, const GdkRectangle *at)
{
  Question *question;
  GtkWidget *content;

  if (objects->len == 0 || place >= self->spec->n_columns ||
      self->places[place].info->edit == NULL || !lijn_register_can_edit (self))
    return;

  question = g_new0 (Question, 1);
  question->self = self;
  question->objects = g_ptr_array_ref (objects);
  question->place = &self->places[place];
  question->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (question->popover), "question", question, free_question);
  content = fill_popover (question);

  gtk_popover_set_position (GTK_POPOVER (question->popover), GTK_POS_BOTTOM);
  lijn_pop_up (question->popover, GTK_WIDGET (self), at, GTK_WIDGET (self->table));
  give_focus (content);
}
