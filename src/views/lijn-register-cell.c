/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-cell.h"

#include "lijn-badge.h"
#include "lijn-text.h"
#include "lijn-words.h"

#define DEEP 2 /* from a row to what its first cell holds */

struct _LijnRegisterCell
{
  GtkWidget *widget; /* not owned: an inscription or a badge, which owns this */
  LijnRegister *owner; /* outlives its cells */
  guint place;
  LijnObject *object;
  char *text;
};

/* clang-format off */
static G_DEFINE_QUARK (lijn-register-cell, cell)
    /* clang-format on */

    LijnObject *lijn_register_cell_get_object (LijnRegisterCell *self)
{
  return self->object;
}

guint
lijn_register_cell_get_place (LijnRegisterCell *self)
{
  return self->place;
}

const char *
lijn_register_cell_get_text (LijnRegisterCell *self)
{
  return self->text;
}

GtkWidget *
lijn_register_cell_get_widget (LijnRegisterCell *self)
{
  return self->widget;
}

static GtkWidget *
get_row (LijnRegisterCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (self->widget);

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

/* The row is what gets the focus: a screen reader says the name of its object. */
static void
name_row (LijnRegisterCell *self)
{
  GtkWidget *row = get_row (self);
  g_autofree char *name = NULL;

  if (self->place > 0 || row == NULL)
    return;
  name = lijn_words_for_object (self->object);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
lijn_register_cell_refresh (LijnRegisterCell *self)
{
  LijnRegisterPlace *place = &self->owner->places[self->place];
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (self->object == NULL || lijn_object_is_gone (self->object))
    return;

  text = lijn_field_get_text (&place->field, self->object, &LIJN_AUDIENCE_EVERYTHING);
  line = lijn_text_one_line (text);
  name_row (self);
  if (!lijn_set_str (&self->text, line))
    return;
  if (GTK_IS_INSCRIPTION (self->widget))
    gtk_inscription_set_text (GTK_INSCRIPTION (self->widget), line);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    line, -1);
}

void
lijn_register_cell_set_object (LijnRegisterCell *self, LijnObject *object)
{
  g_set_object (&self->object, object);
  if (LIJN_IS_BADGE (self->widget))
    lijn_badge_set_object (LIJN_BADGE (self->widget), object);
  if (object != NULL)
    lijn_register_cell_refresh (self);
}

LijnRegisterCell *
lijn_register_cell_of (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), cell_quark ());
}

LijnRegisterCell *
lijn_register_cell_find (GtkWidget *widget)
{
  LijnRegisterCell *cell = NULL;
  int deep = 0;

  for (GtkWidget *at = widget; cell == NULL && at != NULL && !GTK_IS_COLUMN_VIEW (at);
       at = gtk_widget_get_parent (at))
    cell = lijn_register_cell_of (at);
  for (GtkWidget *at = widget; cell == NULL && at != NULL && deep++ <= DEEP;
       at = gtk_widget_get_first_child (at))
    cell = lijn_register_cell_of (at);

  return cell;
}

static GtkWidget *
make_child (LijnRegisterFlags flags)
{
  GtkWidget *child;

  if (flags & LIJN_REGISTER_BADGE)
    {
      child = lijn_badge_new (NULL);
      gtk_widget_set_halign (child, GTK_ALIGN_START);
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      return child;
    }

  child = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (child), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (child), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (child), 1);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (child), 1);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (child), 0);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (child), flags & LIJN_REGISTER_RIGHT ? 1.0F : 0.0F);

  return child;
}

static void
lijn_register_cell_free (gpointer data)
{
  LijnRegisterCell *self = data;

  g_clear_object (&self->object);
  g_free (self->text);
  g_free (self);
}

GtkWidget *
lijn_register_cell_new (LijnRegister *owner, guint place)
{
  LijnRegisterCell *self = g_new0 (LijnRegisterCell, 1);

  self->owner = owner;
  self->place = place;
  self->widget = make_child (owner->places[place].info->flags);
  g_object_set_qdata_full (G_OBJECT (self->widget), cell_quark (), self, lijn_register_cell_free);

  return self->widget;
}
