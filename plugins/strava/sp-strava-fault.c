/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-fault.h"

#include <glib/gi18n-lib.h>

static const struct
{
  SpFetchError code;
  const char  *happened;
  const char  *remedy;
} faults[SP_STRAVA_N_FAULTS] = {
  [SP_STRAVA_FAULT_NO_APPLICATION] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("No Strava API application is set up"),
    N_("Create one at www.strava.com/settings/api and give its client ID and secret in the preferences, or as "
       "STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET.") },
  [SP_STRAVA_FAULT_APPLICATION_REFUSED] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("Strava does not accept the client ID and secret"),
    N_("Compare them with those at www.strava.com/settings/api.") },
  [SP_STRAVA_FAULT_NO_STORE] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("There is no place to keep permissions in"),
    N_("Name a file for them with --token-store=FILE.") },
  [SP_STRAVA_FAULT_NOT_CONNECTED] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("The runner is not connected, or the keyring is locked"),
    N_("Connect the runner with Strava.") },
  [SP_STRAVA_FAULT_DEAD] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("Strava no longer accepts the runner’s permission"),
    N_("Ask the runner to connect again.") },
  [SP_STRAVA_FAULT_REFUSED] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("Strava refused the runner’s permission although it was just renewed"),
    N_("Ask the runner to connect again.") },
  [SP_STRAVA_FAULT_SCOPE] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("The runner has not allowed what is needed here"),
    N_("Ask the runner to connect again and to leave all boxes ticked.") },
  [SP_STRAVA_FAULT_OTHER_ATHLETE] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("The permission belongs to somebody else"),
    N_("Check the runner’s Strava ID, sign out of Strava in the browser, and let the right runner connect.") },
  [SP_STRAVA_FAULT_DENIED] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("Permission was not given at Strava"),
    N_("Send the runner the address again when they agree.") },
  [SP_STRAVA_FAULT_STATE] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("This address does not answer a request made here for this runner"),
    N_("Start connecting again, and paste the whole address that the browser shows at the end.") },
  [SP_STRAVA_FAULT_CODE] = {
    SP_FETCH_ERROR_UNAUTHORIZED, N_("The address from Strava has been used already, or is too old"),
    N_("Start connecting again.") },
  [SP_STRAVA_FAULT_SUBSCRIBERS] = {
    SP_FETCH_ERROR_UNSUPPORTED, N_("Strava lists efforts only for runners who subscribe"),
    N_("Nothing needs to be done: the activities themselves are asked instead.") },
  [SP_STRAVA_FAULT_PAYMENT] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("Strava asks for a subscription before it answers"),
    N_("Look at www.strava.com/settings/api what the owner of the application has to subscribe to.") },
  [SP_STRAVA_FAULT_INACTIVE] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("Strava has switched the API application off"),
    N_("Whoever owns the application has to renew their Strava subscription; see www.strava.com/settings/api.") },
  [SP_STRAVA_FAULT_ATHLETE_LIMIT] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("The API application may not connect more runners"),
    N_("Ask Strava for a higher limit at www.strava.com/settings/api, or disconnect a runner.") },
  [SP_STRAVA_FAULT_FORBIDDEN] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("Strava does not allow this"),
    N_("Look at www.strava.com/settings/api whether the application is in good standing.") },
  [SP_STRAVA_FAULT_NOT_FOUND] = {
    SP_FETCH_ERROR_NOT_FOUND, N_("Strava has no such thing, or hides it from this runner"),
    N_("If it was deleted or made private since, refresh again.") },
  [SP_STRAVA_FAULT_RATE_LIMITED] = {
    SP_FETCH_ERROR_RATE_LIMITED, N_("Strava’s limit of requests is reached"),
    N_("Wait for the next quarter of an hour, or for midnight UTC where the day’s limit is reached.") },
  [SP_STRAVA_FAULT_FUTURE] = {
    SP_FETCH_ERROR_FAILED, N_("By Strava’s clock, the time asked about lies ahead"),
    N_("Check this computer’s date and time.") },
  [SP_STRAVA_FAULT_QUESTION] = {
    SP_FETCH_ERROR_PROTOCOL, N_("Strava did not understand the request"),
    N_("Update this program; if that does not help, report it.") },
  [SP_STRAVA_FAULT_SERVER] = {
    SP_FETCH_ERROR_FAILED, N_("Strava has trouble of its own"),
    N_("Try again later; status.strava.com says more.") },
  [SP_STRAVA_FAULT_ELSEWHERE] = {
    SP_FETCH_ERROR_OFFLINE, N_("Something pointed the request to another place, which was not followed"),
    N_("If this network has a sign-in page, sign in there with a browser and try again.") },
  [SP_STRAVA_FAULT_PORTAL] = {
    SP_FETCH_ERROR_OFFLINE, N_("A web page came where data should have come"),
    N_("If this network has a sign-in page, sign in there with a browser and try again.") },
  [SP_STRAVA_FAULT_GARBLED] = {
    SP_FETCH_ERROR_PROTOCOL, N_("Strava’s answer can not be read"),
    N_("Try again later; if it stays so, report it.") },
  [SP_STRAVA_FAULT_FIELD] = {
    SP_FETCH_ERROR_PROTOCOL, N_("Strava’s answer is not as promised"),
    N_("Try again later; if it stays so, report it.") },
  [SP_STRAVA_FAULT_TOO_LARGE] = {
    SP_FETCH_ERROR_PROTOCOL, N_("Strava’s answer is far larger than any real one"),
    N_("Try again later; if it stays so, report it.") },
  [SP_STRAVA_FAULT_RESOLVE] = {
    SP_FETCH_ERROR_OFFLINE, N_("Strava’s address can not be found"),
    N_("Check the network connection.") },
  [SP_STRAVA_FAULT_CONNECT] = {
    SP_FETCH_ERROR_OFFLINE, N_("Strava can not be reached"),
    N_("Check the network connection.") },
  [SP_STRAVA_FAULT_PROXY] = {
    SP_FETCH_ERROR_OFFLINE, N_("The network’s proxy does not let the request through"),
    N_("Check the proxy in the network settings.") },
  [SP_STRAVA_FAULT_CERTIFICATE] = {
    SP_FETCH_ERROR_OFFLINE, N_("The server can not prove that it is Strava; nothing was sent to it"),
    N_("If this network has a sign-in page, sign in there with a browser and try again. Otherwise check this "
       "computer’s date, and whether a virus scanner opens secure connections.") },
  [SP_STRAVA_FAULT_DROPPED] = {
    SP_FETCH_ERROR_OFFLINE, N_("The connection to Strava broke off"),
    N_("Check the network connection and try again.") },
  [SP_STRAVA_FAULT_TIMEOUT] = {
    SP_FETCH_ERROR_OFFLINE, N_("Strava did not answer in time"),
    N_("Check the network connection and try again.") },
  [SP_STRAVA_FAULT_ADDRESS] = {
    SP_FETCH_ERROR_FORBIDDEN, N_("The address set for Strava is not secure"),
    N_("Use an https address in SEGMENT_PODIUM_STRAVA_API and SEGMENT_PODIUM_STRAVA_OAUTH; plain http is for this "
       "computer alone.") },
  [SP_STRAVA_FAULT_STORE] = {
    SP_FETCH_ERROR_FAILED, N_("The place where permissions are kept does not work"),
    N_("Unlock the keyring, or name a file that can be written with --token-store=FILE.") },
  [SP_STRAVA_FAULT_LOCK] = {
    SP_FETCH_ERROR_FAILED, N_("Another Segment Podium is renewing this runner’s permission"),
    N_("Wait for it to end, or close it.") },
};

