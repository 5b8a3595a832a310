/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-review.h"

#include "lijn-text.h"

#define REST 400 /* milliseconds without an edit */

struct _LijnReview
{
  GObject parent_instance;

  LijnProject *project;
  GPtrArray *findings;
  gboolean stale;
  guint source;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LijnReview, lijn_review, G_TYPE_OBJECT)

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  const LijnFinding *one = *(const LijnFinding *const *) a;
  const LijnFinding *other = *(const LijnFinding *const *) b;

  return (one->kind > other->kind) - (one->kind < other->kind);
}

void
lijn_review_update (LijnReview *self)
{
  g_autofree char *today = NULL;

  if (!self->stale)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->stale = FALSE;
  today = lijn_text_today ();
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = lijn_rules_check (self->project, today);
  g_ptr_array_sort (self->findings, compare_kinds);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
rest_cb (gpointer data)
{
  LijnReview *self = data;

  self->source = 0;
  lijn_review_update (self);
  return G_SOURCE_REMOVE;
}

static void
refreshed_cb (LijnReview *self)
{
  self->stale = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, REST, rest_cb, self, NULL);
}

LijnReview *
lijn_review_of (LijnView *view)
{
  LijnReview *self = g_object_get_data (G_OBJECT (view), "lijn-review");

  if (self == NULL)
    {
      self = g_object_new (LIJN_TYPE_REVIEW, NULL);
      self->project = g_object_ref (lijn_view_get_project (view));
      g_object_set_data_full (G_OBJECT (view), "lijn-review", self, g_object_unref);
      g_signal_connect_object (self->project, "refreshed", G_CALLBACK (refreshed_cb), self,
                               G_CONNECT_SWAPPED);
      refreshed_cb (self);
    }
  return self;
}

GPtrArray *
lijn_review_get_findings (LijnReview *self)
{
  return self->findings;
}

guint
lijn_review_count_open (LijnReview *self)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    n += ((const LijnFinding *) self->findings->pdata[i])->waiver == NULL;
  return n;
}

static void
lijn_review_dispose (GObject *object)
{
  LijnReview *self = LIJN_REVIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->project);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (lijn_review_parent_class)->dispose (object);
}

static void
lijn_review_class_init (LijnReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_review_dispose;
  signals[CHANGED] = g_signal_new ("changed", LIJN_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
lijn_review_init (LijnReview *self)
{
  self->findings = g_ptr_array_new ();
}
