/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>
#include <string.h>

/* Setting text is the dearest part of painting, so layouts are kept under their text and setting
 * in two generations: what is used moves to the young one, and when that is full the old one goes.
 * So what is on screen stays, and a file of 20,000 steps does not fill the memory. */

#define GENERATION 4096

typedef struct
{
  guint hash;
  LijnSetting setting;
  const char *text; /* the layout's own, once there is one */
  PangoLayout *layout;
} Entry;

/* For texts that are set once: the fonts, not the texts, come again. */
typedef struct
{
  LijnSetting setting;
  PangoLayout *layout;
} Scratch;

static GHashTable *young, *old;
static Scratch scratches[8];
static char *family;

static guint
entry_hash (gconstpointer data)
{
  return ((const Entry *) data)->hash;
}

static gboolean
fonts_equal (const LijnSetting *a, const LijnSetting *b)
{
  return a->style == b->style && a->weight == b->weight && a->italic == b->italic &&
         a->align == b->align && memcmp (&a->size, &b->size, sizeof a->size) == 0;
}

static gboolean
settings_equal (const LijnSetting *a, const LijnSetting *b)
{
  return fonts_equal (a, b) && memcmp (&a->width, &b->width, sizeof a->width) == 0 &&
         memcmp (&a->height, &b->height, sizeof a->height) == 0;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->hash == other->hash && settings_equal (&one->setting, &other->setting) &&
         strcmp (one->text, other->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->layout);
  g_free (entry);
}

static guint
hash_of (const char *text, const LijnSetting *setting)
{
  guint hash = g_str_hash (text);

  hash = hash * 31 + (guint) setting->style + (setting->italic ? 64u : 0u);
  hash = hash * 31 + (guint) (setting->size * 8);
  hash = hash * 31 + (guint) (setting->width * 8);
  return hash * 31 + (guint) (setting->height * 8);
}

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
}

/* What was set in one family is of no use in another. */
static void
follow_family (void)
{
  if (young != NULL && g_strcmp0 (family, lijn_type_get_family ()) == 0)
    return;

  g_clear_pointer (&young, g_hash_table_unref);
  g_clear_pointer (&old, g_hash_table_unref);
  for (guint i = 0; i < G_N_ELEMENTS (scratches); i++)
    g_clear_object (&scratches[i].layout);
  young = generation_new ();
  old = generation_new ();
  g_free (family);
  family = g_strdup (lijn_type_get_family ());
}

static void
keep (Entry *entry)
{
  if (g_hash_table_size (young) >= GENERATION)
    {
      g_hash_table_unref (old);
      old = g_steal_pointer (&young);
      young = generation_new ();
    }
  g_hash_table_add (young, entry);
}

static Entry *
look_up (const Entry *key)
{
  Entry *entry = NULL;

  if (g_hash_table_lookup_extended (young, key, (gpointer *) &entry, NULL))
    return entry;
  if (!g_hash_table_steal_extended (old, key, (gpointer *) &entry, NULL))
    return NULL;
  keep (entry);
  return entry;
}

/* Everything but text, width and height. */
static PangoLayout *
make_empty (const LijnSetting *setting)
{
  PangoLayout *layout = setting->italic ? lijn_type_layout_italic (setting->style, "", -1, 0)
                                        : lijn_type_layout (setting->style, "", -1, 0);

  if (setting->size > 0 || setting->weight != 0)
    {
      PangoFontDescription *font = pango_font_description_copy (
          pango_layout_get_font_description (layout));

      if (setting->size > 0)
        pango_font_description_set_absolute_size (font, setting->size * PANGO_SCALE);
      if (setting->weight != 0)
        pango_font_description_set_weight (font, setting->weight);
      pango_layout_set_font_description (layout, font);
      pango_font_description_free (font);
    }
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, setting->align);
  return layout;
}

static void
set_text (PangoLayout *layout, const char *text, const LijnSetting *setting)
{
  gboolean ends = setting->height > 0;

  pango_layout_set_width (layout, setting->width > 0 ? (int) (setting->width * PANGO_SCALE) : -1);
  pango_layout_set_height (layout, ends ? (int) (setting->height * PANGO_SCALE) : -1);
  pango_layout_set_ellipsize (layout, ends ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (layout, text, -1);
}

/* (transfer none): a layout that is used again and again for texts of one kind. */
static PangoLayout *
borrow (const LijnSetting *setting)
{
  Scratch *scratch = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (scratches); i++)
    {
      scratch = &scratches[i];
      if (scratch->layout == NULL)
        break;
      if (fonts_equal (&scratch->setting, setting))
        return scratch->layout;
    }
  g_clear_object (&scratch->layout);
  scratch->setting = *setting;
  scratch->layout = make_empty (setting);
  return scratch->layout;
}

