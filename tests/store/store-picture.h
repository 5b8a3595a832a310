/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

#include <time.h>

/* A file as it is, to see that it stays so. */

typedef struct
{
  char *data;
  gsize size;
  struct timespec changed;
} StorePicture;

StorePicture store_take_picture (const char *path);
void store_assert_same_picture (const char *path, StorePicture *before);

/* Opening and verifying refuse @f's file with @code, and leave it and its folder alone. */
void store_assert_refused (StoreFixture *f, LijnStoreError code);

void store_set_contents (StoreFixture *f, const char *data, gssize size);
