/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpStravaFault:
 * @SP_STRAVA_FAULT_NO_APPLICATION: no client id and secret are known
 * @SP_STRAVA_FAULT_APPLICATION_REFUSED: Strava does not know this client id and secret
 * @SP_STRAVA_FAULT_NO_STORE: the run has no place for secrets
 * @SP_STRAVA_FAULT_NOT_CONNECTED: nothing is kept for this runner
 * @SP_STRAVA_FAULT_DEAD: the runner's refresh token is revoked or already used
 * @SP_STRAVA_FAULT_REFUSED: a token fresh from Strava is refused
 * @SP_STRAVA_FAULT_SCOPE: the runner did not give this permission; the detail names it
 * @SP_STRAVA_FAULT_OTHER_ATHLETE: the answer is about somebody else; the detail names whom
 * @SP_STRAVA_FAULT_DENIED: the runner said no
 * @SP_STRAVA_FAULT_STATE: an address that does not answer a question of ours
 * @SP_STRAVA_FAULT_CODE: the code in the address is used up or too old
 * @SP_STRAVA_FAULT_SUBSCRIBERS: 402
 * @SP_STRAVA_FAULT_PAYMENT: 402 for what everybody may ask
 * @SP_STRAVA_FAULT_INACTIVE: the developer's subscription has lapsed
 * @SP_STRAVA_FAULT_ATHLETE_LIMIT: the application has as many runners as it may
 * @SP_STRAVA_FAULT_FORBIDDEN: another 403
 * @SP_STRAVA_FAULT_NOT_FOUND: 404
 * @SP_STRAVA_FAULT_RATE_LIMITED: 429, or known beforehand
 * @SP_STRAVA_FAULT_FUTURE: asked about what lies ahead
 * @SP_STRAVA_FAULT_QUESTION: another 4xx; the detail says what of
 * @SP_STRAVA_FAULT_SERVER: 5xx
 * @SP_STRAVA_FAULT_ELSEWHERE: a redirect, which is not followed
 * @SP_STRAVA_FAULT_PORTAL: a web page where an answer should be
 * @SP_STRAVA_FAULT_GARBLED: not JSON, cut off, too deep; the detail says which
 * @SP_STRAVA_FAULT_FIELD: a field is missing or odd; the detail names it
 * @SP_STRAVA_FAULT_TOO_LARGE: an answer beyond the size cap
 * @SP_STRAVA_FAULT_RESOLVE: the name of the server is not found
 * @SP_STRAVA_FAULT_CONNECT: the server is not reached
 * @SP_STRAVA_FAULT_PROXY: the proxy refuses
 * @SP_STRAVA_FAULT_CERTIFICATE: the server's certificate is not trusted
 * @SP_STRAVA_FAULT_DROPPED: the connection broke off
 * @SP_STRAVA_FAULT_TIMEOUT: no answer in time
 * @SP_STRAVA_FAULT_ADDRESS: the configured address is not https
 * @SP_STRAVA_FAULT_STORE: the secret store failed; the detail says how
 * @SP_STRAVA_FAULT_LOCK: another process holds a runner's token too long
 * @SP_STRAVA_N_FAULTS: how many there are
 *
 * All that can go wrong with Strava, each with a code and a sentence that says what to do.
 */
typedef enum
{
  SP_STRAVA_FAULT_NO_APPLICATION,
  SP_STRAVA_FAULT_APPLICATION_REFUSED,
  SP_STRAVA_FAULT_NO_STORE,
  SP_STRAVA_FAULT_NOT_CONNECTED,
  SP_STRAVA_FAULT_DEAD,
  SP_STRAVA_FAULT_REFUSED,
  SP_STRAVA_FAULT_SCOPE,
  SP_STRAVA_FAULT_OTHER_ATHLETE,
  SP_STRAVA_FAULT_DENIED,
  SP_STRAVA_FAULT_STATE,
  SP_STRAVA_FAULT_CODE,
  SP_STRAVA_FAULT_SUBSCRIBERS,
  SP_STRAVA_FAULT_PAYMENT,
  SP_STRAVA_FAULT_INACTIVE,
  SP_STRAVA_FAULT_ATHLETE_LIMIT,
  SP_STRAVA_FAULT_FORBIDDEN,
  SP_STRAVA_FAULT_NOT_FOUND,
  SP_STRAVA_FAULT_RATE_LIMITED,
  SP_STRAVA_FAULT_FUTURE,
  SP_STRAVA_FAULT_QUESTION,
  SP_STRAVA_FAULT_SERVER,
  SP_STRAVA_FAULT_ELSEWHERE,
  SP_STRAVA_FAULT_PORTAL,
  SP_STRAVA_FAULT_GARBLED,
  SP_STRAVA_FAULT_FIELD,
  SP_STRAVA_FAULT_TOO_LARGE,
  SP_STRAVA_FAULT_RESOLVE,
  SP_STRAVA_FAULT_CONNECT,
  SP_STRAVA_FAULT_PROXY,
  SP_STRAVA_FAULT_CERTIFICATE,
  SP_STRAVA_FAULT_DROPPED,
  SP_STRAVA_FAULT_TIMEOUT,
  SP_STRAVA_FAULT_ADDRESS,
  SP_STRAVA_FAULT_STORE,
  SP_STRAVA_FAULT_LOCK,
  SP_STRAVA_N_FAULTS,
} SpStravaFault;

SpFetchError sp_strava_fault_get_code     (SpStravaFault   fault);
const char  *sp_strava_fault_get_happened (SpStravaFault   fault);
const char  *sp_strava_fault_get_remedy   (SpStravaFault   fault);
GError      *sp_strava_fault_new          (SpStravaFault   fault,
                                           const char     *detail);
void         sp_strava_fault_set          (GError        **error,
                                           SpStravaFault   fault,
                                           const char     *detail);

G_END_DECLS
