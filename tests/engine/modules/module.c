/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The modules that the tests of the loader load: one source, and what can be wrong with one, chosen by definitions. */
#include <api/segment-podium.h>

#ifndef TYPE_NAME
#define TYPE_NAME "SpModuleFetcher"
#endif
#ifndef ID
#define ID "good"
#endif
#ifndef KIND
#define KIND SP_PLUGIN_SOURCE
#endif
#ifndef GET_TYPE
#define GET_TYPE module_fetcher_get_type
#endif

typedef struct
{
  GObject    parent_instance;

  gboolean   loud;
  int        count;
  guint      size;
  gint64     seed;
  double     ratio;
  int        mood;
  char      *text;
  char      *fixed;
  char      *secret;
  SpFetcher *upstream;
} ModuleFetcher;

typedef struct
{
  GObjectClass parent_class;
} ModuleFetcherClass;

enum
{
  PROP_0, PROP_LOUD, PROP_COUNT, PROP_SIZE, PROP_SEED, PROP_RATIO, PROP_MOOD, PROP_TEXT, PROP_FIXED, PROP_SECRET,
  PROP_UPSTREAM,
};

static GType module_mood_get_type (void);
GType module_fetcher_get_type (void);
GType module_none_get_type (void);
GType module_object_get_type (void);

static SpSourceInfo *
describe (SpFetcher *fetcher)
{
  ModuleFetcher *self = (ModuleFetcher *) fetcher;
  g_autofree char *key = g_strdup_printf ("%d %d %u %" G_GINT64_FORMAT " %g %d %s %s %s", self->loud, self->count,
                                          self->size, self->seed, self->ratio, self->mood, self->text, self->fixed,
                                          self->upstream != NULL ? G_OBJECT_TYPE_NAME (self->upstream) : "-");

  return sp_source_info_new (key, 0, 0, NULL);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  ModuleFetcher *self = (ModuleFetcher *) object;

  switch (id)
    {
    case PROP_LOUD: self->loud = g_value_get_boolean (value); break;
    case PROP_COUNT: self->count = g_value_get_int (value); break;
    case PROP_SIZE: self->size = g_value_get_uint (value); break;
    case PROP_SEED: self->seed = g_value_get_int64 (value); break;
    case PROP_RATIO: self->ratio = g_value_get_double (value); break;
    case PROP_MOOD: self->mood = g_value_get_enum (value); break;
    case PROP_TEXT: g_free (self->text); self->text = g_value_dup_string (value); break;
    case PROP_FIXED: self->fixed = g_value_dup_string (value); break;
    case PROP_SECRET: g_free (self->secret); self->secret = g_value_dup_string (value); break;
    case PROP_UPSTREAM: g_set_object (&self->upstream, g_value_get_object (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  ModuleFetcher *self = (ModuleFetcher *) object;

  g_free (self->text);
  g_free (self->fixed);
  g_free (self->secret);
  g_clear_object (&self->upstream);
  G_OBJECT_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (object)))->finalize (object);
}

static void
class_init (GObjectClass *klass,
            gpointer      data)
{
  const GParamFlags flags = SP_PARAM_OPTION | G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  klass->set_property = set_property;
  klass->finalize = finalize;
  g_object_class_install_property (klass, PROP_LOUD, g_param_spec_boolean ("loud", "Loud", "x", FALSE, flags));
  g_object_class_install_property (klass, PROP_COUNT, g_param_spec_int ("count", "Count", "x", -5, 99, 0, flags));
  g_object_class_install_property (klass, PROP_SIZE, g_param_spec_uint ("size", "Size", "x", 1, 34, 1, flags));
  g_object_class_install_property (klass, PROP_SEED, g_param_spec_int64 ("seed", "Seed", "x", G_MININT64, G_MAXINT64, 0,
                                                                         flags));
  g_object_class_install_property (klass, PROP_RATIO, g_param_spec_double ("ratio", "Ratio", "x", 0, 1, 0, flags));
  g_object_class_install_property (klass, PROP_MOOD, g_param_spec_enum ("mood", "Mood", "x", module_mood_get_type (), 0,
                                                                        flags));
  g_object_class_install_property (klass, PROP_TEXT, g_param_spec_string ("text", "Text", "x", NULL, flags));
  g_object_class_install_property (klass, PROP_FIXED, g_param_spec_string ("fixed", "Fixed", "x", NULL,
                                                                           flags | G_PARAM_CONSTRUCT_ONLY));
  g_object_class_install_property (klass, PROP_SECRET, g_param_spec_string ("secret", "Secret", "x", NULL,
                                                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
#ifndef NO_UPSTREAM
  g_object_class_install_property (klass, PROP_UPSTREAM, g_param_spec_object ("upstream", NULL, NULL, SP_TYPE_FETCHER,
                                                                              G_PARAM_WRITABLE |
                                                                              G_PARAM_CONSTRUCT_ONLY));
#endif
}

static void
fetcher_init (SpFetcherInterface *iface,
              gpointer            data)
{
  iface->describe = describe;
}

static GType
module_mood_get_type (void)
{
  static const GEnumValue values[] = { { 0, "CALM", "calm" }, { 1, "WILD", "very-wild" }, { 0, NULL, NULL } };
  GType type = g_type_from_name (TYPE_NAME "Mood");

  return type != 0 ? type : g_enum_register_static (TYPE_NAME "Mood", values);
}

GType
module_fetcher_get_type (void)
{
  static GType type;
  const GInterfaceInfo iface = { (GInterfaceInitFunc) fetcher_init, NULL, NULL };

  if (type == 0)
    {
      type = g_type_register_static_simple (G_TYPE_OBJECT, TYPE_NAME, sizeof (ModuleFetcherClass),
                                            (GClassInitFunc) class_init, sizeof (ModuleFetcher), NULL, 0);
      if (type != 0)
        g_type_add_interface_static (type, SP_TYPE_FETCHER, &iface);
    }

  return type;
}

GType
module_none_get_type (void)
{
  return G_TYPE_INVALID;
}

GType
module_object_get_type (void)
{
  return G_TYPE_OBJECT;
}

#ifdef UNRESOLVED
void sp_this_symbol_is_nowhere (void);
G_MODULE_EXPORT void call_it (void);
void call_it (void) { sp_this_symbol_is_nowhere (); }
#endif

#ifdef CRASHES
__attribute__ ((constructor)) static void crash (void) { if (g_getenv ("SP_TEST_SPARED") == NULL) g_abort (); }
#endif

#ifdef HANGS
__attribute__ ((constructor)) static void hang (void) { g_usleep (60 * G_USEC_PER_SEC); }
#endif

#ifdef ENTRY
G_MODULE_EXPORT extern const SpPluginInfo sp_plugin_info;
const SpPluginInfo sp_plugin_info = { ENTRY };
#elif !defined NO_ENTRY
SP_DEFINE_PLUGIN (KIND, ID, "A module", "Made for tests.", "1.2", NULL, GET_TYPE)
#endif
