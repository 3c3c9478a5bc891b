/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-error.h"

G_DEFINE_QUARK (sp-fetch-error-quark, sp_fetch_error)

/**
 * sp_fetch_error_may_pass:
 * @error: an error of a fetcher's operation
 *
 * Whether the same question may be answered when it is asked again a little later: RATE_LIMITED, OFFLINE and FAILED.
 *
 * Returns: %TRUE where another attempt makes sense
 */
gboolean
sp_fetch_error_may_pass (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED) ||
         g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE) ||
         g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
}
