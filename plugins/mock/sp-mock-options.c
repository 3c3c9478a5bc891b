/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-options.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "api/sp-fetcher.h"

#define MAX_RUNNERS 10000
#define MAX_LATENCY_MS 60000
#define MAX_PAGE 200
#define DEFAULT_ANCHOR "2026-06-10"
#define DEFAULT_QUOTA "600/900,6000/86400"
#define FLAGS (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS | SP_PARAM_OPTION)

/* After the one property that is no option. */
enum
{
  PROP_SEED = SP_MOCK_PROP_COMPETITION + 1,
  PROP_RUNNERS,
  PROP_SEGMENTS,
  PROP_WINDOWS,
  PROP_ANCHOR,
  PROP_LATENCY,
  PROP_QUOTA,
  PROP_FAULTS,
  PROP_LIST_EFFORTS,
  PROP_PAGE_SIZE,
  N_PROPS
};

static GParamSpec *
make_number (const char *name,
             const char *nick,
             const char *blurb,
             guint       least,
             guint       most,
             guint       usual)
{
  return g_param_spec_uint (name, nick, blurb, least, most, usual, FLAGS);
}

static void
install_club (GParamSpec **props)
{
  /* Translators: heading of an option: the number that chance starts from */
  props[PROP_SEED] = make_number ("seed", N_("Seed"),
                                  N_("Where all chance comes from: the same number makes the same club"),
                                  0, G_MAXUINT32, 1);
  props[PROP_RUNNERS] = make_number ("runners", N_("Runners"), N_("How many runners the club has"), 1, MAX_RUNNERS, 34);
  props[PROP_SEGMENTS] = make_number ("segments", N_("Segments"), N_("How many segments they compete on"),
                                      1, SP_MOCK_MAX_SEGMENTS, 4);
  /* Translators: heading of an option: spans of dates in which runs count */
  props[PROP_WINDOWS] = make_number ("windows", N_("Windows"), N_("How many date windows there are in all"),
                                     1, SP_MOCK_MAX_WINDOWS, 4);
  /* Translators: heading of an option: the day about which the demo season lies */
  props[PROP_ANCHOR] = g_param_spec_string ("anchor", N_("Anchor"),
                                            N_("The day, for example 2026-06-10, on which the season is under way: "
                                               "some windows over, one open, the last not yet"), DEFAULT_ANCHOR, FLAGS);
}

static void
install_service (GParamSpec **props)
{
  props[PROP_LATENCY] = make_number ("latency", N_("Latency"), N_("How long each answer takes, in milliseconds"),
                                     0, MAX_LATENCY_MS, 0);
  props[PROP_QUOTA] = g_param_spec_string ("quota", N_("Quota"),
                                           N_("What is allowed: REQUESTS/SECONDS, several with commas, for example "
                                              "100/900,1000/86400; none for a source that does not tell"),
                                           DEFAULT_QUOTA, FLAGS);
  /* Translators: heading of an option: which requests are to fail */
  props[PROP_FAULTS] = g_param_spec_string ("faults", N_("Faults"),
                                            N_("Which requests fail, with commas between: "
                                               "[list:|detail:|segment:|efforts:][runner=ID:]FAULT[@WHEN]. FAULT is "
                                               "401, 402, 403, 404, 429, 500, 502, 503, drop, garbage or missing; WHEN "
                                               "is N, N-M, every:N or always. For example 429@3 or list:500@every:7 or "
                                               "runner=1007:429@always"), "", FLAGS);
  props[PROP_LIST_EFFORTS] = g_param_spec_boolean ("list-efforts", N_("List efforts"),
                                                   N_("Whether efforts can be asked for by runner and segment"),
                                                   FALSE, FLAGS);
  props[PROP_PAGE_SIZE] = make_number ("page-size", N_("Page size"), N_("How many entries are on a page of a list"),
                                       2, MAX_PAGE, MAX_PAGE);
}

/**
 * sp_mock_options_install:
 * @klass: of the fetcher
 *
 * Installs the options as its properties, and the property `competition`, which is only read.
 */
