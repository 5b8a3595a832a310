/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-id.h"

#include <sys/random.h>

#define LENGTH 24
#define LONGEST 64

static void
fill_random (guint8 *bytes, gsize n)
{
  /* Up to 256 bytes arrive whole once the kernel's pool is ready; before that, and under an old
   * kernel, GLib's generator (itself seeded from the system) stands in. */
  if (getrandom (bytes, n, GRND_NONBLOCK) == (gssize) n)
    return;
  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
}

char *
lijn_id_new (void)
{
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
  guint8 bytes[LENGTH];
  char *id = g_malloc (LENGTH + 1);

  fill_random (bytes, sizeof bytes);
  id[0] = alphabet[bytes[0] & 15];
  for (int i = 1; i < LENGTH; i++)
    id[i] = alphabet[bytes[i] & 31];
  id[LENGTH] = '\0';
  return id;
}

gboolean
lijn_id_is_valid (const char *id)
{
  gsize n = 0;

  if (id == NULL || !g_ascii_isalpha (id[0]))
    return FALSE;
  for (; id[n] != '\0'; n++)
    if (n >= LONGEST || !(g_ascii_isalnum (id[n]) || id[n] == '_' || id[n] == '-'))
      return FALSE;
  return TRUE;
}
