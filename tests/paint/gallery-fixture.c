/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gallery-fixture.h"

#include <stdarg.h>

/* Columns and values in turn, ended by NULL. */
static void G_GNUC_NULL_TERMINATED
put (LijnLoad *load, LijnTable table, const char *id, ...)
{
  LijnLoadCell cells[16];
  GError *error = NULL;
  const char *column;
  gsize n = 0;
  va_list list;

  va_start (list, id);
  while ((column = va_arg (list, const char *)) != NULL)
    cells[n++] = (LijnLoadCell){ column, va_arg (list, const char *) };
  va_end (list);
  lijn_load_put (load, table, id, cells, n, &error);
  g_assert_no_error (error);
}

static void
put_element (LijnLoad *load, const char *id, const char *lane, const char *kind, const char *marker,
             const char *name, const char *x, const char *y)
{
  put (load, LIJN_TABLE_ELEMENT, id, "map", "m1", "lane", lane, "kind", kind, "marker", marker,
       "name", name, "x", x, "y", y, NULL);
}

static void
put_flow (LijnLoad *load, const char *id, const char *source, const char *target, const char *kind,
          const char *interface, const char *name, const char *route)
{
  put (load, LIJN_TABLE_FLOW, id, "map", "m1", "source", source, "target", target, "kind", kind,
       "interface", interface, "name", name, "route", route, NULL);
}

static void
put_interface (LijnLoad *load, const char *id, const char *giver, const char *receiver,
               const char *number, const char *name, const char *assumed)
{
  put (load, LIJN_TABLE_INTERFACE, id, "map", "m1", "giver", giver, "receiver", receiver, "number",
       number, "name", name, "assumed", assumed, NULL);
}

static void
put_pin (LijnLoad *load, const char *number, const char *column, const char *on,
         const char *raised_by, const char *severity, const char *status, const char *private_to)
{
  g_autofree char *id = g_strconcat ("p", number, NULL);

  put (load, LIJN_TABLE_FRICTION, id, "map", "m1", column, on, "number", number, "raised_by",
       raised_by, "status", status, "status_reason", "Agreed", "private_to", private_to,
       "customer_words", "Words", NULL);
  if (*severity != '\0')
    put (load, LIJN_TABLE_SEVERITY, NULL, "friction", id, "party", raised_by, "score", severity,
         NULL);
}

static void
put_parties (LijnLoad *load)
{
  put (load, LIJN_TABLE_PARTY, "c", "role", "customer", "name", "Buyer", NULL);
  put (load, LIJN_TABLE_PARTY, "s", "role", "supplier", "name", "Maker", NULL);
  put (load, LIJN_TABLE_PARTY, "t", "role", "partner", "name", "Carrier", NULL);
  put (load, LIJN_TABLE_MAP, "m1", "title", "Order to delivery", "opens", "a need arises",
       "outcome", "goods delivered", NULL);
  put (load, LIJN_TABLE_MAP, "m2", "title", "Picking", NULL);
  put (load, LIJN_TABLE_LANE, "l1", "map", "m1", "party", "c", "name", "Purchasing", "height",
       "140", NULL);
  put (load, LIJN_TABLE_LANE, "l2", "map", "m1", "party", "s", "name", "Sales", "height", "140",
       NULL);
  put (load, LIJN_TABLE_LANE, "l3", "map", "m1", "party", "s", "name", "Warehouse and dispatch",
       "height", "156", NULL);
  put (load, LIJN_TABLE_LANE, "l4", "map", "m1", "party", "t", "name", "Transport", "height", "140",
       NULL);
  put (load, LIJN_TABLE_PHASE, "h1", "map", "m1", "name", "Ordering", "x", "756", "width", "330",
       NULL);
}

static void
put_elements (LijnLoad *load)
{
  put_element (load, "start", "l1", "start", "none", "Need", "92", "54");
  put_element (load, "ask", "l1", "step", "manual", "Ask for a quotation", "150", "42");
  put_element (load, "wait", "l1", "wait", "none", "Two days", "420", "50");
  put_element (load, "right", "l1", "decision", "none", "Price right?", "640", "40");
  put_element (load, "sign", "l1", "step", "none", "Sign the order", "780", "42");
  put_element (load, "end", "l1", "end", "none", "", "990", "54");
  put (load, LIJN_TABLE_ELEMENT, "quote", "map", "m1", "lane", "l2", "kind", "step", "marker",
       "system", "name", "Make a quotation that holds for thirty days", "x", "150", "y", "42",
       "assumed", "1", NULL);
  put (load, LIJN_TABLE_ELEMENT, "improve", "map", "m1", "lane", "l2", "kind", "step", "name",
       "Improve the offer", "x", "500", "y", "42", "private_to", "s", NULL);
  put_element (load, "enter", "l2", "step", "person", "Enter the order", "780", "42");
  put_element (load, "order", "l2", "document", "none", "Order", "970", "38");
  put_element (load, "stock", "l3", "document", "store", "Stock", "240", "42");
  put_element (load, "note", "l3", "note", "none", "Only what is in stock; the rest follows", "500",
               "40");
  put_element (load, "peak", "l3", "group", "none", "Peak season", "748", "2");
  put (load, LIJN_TABLE_ELEMENT, "pick", "map", "m1", "lane", "l3", "kind", "step", "name",
       "Pick and pack", "x", "780", "y", "56", "detail", "m2", "wait_minutes", "2880", NULL);
  put_element (load, "call", "l4", "start", "message", "", "560", "54");
  put_element (load, "both", "l4", "decision", "parallel", "", "640", "40");
  put_element (load, "drive", "l4", "step", "call", "Deliver", "780", "42");
  put_element (load, "stop", "l4", "end", "terminate", "Delivered", "990", "54");
}