/* Whether a line had to break inside a word. */
static gboolean
breaks_a_word (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n = pango_layout_get_line_count (layout);

  for (int i = 1; i < n; i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;
      const char *before;

      if (start <= 0)
        continue;
      before = g_utf8_find_prev_char (text, text + start);
      if (before != NULL && g_unichar_isalnum (g_utf8_get_char (before)) &&
          g_unichar_isalnum (g_utf8_get_char (text + start)))
        return TRUE;
    }
  return FALSE;
}

PangoLayout *
lijn_text_get (const char *text, const LijnSetting *setting)
{
  Entry key = { 0, *setting, text, NULL };
  Entry *entry;

  follow_family ();
  if (setting->once)
    {
      PangoLayout *layout = borrow (setting);

      set_text (layout, text, setting);
      return layout;
    }
  key.hash = hash_of (text, setting);
  entry = look_up (&key);
  if (entry == NULL)
    {
      entry = g_new (Entry, 1);
      *entry = key;
      entry->layout = make_empty (setting);
      set_text (entry->layout, text, setting);
      entry->text = pango_layout_get_text (entry->layout);
      keep (entry);
    }
  return entry->layout;
}

/* Of all lines together. */
static double
get_length (PangoLayout *layout)
{
  double length = 0;

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoRectangle extents;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, i), NULL, &extents);
      length += (double) extents.width / PANGO_SCALE;
    }
  return length;
}

/* Sets a centred text of several lines narrower where that makes them alike in length: "Complete /
 * claim form" rather than "Complete claim / form". */
static PangoLayout *
balance (const char *text, const LijnSetting *setting, PangoLayout *layout)
{
  int lines = pango_layout_get_line_count (layout);
  LijnSetting narrow = *setting;
  PangoLayout *balanced;

  if (lines < 2 || setting->align != PANGO_ALIGN_CENTER)
    return layout;
  narrow.width = ceil (get_length (layout) / lines * 1.16 + 4);
  if (narrow.width >= setting->width)
    return layout;
  balanced = lijn_text_get (text, &narrow);
  return pango_layout_get_line_count (balanced) == lines && !breaks_a_word (balanced)
             ? balanced
             : lijn_text_get (text, setting);
}

/* Most names can be set right at the first try, since it can be foretold well enough where their
 * lines break. Returns: NULL where that went wrong. */
static PangoLayout *
foretell (const char *text, const LijnSetting *setting, double size, double most_height)
{
  LijnSetting unbroken = *setting;
  int lines = 0;
  g_autofree char *broken = NULL;
  PangoLayout *layout;
  double width, height;

  if (setting->align != PANGO_ALIGN_CENTER)
    return NULL;
  broken = lijn_break_lines (text, size, setting->width, &lines);
  if (broken == NULL)
    return NULL;
  unbroken.width = 0;
  layout = lijn_text_get (broken, &unbroken);
  lijn_text_get_size (layout, &width, &height);
  return width <= setting->width && height <= most_height &&
                 (lines == 1 || get_length (layout) > setting->width * 0.97)
             ? layout
             : NULL;
}

PangoLayout *
lijn_text_fit (const char *text, const LijnSetting *setting)
{
  static const double shares[] = { 1, 0.92, 0.84 };
  double full = setting->size > 0 ? setting->size : lijn_type_get_size (setting->style);
  LijnSetting fit = *setting;
  PangoLayout *layout;

  fit.height = 0;
  layout = foretell (text, &fit, full, setting->height);
  if (layout != NULL)
    return layout;
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double width, height;

      fit.size = i == 0 ? setting->size : full * shares[i];
      layout = lijn_text_get (text, &fit);
      lijn_text_get_size (layout, &width, &height);
      if (height <= setting->height && !breaks_a_word (layout))
        return balance (text, &fit, layout);
    }
  fit.height = setting->height;
  return lijn_text_get (text, &fit);
}

void
lijn_text_get_size (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

void
lijn_brush_text (const LijnBrush *brush, PangoLayout *layout, double x, double y)
{
  cairo_move_to (brush->cr, x, y);
  pango_cairo_show_layout (brush->cr, layout);
}

void
lijn_brush_text_middle (const LijnBrush *brush, PangoLayout *layout, double x, double y)
{
  int across = pango_layout_get_width (layout);
  double width, height;

  lijn_text_get_size (layout, &width, &height);
  if (across > 0)
    width = (double) across / PANGO_SCALE;
  lijn_brush_text (brush, layout, x - width / 2, y - height / 2);
}

void
lijn_brush_text_mark (const LijnBrush *brush, const char *text, double size, double x, double y)
{
  LijnSetting setting = { .style = LIJN_TYPE_SMALL, .size = size, .weight = PANGO_WEIGHT_BOLD };
  PangoLayout *layout = lijn_text_get (text, &setting);
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  lijn_brush_text (brush, layout, x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                   y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
}
