/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-register.h"

G_BEGIN_DECLS

/* The register of persons: party, function, how to reach them, the teams they are in. Adds somebody,
 * and imports a list. */
GtkWidget *lijn_persons_page_new (LijnView *view);

G_END_DECLS
