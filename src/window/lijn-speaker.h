/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Keeps a drop-down of the project's parties beside the capture line: who is speaking. */
typedef struct _LijnSpeaker LijnSpeaker;

LijnSpeaker *lijn_speaker_new (LijnView *view, GtkDropDown *list);
void lijn_speaker_free (LijnSpeaker *self);

G_END_DECLS
