/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-import.h"

#include "files/sp-import-match.h"
#include "files/sp-import-words.h"
#include "files/sp-unique-key.h"
#include "model/sp-competition-builder.h"

/**
 * SpImport:
 *
 * An open competition with a changed workbook taken into it. What a workbook does not say stays as it was: rules,
 * sports, consent, what is closed, and the keys by which results, tokens and edits find runners and boards again.
 * Immutable.
 */
struct _SpImport
{
  GObject parent_instance;

  SpCompetition *competition; /* (owned) */
  GListStore    *changes;     /* (owned) (element-type SpImportChange) */
  GHashTable    *keys;        /* (owned) (element-type utf8 utf8): of the workbook's runners to those here */
};

G_DEFINE_FINAL_TYPE (SpImport, sp_import, G_TYPE_OBJECT)

/* What is needed while it is made. */
typedef struct
{
  SpImport             *self;     /* (unowned) */
  SpCompetition        *open;     /* (unowned) */
  SpCompetition        *imported; /* (unowned) */
  SpCompetitionBuilder *builder;  /* (unowned): has nothing in it but names and rules */
  GHashTable           *taken;    /* (owned) (element-type utf8 utf8): keys of all that is there */
} SpImporter;

static void
sp_import_finalize (GObject *object)
{
  SpImport *self = SP_IMPORT (object);

  g_clear_object (&self->competition);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->keys, g_hash_table_unref);

  G_OBJECT_CLASS (sp_import_parent_class)->finalize (object);
}

static void
sp_import_class_init (SpImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_import_finalize;
}

static void
sp_import_init (SpImport *self)
{
  self->changes = g_list_store_new (SP_TYPE_IMPORT_CHANGE);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
note (SpImporter         *importer,
      SpImportChangeKind  kind,
      SpImportPart        part,
      const char         *title,
      const char         *detail)
{
  g_autoptr(SpImportChange) change = NULL;

  if (kind == SP_IMPORT_CHANGED && *detail == '\0')
    return;
  change = sp_import_change_new (kind, part, title, detail);
  g_list_store_append (importer->self->changes, change);
}

static void
take_runner (SpImporter *importer,
             SpRunner   *imported,
             GHashTable *matched)
{
  SpRunnerValues values = *sp_runner_get_values (imported);
  const char *imported_key = values.key;
  SpRunner *open = sp_import_match_runner (importer->open, importer->imported, &values);
  g_autoptr(SpRunner) runner = NULL;

  if (open != NULL)
    {
      const SpRunnerValues *before = sp_runner_get_values (open);
      g_autofree char *detail = NULL;

      /* An account that became known here is not forgotten because the workbook does not know it. */
      values.key = before->key;
      values.consent_s = before->consent_s;
      values.id = values.id > 0 ? values.id : before->id;
      detail = sp_import_words_runner (before, &values);
      note (importer, SP_IMPORT_CHANGED, SP_IMPORT_RUNNER, before->name, detail);
      g_hash_table_add (matched, open);
    }
  else
    {
      values.key = sp_unique_key (importer->taken, imported_key);
      note (importer, SP_IMPORT_ADDED, SP_IMPORT_RUNNER, values.name, "");
    }

  runner = sp_runner_new (&values);
  sp_competition_builder_put_runner (importer->builder, runner);
  g_hash_table_insert (importer->self->keys, g_strdup (imported_key), g_strdup (values.key));
}

static void
take_runners (SpImporter *importer)
{
  g_autoptr(GHashTable) matched = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sp_competition_get_n_runners (importer->imported); i++)
    take_runner (importer, sp_competition_get_runner (importer->imported, i), matched);

  for (guint i = 0; i < sp_competition_get_n_runners (importer->open); i++)
    {
      SpRunner *runner = sp_competition_get_runner (importer->open, i);

      if (!g_hash_table_contains (matched, runner))
        note (importer, SP_IMPORT_REMOVED, SP_IMPORT_RUNNER, sp_runner_get_values (runner)->name, "");
    }
}

static void
take_group (SpImporter *importer,
            SpGroup    *imported,
            GHashTable *matched)
{
  SpGroupValues values = *sp_group_get_values (imported);
  SpGroup *open = sp_import_match_group (importer->open, &values, matched);
  g_autoptr(SpGroup) group = NULL;

  if (open != NULL)
    {
      const SpGroupValues *before = sp_group_get_values (open);
      g_autofree char *detail = NULL;

      g_hash_table_add (matched, open);
      values.key = before->key;
      values.sports = before->sports;
      values.closed = before->closed;
      values.closed_local_s = before->closed_local_s;

      /* What is closed is frozen: a workbook does not open it again. */
      if (before->closed)
        {
          sp_competition_builder_put_group (importer->builder, open);
          return;
        }
      detail = sp_import_words_group (before, &values);
      note (importer, SP_IMPORT_CHANGED, SP_IMPORT_SEGMENT, before->name, detail);
    }
  else
    {
      values.key = sp_unique_key (importer->taken, values.key);
      note (importer, SP_IMPORT_ADDED, SP_IMPORT_SEGMENT, values.name, "");
    }

  group = sp_group_new (&values);
  sp_competition_builder_put_group (importer->builder, group);
}

