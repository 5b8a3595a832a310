/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "lijn-publish.h"
#include "lijn-registers.h"

#include <glib/gstdio.h>
#include <string.h>

/* Nothing private is on paper or in a picture that is made for others. The proof is the strongest
 * there is: what is made for them is, byte for byte, what it was before the private content was
 * added. */

static const char *const names[] = { "out.pdf", "out.svg", "out.png" };
#define N_KINDS 3

typedef struct
{
  char *folder, *path;
  LijnProject *project;
} World;

static void
open_world (World *world)
{
  world->folder = g_dir_make_tmp ("waslijn-private-XXXXXX", NULL);
  world->path = g_build_filename (world->folder, "claims.waslijn", NULL);
  world->project = claims_fixture_new (world->path, FALSE);
}

static void
close_world (World *world)
{
  g_clear_object (&world->project);
  g_unlink (world->path);
  g_rmdir (world->folder);
  g_free (world->path);
  g_free (world->folder);
}

/* Cairo numbers the surfaces of a process in an SVG. */
static void
forget_surface (char *svg, gsize *length)
{
  char *from = svg;
  char *to = svg;

  while (*from != '\0')
    {
      gboolean named = g_str_has_prefix (from, "id=\"surface");

      *to++ = *from++;
      if (named)
        from += strcspn (from, ">");
    }
  *to = '\0';
  *length = (gsize) (to - svg);
}

static char *
publish (World *world, int kind, const LijnAudience *audience, LijnOverlay overlay, gsize *length)
{
  g_autofree char *path = g_build_filename (world->folder, names[kind], NULL);
  LijnMap *map = lijn_project_get_first_map (world->project);
  GError *error = NULL;
  char *contents;

  if (kind == 0)
    lijn_publish_pdf (world->project, NULL, audience, overlay, path, NULL, NULL, NULL, &error);
  else if (kind == 1)
    lijn_publish_svg (map, audience, overlay, path, &error);
  else
    lijn_publish_png (map, audience, overlay, 1, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  g_unlink (path);
  if (kind == 1)
    forget_surface (contents, length);
  return contents;
}

static void
test_bytes (gconstpointer data)
{
  int kind = GPOINTER_TO_INT (data) % N_KINDS;
  LijnOverlay overlay = (LijnOverlay) (GPOINTER_TO_INT (data) / N_KINDS);
  LijnAudience shared = LIJN_AUDIENCE_SHARED;
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *own = NULL;
  g_autofree char *own_before = NULL;
  gsize n_before, n_after, n_own, n_own_before;
  World world;

  open_world (&world);
  before = publish (&world, kind, &shared, overlay, &n_before);
  own_before = publish (&world, kind, &everything, overlay, &n_own_before);
  claims_fixture_add_private (world.project);
  after = publish (&world, kind, &shared, overlay, &n_after);
  own = publish (&world, kind, &everything, overlay, &n_own);
  g_assert_cmpmem (before, n_before, after, n_after);
  /* The private content would have shown. */
  g_assert_true (n_own != n_own_before || memcmp (own, own_before, n_own) != 0);
  close_world (&world);
}

/* What one party has rated shows in no heat before both have and it is revealed; then it does. */
static void
test_blind (void)
{
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  const LijnOverlay gap = LIJN_OVERLAY_GAP;
  g_autoptr (LijnInterface) interface = NULL;
  g_autofree char *before = NULL;
  g_autofree char *blind = NULL;
  g_autofree char *open = NULL;
  gsize n_before, n_blind, n_open;
  LijnSession *session = NULL;
  GError *error = NULL;
  World world;

  open_world (&world);
  interface = g_list_model_get_item (lijn_project_list (world.project, LIJN_TABLE_INTERFACE), 0);
  session = lijn_edit_add_session (world.project, "Look back", "", "2026-11-23", &error);
  g_assert_no_error (error);
  before = publish (&world, 1, &everything, gap, &n_before);
  lijn_edit_rate (session, interface, lijn_interface_get_giver (interface), NULL, 5, 1, "", &error);
  g_assert_no_error (error);
  lijn_edit_rate (session, interface, lijn_interface_get_receiver (interface), NULL, 2, 2, "",
                  &error);
  g_assert_no_error (error);
  blind = publish (&world, 1, &everything, gap, &n_blind);
  g_assert_cmpmem (before, n_before, blind, n_blind);
  lijn_edit_reveal_ratings (session, &error);
  g_assert_no_error (error);
  open = publish (&world, 1, &everything, gap, &n_open);
  g_assert_true (n_open != n_blind || memcmp (open, blind, n_open) != 0);
  close_world (&world);
}

static void
note_text (const LijnSheetPiece *piece, gpointer data)
{
  g_string_append_printf (data, "%s\n", piece->text);
}

static char *
read_registers (LijnProject *project, const LijnAudience *audience)
{
  LijnRegisters registers = { project, NULL, *audience };
  g_autoptr (LijnSheet) sheet = lijn_sheet_new (595, 842);
  GString *text = g_string_new (NULL);

  lijn_registers_add_friction (&registers, sheet);
  lijn_registers_add_interfaces (&registers, sheet);
  lijn_registers_add_teams (&registers, sheet);
  lijn_sheet_read (sheet, note_text, text);
  return g_string_free (text, FALSE);
}

/* Each party reads its own, and nobody another's. */
static void
test_registers (void)
{
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  g_autofree char *all = NULL;
  World world;

  open_world (&world);
  claims_fixture_add_private (world.project);
  all = read_registers (world.project, &everything);
  g_assert_nonnull (strstr (all, CLAIMS_PRIVATE_WORDS " backlog"));
  g_assert_nonnull (strstr (all, CLAIMS_PRIVATE_WORDS " threat"));
  {
    g_autoptr (GPtrArray) parties = lijn_project_list_parties (world.project);
    LijnAudience customer = { FALSE, lijn_object_get_id (g_ptr_array_index (parties, 0)) };
    LijnAudience supplier = { FALSE, lijn_object_get_id (g_ptr_array_index (parties, 1)) };
    g_autofree char *customers = read_registers (world.project, &customer);
    g_autofree char *suppliers = read_registers (world.project, &supplier);

    g_assert_nonnull (strstr (customers, CLAIMS_PRIVATE_WORDS " threat"));
    g_assert_null (strstr (customers, CLAIMS_PRIVATE_WORDS " backlog"));
    g_assert_nonnull (strstr (suppliers, CLAIMS_PRIVATE_WORDS " backlog"));
    g_assert_null (strstr (suppliers, CLAIMS_PRIVATE_WORDS " threat"));
  }
  close_world (&world);
}

int
main (int argc, char *argv[])
{
  /* Files tell when they were made. */
  g_setenv ("LIJN_NOW", "1795435200000000", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (int overlay = 0; overlay < LIJN_N_OVERLAYS; overlay++)
    for (int kind = 0; kind < N_KINDS; kind++)
      {
        g_autofree char *path = g_strdup_printf ("/private/%s/%s", names[kind] + strlen ("out."),
                                                 lijn_overlay_nicks[overlay]);

        g_test_add_data_func (path, GINT_TO_POINTER (overlay * N_KINDS + kind), test_bytes);
      }
  g_test_add_func ("/private/blind", test_blind);
  g_test_add_func ("/private/registers", test_registers);
  return g_test_run ();
}
