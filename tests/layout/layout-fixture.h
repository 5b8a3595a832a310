/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"
#include "lijn-load.h"
#include "lijn-route.h"
#include "lijn-test.h"

G_BEGIN_DECLS

/* A project with one map, filled at random but the same for the same seed: two or three parties,
 * lanes, elements that do not cover each other, flows onwards and back, friction points. */
typedef struct
{
  LijnTest test;
  LijnMap *map;
  GRand *rand;
  guint32 seed;
} LayoutFixture;

void layout_fixture_set_up (LayoutFixture *fixture, guint32 seed);
void layout_fixture_tear_down (LayoutFixture *fixture);

/* Fills the map with @n_columns columns of elements. */
void layout_fixture_fill (LayoutFixture *fixture, guint n_columns);

/* With notes beside the lanes too, wherever they fall. */
void layout_fixture_fill_with_notes (LayoutFixture *fixture, guint n_columns);

/* Returns: (transfer none): a random object of @table; NULL when there is none. */
gpointer layout_fixture_pick (LayoutFixture *fixture, LijnTable table);

/* Does a random edit. Returns: (transfer full): what it was, for messages. */
char *layout_fixture_edit (LayoutFixture *fixture);

/* What is in a lane lies in it, right of the lanes' names. */
void layout_assert_in_lanes (LayoutFixture *fixture);

/* Returns: (transfer full): where everything is, as text; "" before the first row of each kind. */
char *layout_fixture_dump (LijnLayout *layout);

G_END_DECLS