static void
put_flows (LijnLoad *load)
{
  put_interface (load, "i1", "c", "s", "1", "Request", "0");
  put_interface (load, "i2", "s", "c", "2", "Quotation", "0");
  put_interface (load, "i3", "c", "s", "3", "Refusal", "0");
  put_interface (load, "i4", "c", "s", "4", "Order with everything in it", "1");
  put_interface (load, "i5", "s", "t", "5", "Freight", "0");

  put_flow (load, "f1", "start", "ask", "sequence", "", "", "s124,70 s150,70");
  put_flow (load, "f2", "ask", "quote", "hand-over", "i1", "", "s216,98 t216,42");
  put_flow (load, "f3", "quote", "wait", "hand-over", "i2", "", "s282,70 s346,70 t346,70 t420,70");
  put_flow (load, "f4", "wait", "right", "sequence", "", "", "s460,70 s640,70");
  put_flow (load, "f5", "right", "sign", "sequence", "", "yes", "s720,70 s780,70");
  put_flow (load, "f6", "right", "improve", "hand-over", "i3", "no", "s680,100 t680,70 t632,70");
  put_flow (load, "f7", "sign", "enter", "hand-over", "i4", "", "s846,98 t846,42");
  put_flow (load, "f8", "sign", "end", "sequence", "", "", "s912,70 s990,70");
  put_flow (load, "f9", "enter", "order", "association", "", "", "s912,70 s970,70");
  put_flow (load, "f10", "enter", "pick", "sequence", "", "", "s846,98 t846,56");
  put_flow (load, "f11", "note", "pick", "association", "", "", "s640,70 s780,70");
  put_flow (load, "f12", "pick", "drive", "hand-over", "i5", "", "s846,112 t846,42");
  put_flow (load, "f13", "call", "both", "sequence", "", "", "s592,70 s640,70");
  put_flow (load, "f14", "both", "drive", "sequence", "", "", "s720,70 s780,70");
  put_flow (load, "f15", "drive", "stop", "sequence", "", "", "s912,70 s990,70");
}

static void
put_pins (LijnLoad *load)
{
  put_pin (load, "1", "element", "ask", "c", "4", "raised", "");
  put_pin (load, "2", "element", "wait", "c", "2", "raised", "");
  put_pin (load, "3", "element", "quote", "s", "5", "raised", "s");
  put_pin (load, "4", "interface", "i3", "s", "3", "raised", "");
  put_pin (load, "15", "element", "pick", "s", "1", "raised", "");
  put_pin (load, "126", "element", "drive", "t", "5", "raised", "");
  put_pin (load, "7", "element", "sign", "c", "2", "solved", "");
  put_pin (load, "8", "element", "enter", "s", "3", "confirmed-solved", "");
  put_pin (load, "9", "element", "order", "c", "2", "parked", "");
  put_pin (load, "10", "element", "right", "t", "", "raised", "");
  put_pin (load, "20", "element", "start", "c", "3", "raised", "");
  put_pin (load, "21", "element", "start", "s", "1", "raised", "");
  put_pin (load, "22", "element", "start", "c", "4", "accepted", "");
  put_pin (load, "23", "element", "start", "c", "5", "solved", "");
  put_pin (load, "24", "element", "start", "c", "2", "parked", "");
}

static void
sign (LijnProject *project, const char *interface, const char *party)
{
  GError *error = NULL;
  LijnParty *signer = lijn_project_find (project, LIJN_TABLE_PARTY, party);

  lijn_edit_sign (lijn_project_find (project, LIJN_TABLE_INTERFACE, interface), signer, NULL,
                  &error);
  g_assert_no_error (error);
}

LijnProject *
gallery_fixture_new (const char *path)
{
  GError *error = NULL;
  LijnProject *project = lijn_project_create (path, &error);
  LijnLoad *load;

  g_assert_no_error (error);
  load = lijn_load_begin (project, "Gallery", &error);
  g_assert_no_error (error);
  put_parties (load);
  put_elements (load);
  put_flows (load);
  put_pins (load);
  lijn_load_finish (load, &error);
  g_assert_no_error (error);
  sign (project, "i1", "c");
  sign (project, "i1", "s");
  sign (project, "i2", "s");
  sign (project, "i5", "t");
  return project;
}