/* Closed boards stay, though the workbook may have dropped them. */
static void
take_groups (SpImporter *importer)
{
  g_autoptr(GHashTable) matched = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sp_competition_get_n_groups (importer->imported); i++)
    take_group (importer, sp_competition_get_group (importer->imported, i), matched);

  for (guint i = 0; i < sp_competition_get_n_groups (importer->open); i++)
    {
      SpGroup *group = sp_competition_get_group (importer->open, i);

      if (g_hash_table_contains (matched, group))
        continue;
      if (sp_group_get_values (group)->closed)
        sp_competition_builder_put_group (importer->builder, group);
      else
        note (importer, SP_IMPORT_REMOVED, SP_IMPORT_SEGMENT, sp_group_get_values (group)->name, "");
    }
}

static void
take_series (SpImporter *importer)
{
  g_autoptr(GHashTable) matched = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sp_competition_get_n_series_windows (importer->imported); i++)
    {
      SpSeriesWindowValues values =
        *sp_series_window_get_values (sp_competition_get_series_window (importer->imported, i));
      SpSeriesWindow *open = sp_import_match_series_window (importer->open, &values, matched);
      g_autofree char *title = sp_import_words_series_title (open != NULL ? sp_series_window_get_values (open)
                                                                          : &values);
      g_autofree char *detail = NULL;
      g_autoptr(SpSeriesWindow) window = NULL;

      if (open != NULL)
        {
          values.key = sp_series_window_get_values (open)->key;
          detail = sp_import_words_series_window (sp_series_window_get_values (open), &values);
          g_hash_table_add (matched, open);
        }
      else
        {
          values.key = sp_unique_key (importer->taken, values.key);
        }

      note (importer, open != NULL ? SP_IMPORT_CHANGED : SP_IMPORT_ADDED, SP_IMPORT_SERIES_WINDOW, title,
            detail != NULL ? detail : "");
      window = sp_series_window_new (&values);
      sp_competition_builder_put_series_window (importer->builder, window);
    }

  for (guint i = 0; i < sp_competition_get_n_series_windows (importer->open); i++)
    {
      SpSeriesWindow *window = sp_competition_get_series_window (importer->open, i);
      g_autofree char *title = sp_import_words_series_title (sp_series_window_get_values (window));

      if (!g_hash_table_contains (matched, window))
        note (importer, SP_IMPORT_REMOVED, SP_IMPORT_SERIES_WINDOW, title, "");
    }
}

/* What is new must not get a key that is in use, for runners, groups and windows alike. */
static GHashTable *
list_keys (SpCompetition *open)
{
  GHashTable *taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sp_competition_get_n_runners (open); i++)
    g_hash_table_add (taken, g_strdup (sp_runner_get_values (sp_competition_get_runner (open, i))->key));
  for (guint i = 0; i < sp_competition_get_n_groups (open); i++)
    g_hash_table_add (taken, g_strdup (sp_group_get_values (sp_competition_get_group (open, i))->key));
  for (guint i = 0; i < sp_competition_get_n_series_windows (open); i++)
    g_hash_table_add (taken, g_strdup (sp_series_window_get_values (sp_competition_get_series_window (open, i))->key));

  return taken;
}

/**
 * sp_import_new:
 * @open: the competition that is open
 * @imported: what came out of a workbook
 *
 * Works out what @open becomes with @imported in it, and what that changes. Nothing is done to @open.
 *
 * Runners are matched by account; where one of the two has none, by a name that nobody else has. Boards are matched by
 * segment, windows of the distance series by their start.
 *
 * Returns: (transfer full): the import
 */
SpImport *
sp_import_new (SpCompetition *open,
               SpCompetition *imported)
{
  g_autoptr(SpCompetitionBuilder) builder = NULL;
  g_autoptr(GHashTable) taken = NULL;
  SpImporter importer;
  SpImport *self;

  g_return_val_if_fail (SP_IS_COMPETITION (open) && SP_IS_COMPETITION (imported), NULL);

  self = g_object_new (SP_TYPE_IMPORT, NULL);
  builder = sp_competition_builder_new ();
  taken = list_keys (open);
  importer = (SpImporter) { self, open, imported, builder, taken };

  sp_competition_builder_set_name (builder, sp_competition_get_name (open));
  sp_competition_builder_set_rules (builder, sp_competition_get_rules (open));
  sp_competition_builder_set_series_sports (builder, sp_competition_get_series_sports (open));
  take_runners (&importer);
  take_groups (&importer);
  take_series (&importer);
  self->competition = sp_competition_builder_end (builder);

  return self;
}

/**
 * sp_import_get_competition:
 * @self: an import
 *
 * Returns: (transfer none): what the open competition becomes
 */
SpCompetition *
sp_import_get_competition (SpImport *self)
{
  g_return_val_if_fail (SP_IS_IMPORT (self), NULL);

  return self->competition;
}

/**
 * sp_import_get_changes:
 * @self: an import
 *
 * Returns: (transfer none): a list of #SpImportChange, runners first, then boards, then the distance series; empty
 *   where the workbook says nothing new
 */
GListModel *
sp_import_get_changes (SpImport *self)
{
  g_return_val_if_fail (SP_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->changes);
}

/**
 * sp_import_find_key:
 * @self: an import
 * @imported_key: the key of a runner in the workbook, such as its token is found by
 *
 * Returns: (transfer none) (nullable): the key of the same runner in the competition, %NULL where there is none
 */
const char *
sp_import_find_key (SpImport   *self,
                    const char *imported_key)
{
  g_return_val_if_fail (SP_IS_IMPORT (self), NULL);
  g_return_val_if_fail (imported_key != NULL, NULL);

  return g_hash_table_lookup (self->keys, imported_key);
}
