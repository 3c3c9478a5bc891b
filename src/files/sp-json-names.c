/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-names.h"

#include "files/sp-json-value.h"

/* What values are called in files. These words never change, and are the same in every language. */
static const char * const row_states[] = {
  [SP_ROW_TIMED] = "timed",
  [SP_ROW_DEFAULT] = "default",
  [SP_ROW_NONE_YET] = "none-yet",
  [SP_ROW_NONE] = "none",
  [SP_ROW_NO_DATA] = "no-data",
  [SP_ROW_ASKED] = "asked",
  [SP_ROW_TO_COME] = "to-come",
};

static const char * const board_states[] = {
  [SP_BOARD_UPCOMING] = "upcoming",
  [SP_BOARD_OPEN] = "open",
  [SP_BOARD_PROVISIONAL] = "provisional",
  [SP_BOARD_COMPLETE] = "complete",
  [SP_BOARD_CLOSED] = "closed",
};

static const char * const quality_states[] = {
  [SP_QUALITY_FRESH] = "fresh",
  [SP_QUALITY_STALE] = "stale",
  [SP_QUALITY_FAILED] = "failed",
  [SP_QUALITY_CANCELLED] = "cancelled",
  [SP_QUALITY_PENDING] = "pending",
};

static const char * const trace_kinds[] = {
  [SP_TRACE_HEAD] = "head",
  [SP_TRACE_REMEDY] = "remedy",
  [SP_TRACE_COUNTS] = "counts",
  [SP_TRACE_SLOWER] = "slower",
  [SP_TRACE_OUT] = "out",
  [SP_TRACE_BONUS] = "bonus",
  [SP_TRACE_SKIPPED] = "skipped",
  [SP_TRACE_UNKNOWN] = "unknown",
  [SP_TRACE_SOURCE] = "source",
};

static const char * const skip_reasons[] = {
  [SP_SKIP_WINDOW] = "window",
  [SP_SKIP_SPORT] = "sport",
  [SP_SKIP_ROUTE] = "route",
  [SP_SKIP_MANUAL] = "manual",
  [SP_SKIP_INDOOR] = "indoor",
};

static const char * const flags_by_bit[] = {
  "stale", "incomplete", "private-hidden", "time-hidden", "flagged", "only-me", "birthday", "time-bonus",
  "default-unproven",
};

static gboolean
find (const char * const *names,
      guint               n_names,
      const char         *name,
      guint              *index)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (g_str_equal (names[i], name))
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sp_json_names_row_state:
 * @state: a state of a row
 *
 * Returns: (transfer none): its name in files
 */
const char *
sp_json_names_row_state (SpRowState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (row_states), NULL);

  return row_states[state];
}

/**
 * sp_json_names_board_state:
 * @state: a state of a board
 *
 * Returns: (transfer none): its name in files
 */
const char *
sp_json_names_board_state (SpBoardState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (board_states), NULL);

  return board_states[state];
}

/**
 * sp_json_names_quality_state:
 * @state: how well data are known
 *
 * Returns: (transfer none): its name in files
 */
const char *
sp_json_names_quality_state (SpQualityState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (quality_states), NULL);

  return quality_states[state];
}

/**
 * sp_json_names_trace_kind:
 * @kind: what a line is about
 *
 * Returns: (transfer none): its name in files
 */
const char *
sp_json_names_trace_kind (SpTraceKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (trace_kinds), NULL);

  return trace_kinds[kind];
}

/**
 * sp_json_names_skip_reason:
 * @reason: why activities were not looked at
 *
 * Returns: (transfer none): its name in files
 */
const char *
sp_json_names_skip_reason (SpSkipReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (skip_reasons), NULL);

  return skip_reasons[reason];
}

/**
 * sp_json_names_get_row_state:
 * @name: (nullable): a name in a file
 * @state: (out): the state
 *
 * Returns: %FALSE where there is no state of that name
 */
gboolean
sp_json_names_get_row_state (const char *name,
                             SpRowState *state)
{
  guint index;

  if (!find (row_states, G_N_ELEMENTS (row_states), name, &index))
    return FALSE;
  *state = (SpRowState) index;

  return TRUE;
}

/**
 * sp_json_names_get_board_state:
 * @name: (nullable): a name in a file
 * @state: (out): the state
 *
 * Returns: %FALSE where there is no state of that name
 */
gboolean
sp_json_names_get_board_state (const char   *name,
                               SpBoardState *state)
{
  guint index;

  if (!find (board_states, G_N_ELEMENTS (board_states), name, &index))
    return FALSE;
  *state = (SpBoardState) index;

  return TRUE;
}

/**
 * sp_json_names_get_quality_state:
 * @name: (nullable): a name in a file
 * @state: (out): the state
 *
 * Returns: %FALSE where there is no state of that name
 */
gboolean
sp_json_names_get_quality_state (const char     *name,
                                 SpQualityState *state)
{
  guint index;

  if (!find (quality_states, G_N_ELEMENTS (quality_states), name, &index))
    return FALSE;
  *state = (SpQualityState) index;

  return TRUE;
}

/**
 * sp_json_names_get_trace_kind:
 * @name: (nullable): a name in a file
 * @kind: (out): the kind
 *
 * Returns: %FALSE where there is no kind of that name
 */
gboolean
sp_json_names_get_trace_kind (const char  *name,
                              SpTraceKind *kind)
{
  guint index;

  if (!find (trace_kinds, G_N_ELEMENTS (trace_kinds), name, &index))
    return FALSE;
  *kind = (SpTraceKind) index;

  return TRUE;
}

/**
 * sp_json_names_set_flags:
 * @object: an object
 * @member: a member's name
 * @flags: marks of a row
 *
 * Sets a list with a name for each mark.
 */
void
sp_json_names_set_flags (JsonObject *object,
                         const char *member,
                         SpRowFlags  flags)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (flags_by_bit); i++)
    if ((flags & (1u << i)) != 0)
      json_array_add_string_element (array, flags_by_bit[i]);
  json_object_set_array_member (object, member, array);
}

/**
 * sp_json_names_get_flags:
 * @object: an object
 * @member: a member's name
 *
 * Returns: the marks of that list; names that are not known are passed over
 */
SpRowFlags
sp_json_names_get_flags (JsonObject *object,
                         const char *member)
{
  g_auto(GStrv) names = sp_json_value_get_texts (object, member);
  guint flags = 0;
  guint index;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (find (flags_by_bit, G_N_ELEMENTS (flags_by_bit), names[i], &index))
      flags |= 1u << index;

  return (SpRowFlags) flags;
}
