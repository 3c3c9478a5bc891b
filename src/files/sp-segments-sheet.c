/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-segments-sheet.h"

#include <glib/gi18n-lib.h>

#include "files/sp-brief.h"
#include "files/sp-duration.h"
#include "files/sp-sheet-values.h"
#include "files/sp-sheet-window.h"

#define SHEET "Segment Series"

/* A default from here on is more likely hours where minutes were meant. */
#define LONG_DEFAULT_S (6 * 3600)

enum
{
  SEGMENT_ID,
  SEGMENT_NAME,
  START_DATE,
  END_DATE,
  DEFAULT_TIME,
  MINIMUM_DISTANCE,
  BIRTHDAY_BONUS,
  WINDOW_LABEL,
  TIME_BONUS,
  N_COLUMNS,
};

static const SpSheetColumn columns[N_COLUMNS] = {
  [SEGMENT_ID] = { "Segment ID", FALSE },
  [SEGMENT_NAME] = { "Segment Name", FALSE },
  [START_DATE] = { "Start Date", FALSE },
  [END_DATE] = { "End Date", FALSE },
  [DEFAULT_TIME] = { "Default Time", FALSE },
  [MINIMUM_DISTANCE] = { "Minimum Distance (m)", FALSE },
  [BIRTHDAY_BONUS] = { "Birthday Bonus (secs)", FALSE },
  [WINDOW_LABEL] = { "Window Label", TRUE },
  [TIME_BONUS] = { "Time Bonus (secs)", TRUE },
};

/* The rows of one segment, wherever they stand. What holds for all of them may be said in any, and only in one way. */
typedef struct
{
  gint64     id;
  char      *id_ref;      /* (owned) */
  char      *name;        /* (owned) (nullable) */
  char      *name_ref;    /* (owned) (nullable) */
  int        default_s;   /* 0 for none */
  char      *default_ref; /* (owned) (nullable) */
  double     min_m;       /* 0 for none */
  char      *min_ref;     /* (owned) (nullable) */
  GArray    *spans;       /* (owned) (element-type SpSheetWindow) */
  GPtrArray *windows;     /* (owned) (element-type SpWindow) */
} SpSheetGroup;

static SpSheetGroup *
sp_sheet_group_new (gint64 id)
{
  SpSheetGroup *self = g_new0 (SpSheetGroup, 1);

  self->id = id;
  self->spans = g_array_new (FALSE, FALSE, sizeof (SpSheetWindow));
  self->windows = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static void
sp_sheet_group_free (SpSheetGroup *self)
{
  g_free (self->id_ref);
  g_free (self->name);
  g_free (self->name_ref);
  g_free (self->default_ref);
  g_free (self->min_ref);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->windows);
  g_free (self);
}

static void
read_name (SpSheetTable *table,
           SpSheetGroup *group)
{
  g_autofree char *name = NULL;
  g_autofree char *remedy = NULL;
  g_autofree char *brief = NULL;
  g_autofree char *other = NULL;

  if (sp_sheet_values_text (table, SEGMENT_NAME, &name) != SP_VALUE_GIVEN)
    return;

  if (group->name == NULL)
    {
      group->name = g_steal_pointer (&name);
      group->name_ref = sp_sheet_table_ref (table, SEGMENT_NAME);
    }
  else if (!g_str_equal (group->name, name))
    {
      brief = sp_brief (name);
      other = sp_brief (group->name);
      remedy = g_strdup_printf (_("Write the same name in both, or give one row another segment ID"));
      sp_sheet_table_fault (table, SP_FAULT_ERROR, SEGMENT_NAME, remedy,
                            /* Translators: two names, then "row 3" */
                            _("The segment is “%s” here, and “%s” in %s"), brief, other, group->name_ref);
    }
}

static void
read_default (SpSheetTable *table,
              SpSheetGroup *group)
{
  g_autofree char *shown = NULL;
  g_autofree char *other = NULL;
  int seconds;

  if (sp_sheet_values_seconds (table, DEFAULT_TIME, &seconds) != SP_VALUE_GIVEN)
    return;

  shown = sp_duration_format (seconds);
  if (seconds <= 0)
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, DEFAULT_TIME,
                            _("Write a time above 0, or leave the cell empty for none"),
                            _("The default time is %s"), shown);
    }
  else if (group->default_ref == NULL)
    {
      group->default_s = seconds;
      group->default_ref = sp_sheet_table_ref (table, DEFAULT_TIME);
      if (seconds >= LONG_DEFAULT_S)
        sp_sheet_table_fault (table, SP_FAULT_WARNING, DEFAULT_TIME,
                              _("Look whether hours were written where minutes were meant"),
                              _("The default time is %s, which is long"), shown);
    }
  else if (group->default_s != seconds)
    {
      other = sp_duration_format (group->default_s);
      sp_sheet_table_fault (table, SP_FAULT_ERROR, DEFAULT_TIME,
                            _("Write the same default time in all rows of a segment"),
                            /* Translators: two times, then "row 3" */
                            _("The default time is %s here, and %s in %s"), shown, other, group->default_ref);
    }
}

