/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-window.h"

G_BEGIN_DECLS

/* Imports @file (BPMN 2.0, Waslijn XML, capture text) into the project of @window, or into a new
 * one where it has none, and shows what was brought in and what was left out. */
void lijn_import_file (LijnWindow *window, GFile *file);

G_END_DECLS
