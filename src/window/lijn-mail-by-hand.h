/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-window.h"

G_BEGIN_DECLS

/* For who has no mail program that can be asked: says so, and lets the file at @path, which is ready
 * to be sent, be saved where it can be attached from, and shows it there. */
void lijn_mail_by_hand (LijnWindow *window, const char *path);

G_END_DECLS
