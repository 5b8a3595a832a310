/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-cell.h"

#include "lijn-badge.h"
#include "lijn-text.h"
#include "lijn-words.h"

struct _LijnRegisterCell
{
  GtkWidget parent_instance;

  LijnRegister *owner; /* outlives its cells */
  guint place;
  LijnObject *object;
  GtkWidget *child; /* an inscription or a badge */
  char *text;
};

G_DEFINE_FINAL_TYPE (LijnRegisterCell, lijn_register_cell, GTK_TYPE_WIDGET)

LijnObject *
lijn_register_cell_get_object (LijnRegisterCell *self)
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

static GtkWidget *
get_row (LijnRegisterCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

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
  if (GTK_IS_INSCRIPTION (self->child))
    gtk_inscription_set_text (GTK_INSCRIPTION (self->child), line);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    line, -1);
}

void
lijn_register_cell_set_object (LijnRegisterCell *self, LijnObject *object)
{
  g_set_object (&self->object, object);
  if (LIJN_IS_BADGE (self->child))
    lijn_badge_set_object (LIJN_BADGE (self->child), object);
  if (object != NULL)
    lijn_register_cell_refresh (self);
}

LijnRegisterCell *
lijn_register_cell_find (GtkWidget *widget)
{
  GtkWidget *cell = gtk_widget_get_ancestor (widget, LIJN_TYPE_REGISTER_CELL);

  for (GtkWidget *child = widget; cell == NULL && child != NULL;
       child = gtk_widget_get_first_child (child))
    if (LIJN_IS_REGISTER_CELL (child))
      cell = child;

  return cell != NULL ? LIJN_REGISTER_CELL (cell) : NULL;
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
lijn_register_cell_dispose (GObject *object)
{
  LijnRegisterCell *self = LIJN_REGISTER_CELL (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_object (&self->object);
  G_OBJECT_CLASS (lijn_register_cell_parent_class)->dispose (object);
}

static void
lijn_register_cell_finalize (GObject *object)
{
  g_free (LIJN_REGISTER_CELL (object)->text);
  G_OBJECT_CLASS (lijn_register_cell_parent_class)->finalize (object);
}

static void
lijn_register_cell_class_init (LijnRegisterCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lijn_register_cell_dispose;
  object_class->finalize = lijn_register_cell_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lijn_register_cell_init (LijnRegisterCell *self)
{
}

GtkWidget *
lijn_register_cell_new (LijnRegister *owner, guint place)
{
  LijnRegisterCell *self = g_object_new (LIJN_TYPE_REGISTER_CELL, NULL);

  self->owner = owner;
  self->place = place;
  self->child = make_child (owner->places[place].info->flags);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
