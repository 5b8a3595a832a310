/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-register.h"

G_BEGIN_DECLS

/* The page with the register of friction points. */
GtkWidget *lijn_friction_register_new (LijnView *view);

G_END_DECLS
