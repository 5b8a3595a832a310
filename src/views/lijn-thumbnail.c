/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-thumbnail.h"

#define MOST_PIXELS (64.0 * 1024 * 1024)

/* A few bytes can stand for a picture of any size: what is too large is not decoded (loaders give up on
 * a size of nothing). */
static void
size_known_cb (GdkPixbufLoader *loader, int width, int height, gpointer size)
{
  double scale = MIN (1.0, (double) GPOINTER_TO_INT (size) / MAX (width, height));

  if ((double) width * height > MOST_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale)),
                                MAX (1, (int) (height * scale)));
}

GdkTexture *
lijn_thumbnail_make (GBytes *data, int size)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;
  gboolean written;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_known_cb), GINT_TO_POINTER (size));
  written = gdk_pixbuf_loader_write_bytes (loader, data, NULL);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !written)
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);

  return pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;
}
