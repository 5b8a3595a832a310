/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "lijn-canvas-private.h"
#include "lijn-name-entry.h"
#include "lijn-naming.h"
#include "lijn-preview.h"
#include "lijn-route.h"
#include "lijn-words.h"

/* Names are typed where they will stand. A new element or friction point is only drawn as a ghost
 * while its name is typed: Return, or going on elsewhere, makes it, name and all, as one step;
 * Escape leaves the file untouched. What comes after a decision is asked for twice: the answer that
 * leads to it first. A remark for the parking lot has no place: it is typed at the lower edge. */

#define TYPE_SIZE 12.5 /* points, as lijn-type.h sets names */
#define LEAST_TYPE 13.0 /* pixels */
#define LEAST_WIDTH 150.0
#define LEAST_ZOOM 0.2 /* below this nobody could tell what is named */
#define LEAST_HEIGHT 30.0
#define BRANCH_WIDTH 96.0 /* of the entry for an answer */
#define WORDS_WIDTH 300.0 /* of the entry for a friction point */
#define WORDS_GAP 8.0 /* points above it */
#define MARGIN 24.0 /* pixels, of the entry for a remark */

static gboolean
unparent_cb (gpointer entry)
{
  if (gtk_widget_get_parent (entry) != NULL)
    gtk_widget_unparent (entry);
  return G_SOURCE_REMOVE;
}

/* An entry that is being left must stay in its place until the focus has arrived where it goes: GTK
 * walks from the one to the other meanwhile, and for ever when the way is gone. */
static void
retire (LijnCanvas *self, GtkWidget *entry)
{
  g_signal_handlers_disconnect_by_data (entry, self);
  gtk_widget_set_child_visible (entry, FALSE);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, unparent_cb, g_object_ref (entry), g_object_unref);
}

/* Takes the entry away; the focus goes back to the map if it was in the entry. */
static LijnNaming *
take_naming (LijnCanvas *self)
{
  LijnNaming *naming = g_steal_pointer (&self->naming);
  GtkWidget *field = lijn_name_entry_get_field (LIJN_NAME_ENTRY (naming->entry));

  if (gtk_widget_is_focus (field) || gtk_widget_has_focus (field))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  retire (self, g_steal_pointer (&naming->entry));
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return naming;
}

/* (transfer full) */
static char *
dup_text (LijnCanvas *self)
{
  return g_strdup (lijn_name_entry_get_text (LIJN_NAME_ENTRY (self->naming->entry)));
}

gboolean
lijn_canvas_finish_naming (LijnCanvas *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnNaming) naming = NULL;
  gboolean ok;

  if (self->naming == NULL)
    return TRUE;
  text = dup_text (self);
  naming = take_naming (self);
  ok = lijn_naming_make (naming, self, text, &error);
  return lijn_view_report (self->view, ok, g_steal_pointer (&error));
}

void
lijn_canvas_cancel_naming (LijnCanvas *self)
{
  if (self->naming != NULL)
    lijn_naming_free (take_naming (self));
}

/* Who goes elsewhere before a word was typed wanted nothing new. */
static gboolean
is_abandoned (LijnCanvas *self, int end)
{
  g_autofree char *text = dup_text (self);

  return end == LIJN_NAME_LEFT && self->naming->kind != LIJN_NAMING_OBJECT &&
         g_strstrip (text)[0] == '\0';
}

void
lijn_canvas_leave_naming (LijnCanvas *self)
{
  if (self->naming != NULL && is_abandoned (self, LIJN_NAME_LEFT))
    lijn_canvas_cancel_naming (self);
  else
    lijn_canvas_finish_naming (self);
}

static void
done_cb (LijnNameEntry *entry, int end, LijnCanvas *self)
{
  if (self->naming == NULL)
    return;
  if (end == LIJN_NAME_CANCELLED || is_abandoned (self, end))
    lijn_canvas_cancel_naming (self);
  else if (end == LIJN_NAME_ENTERED)
    lijn_canvas_advance_naming (self);
  else
    lijn_canvas_finish_naming (self);
}

static LijnParty *
party_of (LijnNaming *naming)
{
  if (naming->ghost != NULL)
    return lijn_lane_get_party (lijn_ghost_get_element (naming->ghost)->lane);
  return LIJN_IS_ELEMENT (naming->object) ? lijn_element_get_party (LIJN_ELEMENT (naming->object))
                                          : NULL;
}

/* Long words, in an entry of its own size. */
static gboolean
is_wordy (LijnNaming *naming)
{
  return naming->kind == LIJN_NAMING_FRICTION || naming->kind == LIJN_NAMING_REMARK ||
         (naming->kind == LIJN_NAMING_OBJECT && LIJN_IS_FRICTION (naming->object));
}

