/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-registers.h"

#include "lijn-minutes.h"

#include <glib/gi18n.h>

/* The minutes of a session on paper: what lijn-minutes.h found, a heading a part. The
 * friction points carry their pins, and lead to them on the map. */

enum
{
  COLUMN_SIGN,
  COLUMN_TEXT,
  N_COLUMNS,
};

static void
add_friction (LijnSheet *sheet, const LijnMinutesPart *part)
{
  const LijnSheetColumn columns[N_COLUMNS] = {
    [COLUMN_SIGN] = { _ ("No."), 0.07 },
    [COLUMN_TEXT] = { _ ("Friction point"), 0.93 },
  };

  lijn_sheet_begin_table (sheet, columns, N_COLUMNS);
  for (guint i = 0; i < part->lines->len; i++)
    {
      const LijnMinutesLine *line = part->lines->pdata[i];
      LijnSheetCell cells[N_COLUMNS] = {
        [COLUMN_SIGN] = lijn_registers_pin_cell (LIJN_FRICTION (line->object)),
        [COLUMN_TEXT] = { .text = line->text, .style = LIJN_SHEET_TEXT },
      };

      lijn_sheet_add_row (sheet, cells);
    }
  lijn_sheet_end_table (sheet);
}

static void
add_part (LijnSheet *sheet, const LijnMinutesPart *part)
{
  gboolean is_friction = part->kind == LIJN_MINUTES_RAISED || part->kind == LIJN_MINUTES_MOVED_ON;

  lijn_sheet_add (sheet, LIJN_SHEET_HEADING, part->title);
  if (is_friction)
    add_friction (sheet, part);
  for (guint i = 0; !is_friction && i < part->lines->len; i++)
    {
      g_autofree char *text = g_strconcat (
          "• ", ((const LijnMinutesLine *) part->lines->pdata[i])->text, NULL);

      lijn_sheet_add (sheet, LIJN_SHEET_TEXT, text);
    }
  lijn_sheet_space (sheet, 10);
}

void
lijn_registers_add_minutes (const LijnRegisters *self, LijnSheet *sheet, LijnSession *session)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (session, &self->audience);

  lijn_sheet_begin_part (sheet);
  lijn_sheet_mark (sheet, lijn_object_get_id (LIJN_OBJECT (session)));
  lijn_sheet_add (sheet, LIJN_SHEET_TITLE, minutes->title);
  if (*minutes->facts != '\0')
    lijn_sheet_add (sheet, LIJN_SHEET_SOFT, minutes->facts);
  if (*minutes->notes != '\0')
    lijn_sheet_add (sheet, LIJN_SHEET_TEXT, minutes->notes);
  lijn_sheet_space (sheet, 10);
  for (guint i = 0; i < minutes->parts->len; i++)
    add_part (sheet, minutes->parts->pdata[i]);
  if (minutes->parts->len == 0)
    lijn_sheet_add (sheet, LIJN_SHEET_SOFT, _ ("Nothing was done at this session."));
}
