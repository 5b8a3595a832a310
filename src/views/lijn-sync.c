/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sync.h"

static gboolean
holds (GListStore *store, guint position, gpointer item)
{
  g_autoptr (GObject) held = g_list_model_get_item (G_LIST_MODEL (store), position);

  return (gpointer) held == item;
}

void
lijn_sync_store (GListStore *store, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint head = 0, tail = 0;

  while (head < n && head < items->len && holds (store, head, items->pdata[head]))
    head++;
  while (tail < n - head && tail < items->len - head &&
         holds (store, n - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;

  if (n - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (store, head, n - head - tail, items->pdata + head,
                         items->len - head - tail);
}