static void
set_look (LijnCanvas *self, LijnNaming *naming)
{
  LijnPaletteKind kind = lijn_view_get_palette (self->view);
  const LijnPalette *palette = lijn_palette_get (kind);
  LijnParty *party = party_of (naming);
  LijnPartyColors colors = lijn_palette_for_party (kind, party);
  const LijnColor *outline = party != NULL ? &colors.hue : &palette->soft;

  if (is_wordy (naming) && naming->kind != LIJN_NAMING_REMARK)
    outline = &palette->severity[3];
  lijn_name_entry_set_look (LIJN_NAME_ENTRY (naming->entry),
                            MAX (TYPE_SIZE * lijn_view_get_zoom (self->view), LEAST_TYPE),
                            &palette->paper, outline);
}

/* Takes @naming. */
static void
begin (LijnCanvas *self, LijnNaming *naming, const char *text, const char *label,
       const char *placeholder)
{
  self->naming = naming;
  naming->entry = lijn_name_entry_new (text, label);
  set_look (self, naming);
  gtk_text_set_placeholder_text (
      GTK_TEXT (lijn_name_entry_get_field (LIJN_NAME_ENTRY (naming->entry))), placeholder);
  g_signal_connect (naming->entry, "done", G_CALLBACK (done_cb), self);
  gtk_widget_set_parent (naming->entry, GTK_WIDGET (self));
  lijn_canvas_update_actions (self);
  lijn_canvas_update_hint (self);
  if (naming->kind != LIJN_NAMING_REMARK &&
      !lijn_canvas_come_near (self, &naming->rect, LEAST_ZOOM))
    lijn_canvas_bring_into_sight (self, &naming->rect);
  gtk_widget_grab_focus (naming->entry);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes @naming: the name of its ghost. */
static void
begin_element (LijnCanvas *self, LijnNaming *naming)
{
  LijnElementKind kind = lijn_ghost_get_element (naming->ghost)->kind;

  naming->kind = LIJN_NAMING_ELEMENT;
  naming->rect = lijn_ghost_get_rect (naming->ghost);
  begin (self, naming, "", lijn_word_for_element_kind (kind),
         kind == LIJN_ELEMENT_KIND_STEP ? _ ("What is done?") : NULL);
}

void
lijn_canvas_advance_naming (LijnCanvas *self)
{
  g_autofree char *label = NULL;
  LijnNaming *naming = self->naming;

  if (naming == NULL || naming->kind != LIJN_NAMING_BRANCH || naming->ghost == NULL)
    {
      lijn_canvas_finish_naming (self);
      return;
    }
  label = dup_text (self);
  lijn_ghost_set_label (naming->ghost, label);
  begin_element (self, take_naming (self));
}

/* The middle of a flow's line: where a label will be, more or less. */
static gboolean
middle_of_flow (LijnLayout *layout, LijnFlow *flow, LijnRect *rect)
{
  guint n;
  const LijnPoint *points = lijn_layout_get_flow_points (layout, flow, &n);

  if (points == NULL || n < 2)
    return FALSE;
  *rect = lijn_preview_middle (points, n);
  return TRUE;
}

/* Where the words of a friction point at @tip are typed: below the pin, and below what it is
 * pinned on (nullable) where that is small enough to be looked at as a whole. */
static LijnRect
rect_of_words (LijnLayout *layout, LijnObject *anchor, const LijnPoint *tip)
{
  LijnRect rect = { tip->x, tip->y + WORDS_GAP, 0, 0 };
  LijnRect around;

  if ((LIJN_IS_INTERFACE (anchor) ||
       (LIJN_IS_ELEMENT (anchor) &&
        lijn_element_get_kind (LIJN_ELEMENT (anchor)) != LIJN_ELEMENT_KIND_GROUP)) &&
      lijn_layout_get_object_bounds (layout, anchor, &around))
    rect.y = MAX (rect.y, around.y + around.height + WORDS_GAP);
  return rect;
}

/* Where the name of @object stands. */
static gboolean
rect_of_name (LijnLayout *layout, LijnObject *object, LijnRect *rect)
{
  LijnFriction *friction = LIJN_IS_FRICTION (object) ? LIJN_FRICTION (object) : NULL;
  LijnPoint tip;
  double size;

  if (LIJN_IS_ELEMENT (object))
    return lijn_layout_get_element_label (layout, LIJN_ELEMENT (object), rect) ||
           lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), rect);
  if (LIJN_IS_FLOW (object))
    return lijn_layout_get_flow_label (layout, LIJN_FLOW (object), rect) ||
           middle_of_flow (layout, LIJN_FLOW (object), rect);
  if (friction != NULL && lijn_layout_get_pin (layout, friction, &tip, &size))
    {
      *rect = rect_of_words (layout, lijn_friction_get_anchor (friction), &tip);
      return TRUE;
    }
  return lijn_layout_get_object_bounds (layout, object, rect);
}

