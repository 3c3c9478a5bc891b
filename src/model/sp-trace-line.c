/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-trace-line.h"

/**
 * SpTraceLine:
 *
 * One line of the answer to "why this time". Immutable.
 */
struct _SpTraceLine
{
  GObject parent_instance;

  SpTraceLineValues values;
};

G_DEFINE_FINAL_TYPE (SpTraceLine, sp_trace_line, G_TYPE_OBJECT)

static void
sp_trace_line_finalize (GObject *object)
{
  SpTraceLine *self = SP_TRACE_LINE (object);

  g_clear_pointer ((char **) &self->values.verdict, g_free);
  g_clear_pointer ((char **) &self->values.text, g_free);
  g_clear_pointer ((char **) &self->values.arithmetic, g_free);

  G_OBJECT_CLASS (sp_trace_line_parent_class)->finalize (object);
}

static void
sp_trace_line_class_init (SpTraceLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_trace_line_finalize;
}

static void
sp_trace_line_init (SpTraceLine *self)
{
}

/**
 * sp_trace_line_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a line.
 *
 * Returns: (transfer full): a new trace line
 */
SpTraceLine *
sp_trace_line_new (const SpTraceLineValues *values)
{
  SpTraceLine *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->text != NULL, NULL);

  self = g_object_new (SP_TYPE_TRACE_LINE, NULL);
  self->values = *values;
  self->values.verdict = g_strdup (values->verdict);
  self->values.text = g_strdup (values->text);
  self->values.arithmetic = g_strdup (values->arithmetic);

  return self;
}

/**
 * sp_trace_line_get_values:
 * @self: a trace line
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpTraceLineValues *
sp_trace_line_get_values (SpTraceLine *self)
{
  g_return_val_if_fail (SP_IS_TRACE_LINE (self), NULL);

  return &self->values;
}
