/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-badge.h"

#include "lijn-paint.h"

#define SIZE 20
#define CHIP 18.0
#define CHIP_RADIUS 5.0
#define PIN_SIZE 15.0

struct _LijnBadge
{
  AdwBin parent_instance;

  LijnObject *object;
};

G_DEFINE_FINAL_TYPE (LijnBadge, lijn_badge, ADW_TYPE_BIN)

static LijnPaletteKind
get_palette (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? LIJN_PALETTE_DARK
                                                                       : LIJN_PALETTE_LIGHT;
}

static void
add_rounded (cairo_t *cr, double x, double y, double size, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size - radius, y + radius, radius, -(G_PI / 2), 0);
  cairo_arc (cr, x + size - radius, y + size - radius, radius, 0, (G_PI / 2));
  cairo_arc (cr, x + radius, y + size - radius, radius, (G_PI / 2), G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* A filled chip with @text in the colour of the paper. */
static void
draw_chip (LijnBadge *self, cairo_t *cr, const LijnColor *fill, const char *text)
{
  const LijnColor *paper = &lijn_palette_get (get_palette ())->paper;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  double inset = (SIZE - CHIP) / 2;
  PangoRectangle ink;

  add_rounded (cr, inset, inset, CHIP, CHIP_RADIUS);
  cairo_set_source_rgb (cr, fill->red, fill->green, fill->blue);
  cairo_fill (cr);

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes,
                          pango_attr_scale_new (g_utf8_strlen (text, -1) > 2 ? 0.7 : 0.83));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_move_to (cr, SIZE / 2.0 - ink.x - ink.width / 2.0, SIZE / 2.0 - ink.y - ink.height / 2.0);
  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_interface (LijnBadge *self, cairo_t *cr)
{
  LijnInterface *interface = LIJN_INTERFACE (self->object);
  const LijnPalette *palette = lijn_palette_get (get_palette ());
  LijnAgreement agreement = lijn_interface_get_agreement (interface);
  const LijnColor *fill = agreement == LIJN_AGREEMENT_AGREED     ? &palette->agreed
                          : agreement == LIJN_AGREEMENT_PROPOSED ? &palette->rope
                                                                 : &palette->soft;
  g_autofree char *number = g_strdup_printf ("%d", lijn_interface_get_number (interface));

  draw_chip (self, cr, fill, number);
}

static void
draw_party (LijnBadge *self, cairo_t *cr)
{
  LijnParty *party = LIJN_PARTY (self->object);
  LijnPartyColors colors = lijn_palette_for_party (get_palette (), party);
  g_autofree char *letter = lijn_party_get_letter (party);

  draw_chip (self, cr, &colors.hue, letter);
}

static void
draw_friction (LijnBadge *self, cairo_t *cr)
{
  LijnFriction *friction = LIJN_FRICTION (self->object);
  const LijnPaintOptions options = { .palette = get_palette (), .scale = 1.0 };

  lijn_paint_pin (cr, SIZE / 2.0, SIZE - 0.5, PIN_SIZE, lijn_friction_get_worst (friction),
                  lijn_friction_get_number (friction), NULL, NULL, &options);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  LijnBadge *self = data;

  cairo_translate (cr, (width - SIZE) / 2.0, (height - SIZE) / 2.0);
  if (LIJN_IS_FRICTION (self->object))
    draw_friction (self, cr);
  else if (LIJN_IS_INTERFACE (self->object))
    draw_interface (self, cr);
  else if (LIJN_IS_PARTY (self->object))
    draw_party (self, cr);
}

static const char *
icon_for_element (LijnElementKind kind)
{
  static const char *const icons[] = {
    [LIJN_ELEMENT_KIND_STEP] = "lijn-step-symbolic",
    [LIJN_ELEMENT_KIND_START] = "lijn-start-symbolic",
    [LIJN_ELEMENT_KIND_END] = "lijn-end-symbolic",
    [LIJN_ELEMENT_KIND_WAIT] = "lijn-wait-symbolic",
    [LIJN_ELEMENT_KIND_DECISION] = "lijn-decision-symbolic",
    [LIJN_ELEMENT_KIND_DOCUMENT] = "lijn-document-symbolic",
    [LIJN_ELEMENT_KIND_NOTE] = "lijn-note-symbolic",
    [LIJN_ELEMENT_KIND_GROUP] = "lijn-group-symbolic",
  };

  return icons[kind];
}

/* Returns: the name of the icon for @object. */
static const char *
icon_for (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return icon_for_element (lijn_element_get_kind (LIJN_ELEMENT (object)));
  if (LIJN_IS_FLOW (object))
    return lijn_flow_get_kind (LIJN_FLOW (object)) == LIJN_FLOW_KIND_HAND_OVER
               ? "lijn-hand-over-symbolic"
               : "lijn-flow-symbolic";
  if (LIJN_IS_TEAM (object))
    return lijn_team_get_kind (LIJN_TEAM (object)) == LIJN_TEAM_KIND_STEERING
               ? "lijn-steering-symbolic"
               : "lijn-team-symbolic";
  if (LIJN_IS_MAP (object))
    return "lijn-map-symbolic";
  if (LIJN_IS_LANE (object))
    return "lijn-lane-symbolic";
  if (LIJN_IS_PHASE (object))
    return "lijn-phase-symbolic";
  if (LIJN_IS_PARTY (object))
    return "lijn-party-symbolic";
  if (LIJN_IS_PERSON (object) || LIJN_IS_MEMBER (object))
    return "lijn-person-symbolic";
  if (LIJN_IS_ACTION (object))
    return "lijn-action-symbolic";
  if (LIJN_IS_SESSION (object))
    return "lijn-session-symbolic";
  if (LIJN_IS_INTERFACE (object))
    return "lijn-interface-symbolic";
  if (LIJN_IS_FRICTION (object))
    return "lijn-friction-symbolic";

  return "lijn-project-symbolic";
}

static gboolean
is_drawn (LijnObject *object)
{
  return LIJN_IS_FRICTION (object) || LIJN_IS_INTERFACE (object) || LIJN_IS_PARTY (object);
}

static void
changed_cb (LijnBadge *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (GTK_IS_IMAGE (child))
    gtk_image_set_from_icon_name (GTK_IMAGE (child), icon_for (self->object));
  else if (child != NULL)
    gtk_widget_queue_draw (child);
}

void
lijn_badge_set_object (LijnBadge *self, LijnObject *object)
{
  GtkWidget *child;

  if (self->object == object)
    return;

  if (self->object != NULL)
    g_signal_handlers_disconnect_by_func (self->object, changed_cb, self);
  g_set_object (&self->object, object);
  if (object == NULL)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }

  g_signal_connect_object (object, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (is_drawn (object))
    {
      child = gtk_drawing_area_new ();
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (child), SIZE);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (child), SIZE);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (child), draw_cb, self, NULL);
    }
  else
    {
      child = gtk_image_new_from_icon_name (icon_for (object));
      gtk_widget_set_size_request (child, SIZE, -1);
    }
  adw_bin_set_child (ADW_BIN (self), child);
}

static void
lijn_badge_dispose (GObject *object)
{
  LijnBadge *self = LIJN_BADGE (object);

  if (self->object != NULL)
    g_signal_handlers_disconnect_by_func (self->object, changed_cb, self);
  g_clear_object (&self->object);
  G_OBJECT_CLASS (lijn_badge_parent_class)->dispose (object);
}

static void
lijn_badge_class_init (LijnBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_badge_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lijn_badge_init (LijnBadge *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lijn_badge_new (LijnObject *object)
{
  GtkWidget *self = g_object_new (LIJN_TYPE_BADGE, NULL);

  lijn_badge_set_object (LIJN_BADGE (self), object);

  return self;
}