/* Headers are thin and run upwards: their entry lies across them. */
static void
use_header (LijnCanvas *self, LijnObject *object, LijnRect *rect)
{
  LijnLayout *layout = self->layout;
  double shift = lijn_canvas_get_headers_shift (self);
  guint n;
  const LijnPhaseBox *phases = lijn_layout_get_phases (layout, &n);
  guint n_phases = n;
  const LijnPartyBox *parties = lijn_layout_get_parties (layout, &n);
  const LijnLaneBox *lane = LIJN_IS_LANE (object)
                                ? lijn_layout_find_lane (layout, LIJN_LANE (object))
                                : NULL;

  if (lane != NULL)
    *rect = lane->header;
  for (guint i = 0; i < n; i++)
    if (LIJN_OBJECT (parties[i].party) == object)
      *rect = parties[i].header;
  if (lane != NULL || LIJN_IS_PARTY (object))
    rect->x += shift;
  for (guint i = 0; i < n_phases; i++)
    if (LIJN_OBJECT (phases[i].phase) == object)
      *rect = phases[i].header;
}

gboolean
lijn_canvas_can_rename (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) || LIJN_IS_FLOW (object) || LIJN_IS_INTERFACE (object) ||
         LIJN_IS_FRICTION (object) || LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) ||
         LIJN_IS_PHASE (object);
}

void
lijn_canvas_edit_name (LijnCanvas *self, LijnObject *object)
{
  g_autofree char *label = NULL;
  LijnNaming *naming = NULL;
  LijnRect rect = { 0 };

  if (!lijn_canvas_can_edit (self) || !lijn_canvas_can_rename (object) ||
      lijn_object_is_gone (object))
    return;
  lijn_canvas_finish_naming (self);
  rect_of_name (self->layout, object, &rect);
  use_header (self, object, &rect);

  lijn_view_select (self->view, object);
  naming = g_new0 (LijnNaming, 1);
  naming->kind = LIJN_NAMING_OBJECT;
  naming->object = g_object_ref (object);
  naming->rect = rect;
  label = g_strdup_printf (_ ("Name of %s"), lijn_word_for_table (lijn_object_get_table (object)));
  begin (self, naming, lijn_object_get_name (object), label, NULL);
}

/* Whether it is asked what leads from @after to what is new. */
static gboolean
is_branch (LijnElement *after, LijnElementKind kind)
{
  return after != NULL && kind != LIJN_ELEMENT_KIND_NOTE &&
         lijn_element_get_kind (after) == LIJN_ELEMENT_KIND_DECISION;
}

/* Takes @naming. */
static void
begin_branch (LijnCanvas *self, LijnNaming *naming, const char *label)
{
  naming->kind = LIJN_NAMING_BRANCH;
  begin (self, naming, label != NULL ? label : "", _ ("Answer that leads there"),
         _ ("Which answer?"));
}

void
lijn_canvas_name_new_element (LijnCanvas *self, const LijnNewElement *new)
{
  LijnGhost *ghost = NULL;
  LijnNaming *naming = NULL;

  lijn_canvas_finish_naming (self);
  ghost = lijn_ghost_new (self->layout, new);
  if (ghost == NULL)
    return;

  naming = g_new0 (LijnNaming, 1);
  naming->ghost = ghost;
  if (is_branch (new->after, new->kind) && lijn_ghost_get_branch (ghost, &naming->rect))
    begin_branch (self, naming, new->label);
  else
    begin_element (self, naming);
}

void
lijn_canvas_name_new_flow (LijnCanvas *self, LijnElement *source, LijnElement *target,
                           const char *label)
{
  LijnNaming *naming = g_new0 (LijnNaming, 1);
  g_autofree LijnPoint *points = NULL;
  LijnRect from, to;
  guint n = 0;

  lijn_canvas_finish_naming (self);
  naming->source = g_object_ref (source);
  naming->object = g_object_ref (LIJN_OBJECT (target));
  if (lijn_layout_get_element_rect (self->layout, source, &from) &&
      lijn_layout_get_element_rect (self->layout, target, &to))
    points = lijn_route_preview (self->layout, &from, &to, &n);
  if (points != NULL && n > 1)
    naming->rect = lijn_preview_middle (points, n);
  begin_branch (self, naming, label);
}