static void
read_minimum (SpSheetTable *table,
              SpSheetGroup *group)
{
  double metres;

  if (sp_sheet_values_number (table, MINIMUM_DISTANCE, &metres) != SP_VALUE_GIVEN)
    return;

  if (group->min_ref == NULL)
    {
      group->min_m = metres;
      group->min_ref = sp_sheet_table_ref (table, MINIMUM_DISTANCE);
    }
  else if (ABS (group->min_m - metres) > 0.001)
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, MINIMUM_DISTANCE,
                            _("Write the same minimum distance in all rows of a segment"),
                            /* Translators: two distances, then "row 3" */
                            _("The minimum distance is %.0f m here, and %.0f m in %s"), metres, group->min_m,
                            group->min_ref);
    }
}

static void
read_window (SpSheetTable *table,
             SpSheetGroup *group)
{
  g_autofree char *label = NULL;
  SpWindowValues values = { .start_local_s = 0 };
  SpSheetWindow span;

  sp_sheet_values_text (table, WINDOW_LABEL, &label);
  sp_sheet_values_seconds (table, TIME_BONUS, &values.time_bonus_s);
  if (sp_sheet_values_seconds (table, BIRTHDAY_BONUS, &values.birthday_bonus_s) == SP_VALUE_GIVEN &&
      values.birthday_bonus_s < 0)
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, BIRTHDAY_BONUS,
                            _("Write how many seconds are taken off, as a number above 0"),
                            _("The birthday bonus is %d s, below 0"), values.birthday_bonus_s);
      values.birthday_bonus_s = 0;
    }

  if (!sp_sheet_window_read (table, START_DATE, END_DATE, &span))
    return;

  sp_sheet_window_check_overlap (table, START_DATE, &span, (const SpSheetWindow *) (gpointer) group->spans->data,
                                 group->spans->len);
  g_array_append_val (group->spans, span);

  values.start_local_s = span.start_local_s;
  values.end_local_s = span.end_local_s;
  values.end_is_date = span.end_is_date;
  values.label = label;
  g_ptr_array_add (group->windows, sp_window_new (&values));
}

static void
read_row (SpSheetTable *table,
          GHashTable   *by_id,
          GPtrArray    *groups)
{
  SpSheetGroup *group = NULL;
  gint64 id = 0;
  SpValueState state = sp_sheet_values_id (table, SEGMENT_ID, SP_ID_SEGMENT, &id);

  if (state == SP_VALUE_BLANK && sp_sheet_table_has (table, SEGMENT_ID))
    sp_sheet_table_fault (table, SP_FAULT_ERROR, SEGMENT_ID,
                          _("Write the digits at the end of strava.com/segments/…, or empty the row"),
                          _("The segment ID is missing"));

  /* A row without an id is read all the same, as a group of its own, to find its other faults. */
  if (state == SP_VALUE_GIVEN)
    group = g_hash_table_lookup (by_id, &id);
  if (group == NULL)
    {
      group = sp_sheet_group_new (id);
      group->id_ref = sp_sheet_table_ref (table, SEGMENT_ID);
      g_ptr_array_add (groups, group);
      if (state == SP_VALUE_GIVEN)
        g_hash_table_insert (by_id, &group->id, group);
    }

  read_name (table, group);
  read_default (table, group);
  read_minimum (table, group);
  read_window (table, group);
}

static void
add_group (SpSheetTable         *table,
           SpSheetGroup         *group,
           const char           *sheet,
           SpCompetitionBuilder *builder,
           SpFaultList          *faults)
{
  g_autofree char *key = g_strdup_printf ("segment-%" G_GINT64_FORMAT, group->id);
  SpGroupValues values = {
    .key = key,
    .segment_id = group->id,
    .name = group->name,
    .min_distance_m = group->min_m,
    .default_time_s = group->default_s,
    .closed_local_s = SP_TIME_UNKNOWN,
    .windows = group->windows,
  };

  if (group->name == NULL && sp_sheet_table_has (table, SEGMENT_NAME))
    sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, sheet, group->id_ref,
                                                      _("The segment has no name in any row"),
                                                      _("Write one in “Segment Name” beside its ID")));

  if (group->name != NULL && group->id > 0 && group->windows->len > 0)
    {
      g_autoptr(SpGroup) added = sp_group_new (&values);

      sp_competition_builder_put_group (builder, added);
    }
}

/**
 * sp_segments_sheet_read:
 * @book: a workbook
 * @builder: where segment groups go
 * @faults: where faults go
 *
 * Reads the segments and their windows. What was put into @builder is of use only where no error was noted.
 *
 * Returns: how many segments the sheet names
 */
guint
sp_segments_sheet_read (const SpXlsxBook     *book,
                        SpCompetitionBuilder *builder,
                        SpFaultList          *faults)
{
  const SpXlsxSheet *sheet = sp_sheet_headers_find_sheet (book, SHEET);
  g_autoptr(SpSheetTable) table = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(GHashTable) by_id = NULL;

  if (sheet == NULL)
    {
      sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, SHEET, "", _("The sheet is missing"),
                                                        _("Add a sheet of this name, with one row for each window")));
      return 0;
    }

  table = sp_sheet_table_new (book, sheet, columns, N_COLUMNS, faults);
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_sheet_group_free);
  by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  while (sp_sheet_table_next (table))
    read_row (table, by_id, groups);

  for (guint i = 0; i < groups->len; i++)
    add_group (table, groups->pdata[i], sp_xlsx_sheet_get_name (sheet), builder, faults);

  return groups->len;
}
