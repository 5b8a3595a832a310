/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-load.h"

G_BEGIN_DECLS

/* A map of three parties with one of everything that a map can show, in a new project at @path. It
 * is loaded with places and routes of its own, so that pictures of it do not change with the way
 * in which flows are routed. */
LijnProject *gallery_fixture_new (const char *path);

G_END_DECLS