LijnPoint
lijn_canvas_place_new_pin (LijnCanvas *self, LijnObject *anchor, const LijnPoint *at)
{
  guint n = 0;
  const LijnPoint *points = LIJN_IS_FLOW (anchor)
                                ? lijn_layout_get_flow_points (self->layout, LIJN_FLOW (anchor), &n)
                                : NULL;
  LijnRect rect;

  /* Chosen by keys or on the pad, it was not pressed anywhere. */
  if (n > 1 && self->hit.object != anchor)
    {
      rect = lijn_preview_middle (points, n);
      return lijn_rect_center (&rect);
    }
  if (anchor != NULL && rect_of_name (self->layout, anchor, &rect) && !LIJN_IS_FLOW (anchor) &&
      !LIJN_IS_LANE (anchor))
    return (LijnPoint){ rect.x + rect.width - 8, rect.y + 4 };
  return *at;
}

void
lijn_canvas_word_new_friction (LijnCanvas *self, LijnObject *anchor, const LijnPoint *place)
{
  LijnNaming *naming = g_new0 (LijnNaming, 1);

  lijn_canvas_finish_naming (self);
  naming->kind = LIJN_NAMING_FRICTION;
  naming->place = lijn_canvas_place_new_pin (self, anchor, place);
  naming->object = g_object_ref (anchor != NULL ? anchor
                                                : LIJN_OBJECT (lijn_view_get_map (self->view)));
  naming->rect = rect_of_words (self->layout, naming->object, &naming->place);
  begin (self, naming, "", _ ("Friction point, in the words of the one who feels it"),
         _ ("What hurts, in your own words?"));
}

void
lijn_canvas_word_new_remark (LijnCanvas *self)
{
  LijnNaming *naming = g_new0 (LijnNaming, 1);

  lijn_canvas_finish_naming (self);
  naming->kind = LIJN_NAMING_REMARK;
  begin (self, naming, "", _ ("Remark for the parking lot"), _ ("What do we come back to later?"));
}

GtkWidget *
lijn_canvas_get_name_text (LijnCanvas *self)
{
  return self->naming != NULL ? lijn_name_entry_get_field (LIJN_NAME_ENTRY (self->naming->entry))
                              : NULL;
}

gboolean
lijn_canvas_is_naming_branch (LijnCanvas *self)
{
  return self->naming != NULL && self->naming->kind == LIJN_NAMING_BRANCH;
}

void
lijn_canvas_allocate_naming (LijnCanvas *self)
{
  double most = gtk_widget_get_width (GTK_WIDGET (self)) - 8;
  double bottom = gtk_widget_get_height (GTK_WIDGET (self));
  LijnNaming *naming = self->naming;
  LijnRect rect;
  gboolean words;
  double width, height, x, y;
  int least, natural, least_height;

  if (naming == NULL)
    return;
  words = is_wordy (naming);
  rect = lijn_canvas_rect_from_map (self, &naming->rect);
  if (naming->kind == LIJN_NAMING_REMARK)
    rect = (LijnRect){ most / 2, bottom, 0, 0 };
  gtk_widget_measure (naming->entry, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_measure (naming->entry, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);

  width = naming->kind == LIJN_NAMING_BRANCH ? BRANCH_WIDTH : words ? WORDS_WIDTH : LEAST_WIDTH;
  width = MAX (MAX (rect.width, width), natural);
  width = MAX (MIN (width, most), least);
  height = MAX (LIJN_IS_LANE (naming->object) || LIJN_IS_PARTY (naming->object) ? 0 : rect.height,
                MAX (LEAST_HEIGHT, least_height));
  x = CLAMP (rect.x + (rect.width - width) / 2, 4, MAX (most - width, 4));
  y = words ? rect.y : rect.y + (rect.height - height) / 2;
  y = CLAMP (y, 4, MAX (bottom - height - (naming->kind == LIJN_NAMING_REMARK ? MARGIN : 4), 4));
  /* To whole pixels outwards: nothing of the ghost shows beside it. */
  gtk_widget_size_allocate (naming->entry,
                            &(GtkAllocation){ (int) floor (x), (int) floor (y),
                                              (int) (ceil (x + width) - floor (x)),
                                              (int) (ceil (y + height) - floor (y)) },
                            -1);
}

void
lijn_canvas_snapshot_naming (LijnCanvas *self, GtkSnapshot *snapshot)
{
  LijnNaming *naming = self->naming;

  if (naming == NULL)
    return;
  if (naming->ghost != NULL)
    lijn_ghost_snapshot (naming->ghost, self, snapshot);
  if (naming->kind == LIJN_NAMING_BRANCH && naming->ghost == NULL)
    lijn_preview_flow (self, snapshot, naming->source, LIJN_ELEMENT (naming->object));
  if (naming->kind == LIJN_NAMING_FRICTION)
    lijn_preview_pin (self, snapshot, &naming->place);
}
