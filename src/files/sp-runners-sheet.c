/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-runners-sheet.h"

#include <glib/gi18n-lib.h>

#include "files/sp-sheet-values.h"
#include "files/sp-unique-key.h"

#define SHEET "Runners"

enum
{
  NAME,
  STRAVA_ID,
  REFRESH_TOKEN,
  SEGMENT_TEAM,
  DISTANCE_TEAM,
  BIRTHDAY,
  N_COLUMNS,
};

static const SpSheetColumn columns[N_COLUMNS] = {
  [NAME] = { "Name", FALSE },
  [STRAVA_ID] = { "Strava ID", FALSE },
  [REFRESH_TOKEN] = { "Refresh Token", FALSE },
  [SEGMENT_TEAM] = { "Segment Series Team", FALSE },
  [DISTANCE_TEAM] = { "Distance Series Team", FALSE },
  [BIRTHDAY] = { "Birthday (dd-mmm)", FALSE },
};

typedef struct
{
  SpSheetTable         *table;   /* (unowned) */
  SpCompetitionBuilder *builder; /* (unowned) */
  GHashTable           *tokens;  /* (unowned) (element-type utf8 utf8) */
  GHashTable           *keys;    /* (owned) (element-type utf8 utf8): a set */
  GHashTable           *ids;     /* (owned) (element-type gint64 utf8): where an id was first */
  guint                 n_in_teams;
} SpRunnersSheet;

static void
check_name (SpRunnersSheet *self,
            SpValueState    state)
{
  g_autofree char *remedy = NULL;

  if (state != SP_VALUE_BLANK || !sp_sheet_table_has (self->table, NAME))
    return;

  remedy = g_strdup_printf (_("Write the runner’s name, or delete row %u"), sp_sheet_table_get_row (self->table));
  sp_sheet_table_fault (self->table, SP_FAULT_ERROR, NAME, remedy, _("The name is blank"));
}

static void
check_id (SpRunnersSheet *self,
          gint64          id,
          const char     *name)
{
  const char *first = g_hash_table_lookup (self->ids, &id);
  g_autofree char *ref = NULL;

  if (first != NULL)
    {
      g_autofree char *remedy = g_strdup_printf (_("Give %s the right Strava ID, or delete the row"), name);
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      /* Translators: a Strava ID; the cell and runner that have it too. */
      sp_sheet_table_fault (self->table, SP_FAULT_ERROR, STRAVA_ID, remedy, _("%s is also in %s"), digits, first);
      return;
    }

  ref = sp_sheet_table_ref (self->table, STRAVA_ID);
  g_hash_table_insert (self->ids, g_memdup2 (&id, sizeof id), g_strdup_printf ("%s (%s)", ref, name));
}

/* A runner may be in the workbook before the account is known; that is no reason to refuse the others. */
static void
check_connection (SpRunnersSheet *self,
                  SpValueState    id_state,
                  SpValueState    token_state,
                  const char     *name)
{
  if (id_state == SP_VALUE_BLANK && sp_sheet_table_has (self->table, STRAVA_ID))
    sp_sheet_table_fault (self->table, SP_FAULT_WARNING, STRAVA_ID,
                          _("Write the Strava ID when it is known; until then there are no data"),
                          _("%s has no Strava ID and is not connected yet"), name);
  else if (token_state == SP_VALUE_BLANK && sp_sheet_table_has (self->table, REFRESH_TOKEN))
    sp_sheet_table_fault (self->table, SP_FAULT_WARNING, REFRESH_TOKEN,
                          _("Connect the runner in the program, or write a refresh token"),
                          _("%s has no token and may not be connected yet"), name);
}

static void
add_runner (SpRunnersSheet *self,
            SpRunnerValues *values,
            const char     *token)
{
  g_autofree char *wanted = NULL;
  g_autoptr(SpRunner) runner = NULL;

  if (values->id > 0)
    wanted = g_strdup_printf ("runner-%" G_GINT64_FORMAT, values->id);
  else
    wanted = g_strdup_printf ("runner-%s", values->name);

  values->key = sp_unique_key (self->keys, wanted);
  values->consent_s = SP_TIME_UNKNOWN;
  runner = sp_runner_new (values);
  sp_competition_builder_put_runner (self->builder, runner);

  if (token != NULL)
    g_hash_table_insert (self->tokens, g_strdup (values->key), g_strdup (token));
  if (values->segment_team != NULL || values->distance_team != NULL)
    self->n_in_teams++;
}

static void
read_row (SpRunnersSheet *self)
{
  SpRunnerValues values = { .id = 0 };
  g_autofree char *name = NULL;
  g_autofree char *token = NULL;
  g_autofree char *segment_team = NULL;
  g_autofree char *distance_team = NULL;
  SpValueState name_state = sp_sheet_values_text (self->table, NAME, &name);
  SpValueState id_state = sp_sheet_values_id (self->table, STRAVA_ID, SP_ID_ATHLETE, &values.id);
  SpValueState token_state = sp_sheet_values_text (self->table, REFRESH_TOKEN, &token);

  sp_sheet_values_text (self->table, SEGMENT_TEAM, &segment_team);
  sp_sheet_values_text (self->table, DISTANCE_TEAM, &distance_team);
  sp_sheet_values_birthday (self->table, BIRTHDAY, &values.birth_month, &values.birth_day);

  check_name (self, name_state);
  if (name == NULL)
    name = g_strdup_printf (_("row %u"), sp_sheet_table_get_row (self->table));
  if (id_state == SP_VALUE_GIVEN)
    check_id (self, values.id, name);
  check_connection (self, id_state, token_state, name);

  values.name = name;
  values.segment_team = segment_team;
  values.distance_team = distance_team;
  add_runner (self, &values, token);
}

/**
 * sp_runners_sheet_read:
 * @book: a workbook
 * @builder: where runners go
 * @tokens: (element-type utf8 utf8): where refresh tokens go, by key of runner; they are never part of a competition
 * @faults: where faults go
 *
 * Reads who runs. What was put into @builder is of use only where no error was noted.
 */
void
sp_runners_sheet_read (const SpXlsxBook     *book,
                       SpCompetitionBuilder *builder,
                       GHashTable           *tokens,
                       SpFaultList          *faults)
{
  const SpXlsxSheet *sheet = sp_sheet_headers_find_sheet (book, SHEET);
  g_autoptr(SpSheetTable) table = NULL;
  SpRunnersSheet self = { .builder = builder, .tokens = tokens };

  if (sheet == NULL)
    {
      sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, SHEET, "", _("The sheet is missing"),
                                                        _("Add a sheet of this name, with one row for each runner")));
      return;
    }

  table = sp_sheet_table_new (book, sheet, columns, N_COLUMNS, faults);
  self.table = table;
  self.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  while (sp_sheet_table_next (table))
    read_row (&self);

  if (self.n_in_teams == 0 && sp_sheet_table_has (table, SEGMENT_TEAM) && sp_sheet_table_has (table, DISTANCE_TEAM))
    sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, sp_xlsx_sheet_get_name (sheet), "",
                                                      _("No runner has a team"),
                                                      _("Write a team in “Segment Series Team” or “Distance Series "
                                                        "Team” for each runner who takes part")));

  g_hash_table_unref (self.keys);
  g_hash_table_unref (self.ids);
}
