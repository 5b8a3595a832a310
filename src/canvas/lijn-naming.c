/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-naming.h"

#include <glib/gi18n.h>

#include "lijn-edit.h"

void
lijn_naming_free (LijnNaming *self)
{
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->ghost, lijn_ghost_free);
  g_clear_object (&self->object);
  g_clear_object (&self->source);
  g_free (self);
}

/* Selects what was made and brings it into sight. Returns: whether there is anything. */
static gboolean
show_made (LijnCanvas *canvas, gpointer object)
{
  LijnRect rect;

  if (object == NULL)
    return FALSE;
  lijn_view_select (canvas->view, object);
  if (lijn_layout_get_object_bounds (canvas->layout, object, &rect))
    lijn_canvas_bring_into_sight (canvas, &rect);
  return TRUE;
}

static LijnElement *
add_placed (LijnCanvas *canvas, const LijnNewElement *new, const char *name, GError **error)
{
  g_autoptr (LijnEdit)
      edit = lijn_edit_begin (lijn_view_get_project (canvas->view),
                              new->after != NULL ? _ ("Add and connect") : _ ("Add"), error);
  LijnElement *element = NULL;

  if (edit == NULL)
    return NULL;
  element = lijn_edit_add_element (lijn_view_get_map (canvas->view), new->lane, new->kind, name,
                                   new->place.x, new->place.y, error);
  if (element == NULL ||
      (new->after != NULL &&lijn_edit_connect (new->after, element, new->label, NULL, error) ==
       NULL) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return element;
}

static gboolean
make_element (LijnCanvas *canvas, const LijnNewElement *new, const char *name, GError **error)
{
  LijnElement *element = new->placed ? add_placed (canvas, new, name, error)
                                     : lijn_edit_append (new->after, new->lane, new->kind, name,
                                                         new->label, error);

  return show_made (canvas, element);
}

static gboolean
make_branch (LijnNaming *self, LijnCanvas *canvas, const char *label, GError **error)
{
  if (self->ghost == NULL)
    return show_made (
        canvas, lijn_edit_connect (self->source, LIJN_ELEMENT (self->object), label, NULL, error));

  /* One went on elsewhere before it had a name. */
  lijn_ghost_set_label (self->ghost, label);
  return make_element (canvas, lijn_ghost_get_element (self->ghost), "", error);
}

static gboolean
make_remark (LijnCanvas *canvas, const char *text, GError **error)
{
  if (lijn_edit_add_remark (lijn_view_get_project (canvas->view), LIJN_REMARK_KIND_PARKED,
                            lijn_view_get_speaker (canvas->view), text, error) == NULL)
    return FALSE;
  lijn_view_say (canvas->view, _ ("Parked: the parking lot keeps it for later"));
  return TRUE;
}

static gboolean
rename_object (LijnObject *object, const char *name, GError **error)
{
  if (lijn_object_is_gone (object) || g_str_equal (name, lijn_object_get_name (object)))
    return TRUE;
  return lijn_edit_rename (object, name, error);
}

gboolean
lijn_naming_make (LijnNaming *self, LijnCanvas *canvas, const char *text, GError **error)
{
  switch (self->kind)
    {
    case LIJN_NAMING_BRANCH:
      return make_branch (self, canvas, text, error);
    case LIJN_NAMING_ELEMENT:
      return make_element (canvas, lijn_ghost_get_element (self->ghost), text, error);
    case LIJN_NAMING_FRICTION:
      return show_made (canvas,
                        lijn_edit_add_friction (self->object, self->place.x, self->place.y,
                                                lijn_view_get_speaker (canvas->view), text, error));
    case LIJN_NAMING_REMARK:
      return text[0] == '\0' || make_remark (canvas, text, error);
    case LIJN_NAMING_OBJECT:
    default:
      return rename_object (self->object, text, error);
    }
}
