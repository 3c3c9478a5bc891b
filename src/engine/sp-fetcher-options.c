/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-fetcher-options.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(GParamSpec * const *) a)->name, (*(GParamSpec * const *) b)->name);
}

/**
 * sp_fetcher_options_list: (skip)
 * @fetcher_type: a type that implements #SpFetcher
 *
 * Returns: (transfer container) (element-type GParamSpec): what the organiser may set, by name
 */
GPtrArray *
sp_fetcher_options_list (GType fetcher_type)
{
  GPtrArray *options = g_ptr_array_new_with_free_func ((GDestroyNotify) g_param_spec_unref);
  GObjectClass *klass;
  g_autofree GParamSpec **props = NULL;
  guint n_props;

  g_return_val_if_fail (g_type_is_a (fetcher_type, SP_TYPE_FETCHER), options);

  klass = g_type_class_ref (fetcher_type);
  props = g_object_class_list_properties (klass, &n_props);
  for (guint i = 0; i < n_props; i++)
    if ((props[i]->flags & SP_PARAM_OPTION) && (props[i]->flags & G_PARAM_WRITABLE))
      g_ptr_array_add (options, g_param_spec_ref (props[i]));
  g_type_class_unref (klass);
  g_ptr_array_sort (options, compare_names);

  return options;
}

