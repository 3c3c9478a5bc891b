/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpFetchError:
 * @SP_FETCH_ERROR_FAILED: anything not named below; may pass when tried again
 * @SP_FETCH_ERROR_NOT_FOUND: the source answered that the thing does not exist, or not for this athlete
 * @SP_FETCH_ERROR_OFFLINE: the source could not be reached; may pass when tried again
 * @SP_FETCH_ERROR_RATE_LIMITED: too many requests; wait for the quota's reset, then try again
 * @SP_FETCH_ERROR_UNAUTHORIZED: the athlete's permission is missing, dead or too small; connect again
 * @SP_FETCH_ERROR_FORBIDDEN: the application or the athlete is barred at the source; trying again does not help
 * @SP_FETCH_ERROR_UNSUPPORTED: this source does not answer this question; there may be another way
 * @SP_FETCH_ERROR_PROTOCOL: the answer is not what the source promises
 * @SP_FETCH_ERROR_NOT_CACHED: asked not to go to the source, and nothing is held
 *
 * Why an operation of a [iface@Fetcher] failed, as far as the caller can act on it.
 *
 * Cancellation is none of these: it is always %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  SP_FETCH_ERROR_FAILED,
  SP_FETCH_ERROR_NOT_FOUND,
  SP_FETCH_ERROR_OFFLINE,
  SP_FETCH_ERROR_RATE_LIMITED,
  SP_FETCH_ERROR_UNAUTHORIZED,
  SP_FETCH_ERROR_FORBIDDEN,
  SP_FETCH_ERROR_UNSUPPORTED,
  SP_FETCH_ERROR_PROTOCOL,
  SP_FETCH_ERROR_NOT_CACHED,
} SpFetchError;

/**
 * SP_FETCH_ERROR:
 *
 * The error domain of sources. Its codes are those of [error@FetchError].
 */
#define SP_FETCH_ERROR (sp_fetch_error_quark ())

GQuark   sp_fetch_error_quark     (void);
gboolean sp_fetch_error_may_pass  (const GError *error);

G_END_DECLS
