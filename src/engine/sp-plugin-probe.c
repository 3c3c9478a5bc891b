/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plugin-probe.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "engine/sp-module.h"

/**
 * SpPluginProbe:
 *
 * Tries a module that is new to this machine in a process of its own, so that one that crashes takes nothing with it.
 * Those that came through are remembered, by path, times and size, until they or the helper change; those that did not
 * are tried again next time, as the fault may lie in a library that is updated meanwhile.
 */
struct _SpPluginProbe
{
  GObject   parent_instance;

  char     *helper;      /* (owned) */
  char     *memory_path; /* (owned) (nullable) */
  GKeyFile *memory;      /* (owned) */
  guint     deadline_ms;
  guint     n_tried;
};

#define GROUP "tried"

G_DEFINE_FINAL_TYPE (SpPluginProbe, sp_plugin_probe, G_TYPE_OBJECT)

static void
sp_plugin_probe_finalize (GObject *object)
{
  SpPluginProbe *self = SP_PLUGIN_PROBE (object);

  g_clear_pointer (&self->helper, g_free);
  g_clear_pointer (&self->memory_path, g_free);
  g_clear_pointer (&self->memory, g_key_file_unref);

  G_OBJECT_CLASS (sp_plugin_probe_parent_class)->finalize (object);
}

static void
sp_plugin_probe_class_init (SpPluginProbeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_plugin_probe_finalize;
}

static void
sp_plugin_probe_init (SpPluginProbe *self)
{
  self->memory = g_key_file_new ();
}

/**
 * sp_plugin_probe_new:
 * @helper: (type filename): a program that is run with a module's path and calls sp_plugin_probe_run_in_child()
 * @memory_path: (type filename) (nullable): where to remember what came through; a damaged or missing file remembers
 *   nothing
 * @deadline_ms: how long a module may take
 *
 * Returns: (transfer full): a probe
 */
SpPluginProbe *
sp_plugin_probe_new (const char *helper,
                     const char *memory_path,
                     guint       deadline_ms)
{
  SpPluginProbe *self;

  g_return_val_if_fail (helper != NULL, NULL);

  self = g_object_new (SP_TYPE_PLUGIN_PROBE, NULL);
  self->helper = g_strdup (helper);
  self->memory_path = g_strdup (memory_path);
  self->deadline_ms = deadline_ms;
  if (memory_path != NULL)
    g_key_file_load_from_file (self->memory, memory_path, G_KEY_FILE_NONE, NULL);

  return self;
}

/* What tells this state of the two files from any other; NULL where one can not be looked at. A Flatpak gives all
 * contents the same time: that of the file itself tells one version from the next. */
static char *
make_stamp (SpPluginProbe *self,
            const char    *path)
{
  GStatBuf module, helper;

  if (g_stat (path, &module) != 0 || g_stat (self->helper, &helper) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT " %"
                          G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          (gint64) module.st_mtim.tv_sec, (long) module.st_mtim.tv_nsec,
                          (gint64) module.st_ctim.tv_sec, (long) module.st_ctim.tv_nsec, (gint64) module.st_size,
                          (gint64) helper.st_mtim.tv_sec, (gint64) helper.st_ctim.tv_sec);
}

static void
remember (SpPluginProbe *self,
          const char    *key,
          const char    *stamp)
{
  g_autofree char *folder = NULL;

  g_key_file_set_string (self->memory, GROUP, key, stamp);
  if (self->memory_path == NULL)
    return;
  folder = g_path_get_dirname (self->memory_path);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_key_file_save_to_file (self->memory, self->memory_path, NULL))
    g_debug ("What plugins were tried can not be kept in %s", self->memory_path);
}

typedef struct
{
  GSubprocess *child;
  gboolean     is_over;
  gboolean     is_late;
} Trial;

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Trial *trial = user_data;

  g_subprocess_wait_finish (trial->child, result, NULL);
  trial->is_over = TRUE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  Trial *trial = user_data;

  trial->is_late = TRUE;
  g_subprocess_force_exit (trial->child);

  return G_SOURCE_REMOVE;
}

/* Turns a context of its own until the child is gone. */
static void
wait_for (SpPluginProbe *self,
          Trial         *trial)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GSource) deadline = g_timeout_source_new (self->deadline_ms);

  g_main_context_push_thread_default (context);
  g_source_set_callback (deadline, deadline_cb, trial, NULL);
  g_source_attach (deadline, context);
  g_subprocess_wait_async (trial->child, NULL, waited_cb, trial);
  while (!trial->is_over)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (deadline);
  g_main_context_pop_thread_default (context);
}

static gboolean
run_helper (SpPluginProbe  *self,
            const char     *path,
            GError        **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                                   | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                                   &cause, self->helper, path, NULL);
  Trial trial = { child, FALSE, FALSE };

  self->n_tried++;
  if (child == NULL)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CRASHES,
                   /* Translators: a file, then why */
                   _("“%s” is new here and could not be tried: %s"), path, cause->message);
      return FALSE;
    }
  wait_for (self, &trial);
  if (trial.is_late)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CRASHES,
                 _("“%s” hangs when it is loaded and was left out. Ask who made it for a newer version"), path);
  else if (!g_subprocess_get_if_exited (child) || g_subprocess_get_exit_status (child) != 0)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CRASHES,
                 _("“%s” crashes when it is loaded and was left out. Ask who made it for a newer version"), path);
  else
    return TRUE;

  return FALSE;
}

/**
 * sp_plugin_probe_try:
 * @self: a probe
 * @path: (type filename): a module
 * @error: return location for an error
 *
 * Finds out whether a module survives being loaded, by memory or by trial. Blocks for the trial, a few milliseconds
 * where all is well. That a module survives does not say that it is any good: it may be refused for other reasons.
 *
 * Returns: %FALSE with @error set, %SP_PLUGIN_ERROR_CRASHES, where it does not
 */
gboolean
sp_plugin_probe_try (SpPluginProbe  *self,
                     const char     *path,
                     GError        **error)
{
  g_autofree char *key = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *known = NULL;

  g_return_val_if_fail (SP_IS_PLUGIN_PROBE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  key = g_uri_escape_string (path, NULL, FALSE);
  stamp = make_stamp (self, path);
  known = g_key_file_get_string (self->memory, GROUP, key, NULL);
  if (stamp != NULL && g_strcmp0 (known, stamp) == 0)
    return TRUE;
  if (!run_helper (self, path, error))
    return FALSE;
  if (stamp != NULL)
    remember (self, key, stamp);

  return TRUE;
}

/**
 * sp_plugin_probe_get_n_tried:
 * @self: a probe
 *
 * Returns: how many modules it ran the helper for
 */
guint
sp_plugin_probe_get_n_tried (SpPluginProbe *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN_PROBE (self), 0);

  return self->n_tried;
}

/**
 * sp_plugin_probe_run_in_child:
 * @path: (type filename): a module
 *
 * What the helper does: loads a module as the program would, up to the class of its fetcher. It comes back, or not.
 *
 * Returns: 0, the helper's exit status
 */
int
sp_plugin_probe_run_in_child (const char *path)
{
  const SpPluginInfo *info;
  GType type;

  g_return_val_if_fail (path != NULL, 0);

  info = sp_module_check (path, NULL) ? sp_module_open (path, NULL) : NULL;
  type = info != NULL ? sp_module_get_type (info, NULL) : G_TYPE_INVALID;
  if (type != G_TYPE_INVALID)
    g_type_class_unref (g_type_class_ref (type));

  return 0;
}