/**
 * sp_strava_fault_get_code:
 * @fault: what went wrong
 *
 * Returns: what the caller can do
 */
SpFetchError
sp_strava_fault_get_code (SpStravaFault fault)
{
  g_return_val_if_fail (fault < SP_STRAVA_N_FAULTS, SP_FETCH_ERROR_FAILED);

  return faults[fault].code;
}

/**
 * sp_strava_fault_get_happened:
 * @fault: what went wrong
 *
 * Returns: what happened, without a full stop, in the language of the user
 */
const char *
sp_strava_fault_get_happened (SpStravaFault fault)
{
  g_return_val_if_fail (fault < SP_STRAVA_N_FAULTS, NULL);

  return _(faults[fault].happened);
}

/**
 * sp_strava_fault_get_remedy:
 * @fault: what went wrong
 *
 * Returns: what a person can do about it, one sentence
 */
const char *
sp_strava_fault_get_remedy (SpStravaFault fault)
{
  g_return_val_if_fail (fault < SP_STRAVA_N_FAULTS, NULL);

  return _(faults[fault].remedy);
}

/**
 * sp_strava_fault_new:
 * @fault: what went wrong
 * @detail: (nullable): which field, which permission, whom; never a secret
 *
 * Returns: (transfer full): an error of %SP_FETCH_ERROR with what happened and the remedy
 */
GError *
sp_strava_fault_new (SpStravaFault  fault,
                     const char    *detail)
{
  g_return_val_if_fail (fault < SP_STRAVA_N_FAULTS, NULL);

  if (detail == NULL)
    /* Translators: what happened, then what to do about it */
    return g_error_new (SP_FETCH_ERROR, (int) faults[fault].code, _("%s. %s"),
                        sp_strava_fault_get_happened (fault), sp_strava_fault_get_remedy (fault));

  /* Translators: what happened, a detail of it, then what to do about it */
  return g_error_new (SP_FETCH_ERROR, (int) faults[fault].code, _("%s: %s. %s"),
                      sp_strava_fault_get_happened (fault), detail, sp_strava_fault_get_remedy (fault));
}

/**
 * sp_strava_fault_set:
 * @error: (out) (optional): where to put the error
 * @fault: what went wrong
 * @detail: (nullable): which field, which permission, whom; never a secret
 *
 * Sets @error as sp_strava_fault_new() makes it.
 */
void
sp_strava_fault_set (GError        **error,
                     SpStravaFault   fault,
                     const char     *detail)
{
  g_propagate_error (error, sp_strava_fault_new (fault, detail));
}
