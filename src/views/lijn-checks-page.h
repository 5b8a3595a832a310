/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The findings of the built-in review, by kind: hints for a conversation, not errors. Each shows its
 * place on the map, is remedied where that can be done on the spot, or is set aside with a reason, which
 * can be taken back. */

#define LIJN_TYPE_CHECKS_PAGE (lijn_checks_page_get_type ())
G_DECLARE_FINAL_TYPE (LijnChecksPage, lijn_checks_page, LIJN, CHECKS_PAGE, AdwBin)

GtkWidget *lijn_checks_page_new (LijnView *view);

G_END_DECLS
