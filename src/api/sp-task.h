/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sp_task_new:
 * @source: (nullable): the object the operation belongs to
 * @func: the `_async` function itself; becomes source tag and task name
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes a tagged and named task. GLib's own macro names the task only for some pairs of pinned and built version,
 * so it is named here.
 *
 * Returns: (transfer full): the task
 */
#define sp_task_new(source, func, cancellable, callback, user_data) \
  (sp_task_new_named) ((source), (gpointer) (func), #func, (cancellable), (callback), (user_data))

static inline GTask *
sp_task_new_named (gpointer             source,
                   gpointer             tag,
                   const char          *name,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  (g_task_set_source_tag) (task, tag);
  (g_task_set_name) (task, name);

  return task;
}

G_END_DECLS
