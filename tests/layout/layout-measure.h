/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-layout.h"

G_BEGIN_DECLS

/* How good a drawing is, counted. */
typedef struct
{
  guint elements, flows;
  guint crossings; /* pairs of lines, each place once */
  guint bends;
  guint overlaps; /* of elements, names, waiting times, tags and pins, with each other */
  guint through; /* flows through elements */
  guint covered; /* names and times on a line */
  guint along; /* pairs of lines that run on each other for more than an arrow's head */
  double length; /* of all flows, in points */
  double width, height; /* of everything */
} LayoutMeasure;

/* @report: whether to print what overlaps, as test messages. */
LayoutMeasure layout_measure (LijnLayout *layout, gboolean report);

/* Counts crossings, bends, length and what runs along each other, of lines at right angles. */
typedef struct
{
  LijnPoint *points;
  guint n;
  gconstpointer source, target; /* lines that share an end may meet there */
} LayoutLine;
void layout_measure_lines (LayoutMeasure *measure, const LayoutLine *lines, guint n);

G_END_DECLS
