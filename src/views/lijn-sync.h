/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes @store hold @items, in their order, with one splice of what lies between the first and the
 * last difference, so that rows of what stays are kept. */
void lijn_sync_store (GListStore *store, GPtrArray *items);

G_END_DECLS