static gboolean
parse_boolean (const char *text,
               gboolean   *value)
{
  static const char * const words[] = { "false", "true", "no", "yes", "off", "on", "0", "1" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      {
        *value = i % 2 == 1;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_double (const char *text,
              double     *value)
{
  char *end;

  if (*text == '\0' || g_ascii_isspace (*text))
    return FALSE;
  errno = 0;
  *value = g_ascii_strtod (text, &end);

  return *end == '\0' && errno == 0 && isfinite (*value);
}

static GEnumValue *
find_enum (GParamSpec *option,
           const char *text)
{
  return g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (option)->enum_class, text);
}

/* What values an option takes, as the end of a sentence. */
static char *
describe_values (GParamSpec *option)
{
  if (G_IS_PARAM_SPEC_BOOLEAN (option))
    return g_strdup (_("yes or no"));
  if (G_IS_PARAM_SPEC_INT (option))
    return g_strdup_printf (_("a whole number from %d to %d"), G_PARAM_SPEC_INT (option)->minimum,
                            G_PARAM_SPEC_INT (option)->maximum);
  if (G_IS_PARAM_SPEC_UINT (option))
    return g_strdup_printf (_("a whole number from %u to %u"), G_PARAM_SPEC_UINT (option)->minimum,
                            G_PARAM_SPEC_UINT (option)->maximum);
  if (G_IS_PARAM_SPEC_INT64 (option))
    return g_strdup_printf (_("a whole number from %" PRId64 " to %" PRId64),
                            G_PARAM_SPEC_INT64 (option)->minimum, G_PARAM_SPEC_INT64 (option)->maximum);
  if (G_IS_PARAM_SPEC_DOUBLE (option))
    return g_strdup_printf (_("a number from %g to %g"), G_PARAM_SPEC_DOUBLE (option)->minimum,
                            G_PARAM_SPEC_DOUBLE (option)->maximum);
  if (G_IS_PARAM_SPEC_ENUM (option))
    {
      g_autoptr(GString) nicks = g_string_new (NULL);
      GEnumClass *klass = G_PARAM_SPEC_ENUM (option)->enum_class;

      for (guint i = 0; i < klass->n_values; i++)
        g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
      return g_strdup_printf (_("one of: %s"), nicks->str);
    }

  /* Translators: what an option takes, after "it takes": any text */
  return g_strdup (_("text"));
}

static gboolean
parse_number (GParamSpec *option,
              const char *text,
              GValue     *value)
{
  gint64 number;
  guint64 large;

  if (G_IS_PARAM_SPEC_UINT (option))
    {
      GParamSpecUInt *spec = G_PARAM_SPEC_UINT (option);

      if (!g_ascii_string_to_unsigned (text, 10, spec->minimum, spec->maximum, &large, NULL))
        return FALSE;
      g_value_set_uint (value, (guint) large);
    }
  else if (G_IS_PARAM_SPEC_INT (option))
    {
      GParamSpecInt *spec = G_PARAM_SPEC_INT (option);

      if (!g_ascii_string_to_signed (text, 10, spec->minimum, spec->maximum, &number, NULL))
        return FALSE;
      g_value_set_int (value, (int) number);
    }
  else
    {
      GParamSpecInt64 *spec = G_PARAM_SPEC_INT64 (option);

      if (!g_ascii_string_to_signed (text, 10, spec->minimum, spec->maximum, &number, NULL))
        return FALSE;
      g_value_set_int64 (value, number);
    }

  return TRUE;
}

static gboolean
parse_value (GParamSpec *option,
             const char *text,
             GValue     *value)
{
  gboolean is_on;
  double number;

  if (G_IS_PARAM_SPEC_BOOLEAN (option) && parse_boolean (text, &is_on))
    g_value_set_boolean (value, is_on);
  else if (G_IS_PARAM_SPEC_INT (option) || G_IS_PARAM_SPEC_UINT (option) || G_IS_PARAM_SPEC_INT64 (option))
    return parse_number (option, text, value);
  else if (G_IS_PARAM_SPEC_DOUBLE (option) && parse_double (text, &number) &&
           number >= G_PARAM_SPEC_DOUBLE (option)->minimum && number <= G_PARAM_SPEC_DOUBLE (option)->maximum)
    g_value_set_double (value, number);
  else if (G_IS_PARAM_SPEC_ENUM (option) && find_enum (option, text) != NULL)
    g_value_set_enum (value, find_enum (option, text)->value);
  else if (G_IS_PARAM_SPEC_STRING (option) && g_utf8_validate (text, -1, NULL))
    g_value_set_string (value, text);
  else
    return FALSE;

  return TRUE;
}

/**
 * sp_fetcher_options_parse: (skip)
 * @option: an option
 * @text: a value in words
 * @value: (out caller-allocates): an empty #GValue, filled on success
 * @error: return location for an error
 *
 * Reads the value of an option: yes or no, a number, a word of a list, or text.
 *
 * Returns: %FALSE with @error set, %SP_PLUGIN_ERROR_BAD_OPTION, where it is none
 */
gboolean
sp_fetcher_options_parse (GParamSpec  *option,
                          const char  *text,
                          GValue      *value,
                          GError     **error)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (G_IS_PARAM_SPEC (option), FALSE);
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  g_value_init (value, option->value_type);
  if (parse_value (option, text, value))
    return TRUE;
  g_value_unset (value);
  wanted = describe_values (option);
  /* Translators: an option, what was given, then what it takes, such as "yes or no" */
  g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION, _("The option “%s” can not be “%s”: it takes %s"),
               option->name, text, wanted);

  return FALSE;
}

static GParamSpec *
find_option (GPtrArray  *options,
             const char *name)
{
  for (guint i = 0; i < options->len; i++)
    {
      GParamSpec *option = g_ptr_array_index (options, i);

      if (g_str_equal (option->name, name))
        return option;
    }

  return NULL;
}

static void
set_unknown (GPtrArray   *options,
             const char  *name,
             GError     **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((GParamSpec *) options->pdata[i])->name);
  if (options->len > 0)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION,
                 _("This source has no option “%s”. It has: %s"), name, names->str);
  else
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION,
                 _("This source has no option “%s”: it has none at all"), name);
}

/* What an object is made with; a name that comes again replaces its value. */
typedef struct
{
  GPtrArray *names;  /* (element-type utf8): interned */
  GArray    *values; /* (element-type GValue) */
} Settings;

