/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"

G_BEGIN_DECLS

/* A small claims process of two parties in a new project at @path, drawn with the verbs that people
 * draw with: four lanes, a decision, hand-overs on four interfaces in all three states of
 * agreement, an assumed step, a wait, a note, five friction points and two teams. With @private,
 * each party also has something private on it, which moves nothing else. */
LijnProject *claims_fixture_new (const char *path, gboolean private);

/* Adds that private content to a project that claims_fixture_new() made without it. */
void claims_fixture_add_private (LijnProject *project);

/* Text that only the private content has. */
#define CLAIMS_PRIVATE_WORDS "unspeakable"

/* Adds @n friction points to the first map's steps in turn, numbered on from what is there, with
 * wordings of one to many lines made from @seed. */
void claims_fixture_add_friction (LijnProject *project, guint n, guint32 seed);

G_END_DECLS
