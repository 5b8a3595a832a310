/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-live-list.h"

G_BEGIN_DECLS

/* The pictures and files beside a friction point or an interface: rows with a small picture, to open, to
 * save and to remove; and more by a button, by dropping them, and by pasting (Ctrl+V). */

#define LIJN_TYPE_ATTACHMENTS (lijn_attachments_get_type ())
G_DECLARE_FINAL_TYPE (LijnAttachments, lijn_attachments, LIJN, ATTACHMENTS, AdwBin)

GtkWidget *lijn_attachments_new (LijnView *view, LijnObject *object);

G_END_DECLS