static void
add_value (Settings   *settings,
           const char *name,
           GValue     *value)
{
  for (guint i = 0; i < settings->names->len; i++)
    if (g_str_equal (settings->names->pdata[i], name))
      {
        g_value_unset (&g_array_index (settings->values, GValue, i));
        g_array_index (settings->values, GValue, i) = *value;
        return;
      }
  g_ptr_array_add (settings->names, (gpointer) g_intern_string (name));
  g_array_append_val (settings->values, *value);
}

static gboolean
add_option (Settings    *settings,
            GPtrArray   *options,
            const char  *text,
            GError     **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  GValue value = G_VALUE_INIT;
  GParamSpec *option;

  if (name == NULL)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION,
                   _("“%s” is not a source option. Write it as NAME=VALUE"), text);
      return FALSE;
    }
  option = find_option (options, name);
  if (option == NULL)
    {
      set_unknown (options, name, error);
      return FALSE;
    }
  if (!sp_fetcher_options_parse (option, equals + 1, &value, error))
    return FALSE;
  add_value (settings, option->name, &value);

  return TRUE;
}

/**
 * sp_fetcher_options_filter: (skip)
 * @fetcher_type: a type that implements #SpFetcher
 * @options: (array zero-terminated=1): options, each as NAME=VALUE
 *
 * Leaves out what a fetcher of that type does not take: what was kept for an older version of a plugin, for example.
 *
 * Returns: (transfer full) (array zero-terminated=1): the others
 */
char **
sp_fetcher_options_filter (GType               fetcher_type,
                           const char * const *options)
{
  g_autoptr(GPtrArray) known = sp_fetcher_options_list (fetcher_type);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  Settings settings = { names, values };

  g_return_val_if_fail (options != NULL, NULL);

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  for (guint i = 0; options[i] != NULL; i++)
    if (add_option (&settings, known, options[i], NULL))
      g_strv_builder_add (builder, options[i]);

  return g_strv_builder_end (builder);
}

/**
 * sp_fetcher_options_create: (skip)
 * @fetcher_type: a type that implements #SpFetcher
 * @options: (nullable) (array zero-terminated=1): options, each as NAME=VALUE; the last one of a name counts
 * @upstream: (nullable): for a decorator, the fetcher it stands before
 * @error: return location for an error
 *
 * Makes a fetcher with its options. It has no context yet. One that has more to say against its options than their
 * types do implements #GInitable.
 *
 * Returns: (transfer full): a fetcher; %NULL with @error set, %SP_PLUGIN_ERROR_BAD_OPTION
 */
SpFetcher *
sp_fetcher_options_create (GType                fetcher_type,
                           const char * const  *options,
                           SpFetcher           *upstream,
                           GError             **error)
{
  g_autoptr(GPtrArray) known = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_autoptr(GError) failure = NULL;
  Settings settings = { names, values };
  GValue value = G_VALUE_INIT;
  GObject *object;

  g_return_val_if_fail (g_type_is_a (fetcher_type, SP_TYPE_FETCHER), NULL);
  g_return_val_if_fail (upstream == NULL || SP_IS_FETCHER (upstream), NULL);

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  known = sp_fetcher_options_list (fetcher_type);
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    if (!add_option (&settings, known, options[i], error))
      return NULL;
  if (upstream != NULL)
    {
      g_value_init (&value, SP_TYPE_FETCHER);
      g_value_set_object (&value, upstream);
      add_value (&settings, "upstream", &value);
    }
  object = g_object_new_with_properties (fetcher_type, names->len, (const char **) names->pdata,
                                         (const GValue *) (gpointer) values->data);
  if (G_IS_INITABLE (object) && !g_initable_init (G_INITABLE (object), NULL, &failure))
    {
      g_set_error_literal (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION, failure->message);
      g_object_unref (object);
      return NULL;
    }

  return SP_FETCHER (object);
}
