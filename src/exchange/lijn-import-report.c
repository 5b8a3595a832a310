/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"

/* clang-format off */
G_DEFINE_QUARK (lijn-exchange-error-quark, lijn_exchange_error)
/* clang-format on */

void
lijn_import_report_free (LijnImportReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->notes, g_ptr_array_unref);
  g_free (report);
}