void
sp_mock_options_install (GObjectClass *klass)
{
  GParamSpec *props[N_PROPS] = { NULL };

  props[SP_MOCK_PROP_COMPETITION] = g_param_spec_string ("competition", NULL, NULL, NULL,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  install_club (props);
  install_service (props);
  g_object_class_install_properties (klass, N_PROPS, props);
}

static guint *
find_number (SpMockOptions *self,
             guint          id)
{
  switch (id)
    {
    case PROP_SEED:
      return &self->size.seed;
    case PROP_RUNNERS:
      return &self->size.n_runners;
    case PROP_SEGMENTS:
      return &self->size.n_segments;
    case PROP_WINDOWS:
      return &self->size.n_windows;
    case PROP_LATENCY:
      return &self->latency_ms;
    case PROP_PAGE_SIZE:
      return &self->page_size;
    default:
      return NULL;
    }
}

static char **
find_text (SpMockOptions *self,
           guint          id)
{
  switch (id)
    {
    case PROP_ANCHOR:
      return &self->anchor;
    case PROP_QUOTA:
      return &self->quota;
    case PROP_FAULTS:
      return &self->faults;
    default:
      return NULL;
    }
}

/**
 * sp_mock_options_set:
 * @self: the options
 * @id: of a property
 * @value: its value
 *
 * Sets an option.
 *
 * Returns: %FALSE where @id is none
 */
gboolean
sp_mock_options_set (SpMockOptions *self,
                     guint          id,
                     const GValue  *value)
{
  guint *number = find_number (self, id);
  char **text = find_text (self, id);

  if (number != NULL)
    *number = g_value_get_uint (value);
  else if (text != NULL)
    *text = g_value_dup_string (value);
  else if (id == PROP_LIST_EFFORTS)
    self->lists_efforts = g_value_get_boolean (value);
  else
    return FALSE;

  return TRUE;
}

/**
 * sp_mock_options_get:
 * @self: the options
 * @id: of a property
 * @value: takes its value
 *
 * Tells an option.
 *
 * Returns: %FALSE where @id is none
 */
gboolean
sp_mock_options_get (SpMockOptions *self,
                     guint          id,
                     GValue        *value)
{
  guint *number = find_number (self, id);
  char **text = find_text (self, id);

  if (number != NULL)
    g_value_set_uint (value, *number);
  else if (text != NULL)
    g_value_set_string (value, *text);
  else if (id == PROP_LIST_EFFORTS)
    g_value_set_boolean (value, self->lists_efforts);
  else
    return FALSE;

  return TRUE;
}

/**
 * sp_mock_options_check:
 * @self: the options, all set
 * @error: return location for an error
 *
 * Reads the day, and looks whether the numbers go together.
 *
 * Returns: %FALSE with %G_IO_ERROR_INVALID_ARGUMENT set where they do not
 */
gboolean
sp_mock_options_check (SpMockOptions  *self,
                       GError        **error)
{
  gboolean is_date = FALSE;

  if (self->anchor == NULL || !sp_time_parse_iso (self->anchor, &self->size.anchor_local_s, &is_date) || !is_date)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The anchor can not be “%s”: it takes a date, for example %s"),
                   self->anchor != NULL ? self->anchor : "", DEFAULT_ANCHOR);
      return FALSE;
    }
  if (self->size.n_windows < self->size.n_segments)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   ngettext ("%u window is too few for %u segments: each needs one. Set “windows” to %u or more",
                             "%u windows are too few for %u segments: each needs one. Set “windows” to %u or more",
                             self->size.n_windows),
                   self->size.n_windows, self->size.n_segments, self->size.n_segments);
      return FALSE;
    }

  return TRUE;
}

/**
 * sp_mock_options_clear:
 * @self: the options
 *
 * Frees what they hold.
 */
void
sp_mock_options_clear (SpMockOptions *self)
{
  g_free (self->anchor);
  g_free (self->quota);
  g_free (self->faults);
}
