/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-module.h"

#include <elf.h>
#include <glib/gi18n-lib.h>
#include <link.h>

G_DEFINE_QUARK (sp-plugin-error-quark, sp_plugin_error)

#define MAX_ID 64

/* An area of a file that is @size long; sums of what a file says may overflow. */
static gboolean
is_inside (guint64 offset,
           guint64 length,
           guint64 size)
{
  return offset <= size && length <= size - offset;
}

static gboolean
has_whole_segments (const char        *data,
                    gsize              size,
                    const ElfW (Ehdr) *header)
{
  if (!is_inside (header->e_phoff, (guint64) header->e_phnum * sizeof (ElfW (Phdr)), size))
    return FALSE;
  for (guint i = 0; i < header->e_phnum; i++)
    {
      ElfW (Phdr) segment;

      memcpy (&segment, data + header->e_phoff + i * sizeof segment, sizeof segment);
      if (!is_inside (segment.p_offset, segment.p_filesz, size))
        return FALSE;
    }

  return is_inside (header->e_shoff, (guint64) header->e_shnum * header->e_shentsize, size);
}

/* What this program itself was made for, read from its own header in memory. */
static guint
get_own_machine (void)
{
  static guint machine;

  if (machine == 0)
    {
      g_autoptr(GMappedFile) self = g_mapped_file_new ("/proc/self/exe", FALSE, NULL);
      ElfW (Ehdr) header = { 0 };

      if (self != NULL && g_mapped_file_get_length (self) >= sizeof header)
        memcpy (&header, g_mapped_file_get_contents (self), sizeof header);
      machine = header.e_machine;
    }

  return machine;
}

static gboolean
check_object (const char  *path,
              const char  *data,
              gsize        size,
              GError     **error)
{
  ElfW (Ehdr) header;
  guint own_class = sizeof (void *) == 8 ? ELFCLASS64 : ELFCLASS32;
  guint own_machine = get_own_machine ();

  if (size < SELFMAG || memcmp (data, ELFMAG, SELFMAG) != 0)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_NO_MODULE,
                   size == 0 ? _("“%s” is empty. Install the plugin again") : _("“%s” is not a loadable module"), path);
      return FALSE;
    }
  if (size < sizeof header)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CUT_OFF,
                   _("“%s” is not whole: its end is missing. Install the plugin again"), path);
      return FALSE;
    }
  memcpy (&header, data, sizeof header);
  if ((guint) (guchar) header.e_ident[EI_CLASS] != own_class || header.e_type != ET_DYN ||
      (own_machine != 0 && header.e_machine != own_machine))
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_NO_MODULE,
                   _("“%s” is not a module for this kind of computer"), path);
      return FALSE;
    }
  if (header.e_phentsize != sizeof (ElfW (Phdr)) || !has_whole_segments (data, size, &header))
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CUT_OFF,
                   _("“%s” is not whole: its end is missing. Install the plugin again"), path);
      return FALSE;
    }

  return TRUE;
}

/**
 * sp_module_check:
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * Looks whether a file is a whole module for this kind of computer. The system's loader does not survive one that is
 * cut off.
 *
 * Returns: %FALSE with @error set, of %SP_PLUGIN_ERROR, where it is not
 */
gboolean
sp_module_check (const char  *path,
                 GError     **error)
{
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_NO_MODULE, _("“%s” is not a file"), path);
      return FALSE;
    }
  file = g_mapped_file_new (path, FALSE, &cause);
  if (file == NULL)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNREADABLE, _("“%s” can not be read: %s"), path,
                   cause->message);
      return FALSE;
    }

  return check_object (path, g_mapped_file_get_contents (file), g_mapped_file_get_length (file), error);
}

static gboolean
is_id (const char *id)
{
  gsize n = 0;

  if (id == NULL || !g_ascii_islower (id[0]))
    return FALSE;
  while (g_ascii_islower (id[n]) || g_ascii_isdigit (id[n]) || id[n] == '-')
    n++;

  return id[n] == '\0' && n <= MAX_ID;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL);
}

static gboolean
check_entry (const char          *path,
             const SpPluginInfo  *info,
             GError             **error)
{
  if (info->magic != SP_PLUGIN_MAGIC)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_NO_ENTRY,
                 _("“%s” is a module, but not a plugin of this program"), path);
  else if (info->api_number != SP_API_NUMBER)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_OTHER_API,
                 _("“%s” was built for plugin interface %u; this program has %u. Install the matching version of it"),
                 path, info->api_number, SP_API_NUMBER);
  else if (info->struct_size < sizeof *info)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY,
                 _("“%s” has an entry that is too short: it was built wrongly"), path);
  else if (!is_id (info->id))
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY,
                 _("“%s” has no proper id: it has to be small letters, digits and dashes"), path);
  else if (!is_text (info->name) || !is_text (info->description) || !is_text (info->version) ||
           info->get_type == NULL || info->kind > SP_PLUGIN_DECORATOR)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY,
                 _("“%s” does not say what it is: its entry is incomplete"), path);
  else
    return TRUE;

  return FALSE;
}

/**
 * sp_module_open:
 * @path: (type filename): a file that passed sp_module_check()
 * @error: return location for an error
 *
 * Loads a module and looks at its entry. It stays loaded for good, also where it is refused: what it, or a library that
 * came with it, registered with the type system can not be taken back.
 *
 * Returns: (transfer none): its entry; %NULL with @error set, of %SP_PLUGIN_ERROR
 */
const SpPluginInfo *
sp_module_open (const char  *path,
                GError     **error)
{
  g_autoptr(GError) cause = NULL;
  const SpPluginInfo *info;
  gpointer symbol = NULL;
  GModule *module;

  g_return_val_if_fail (path != NULL, NULL);

  /* Not lazily: a symbol that is nowhere has to show now, and not as the end of the process at its first call. */
  module = g_module_open_full (path, G_MODULE_BIND_LOCAL, &cause);
  if (module == NULL)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNLOADABLE, _("“%s” can not be loaded: %s"), path,
                   cause->message);
      return NULL;
    }
  g_module_make_resident (module);
  if (!g_module_symbol (module, SP_PLUGIN_SYMBOL, &symbol) || symbol == NULL)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_NO_ENTRY,
                   _("“%s” is a module, but not a plugin of this program"), path);
      return NULL;
    }
  info = symbol;

  return check_entry (path, info, error) ? info : NULL;
}

/* A decorator has to be told before whom it stands. */
static gboolean
has_upstream (GType type)
{
  GObjectClass *klass = g_type_class_ref (type);
  GParamSpec *upstream = g_object_class_find_property (klass, "upstream");
  gboolean has_it = upstream != NULL && (upstream->flags & G_PARAM_WRITABLE) &&
                    g_type_is_a (SP_TYPE_FETCHER, upstream->value_type);

  g_type_class_unref (klass);

  return has_it;
}

/**
 * sp_module_get_type:
 * @info: an entry
 * @error: return location for an error
 *
 * Has a plugin register its type.
 *
 * Returns: the type of its fetcher, an object; %G_TYPE_INVALID with @error set, of %SP_PLUGIN_ERROR
 */
GType
sp_module_get_type (const SpPluginInfo  *info,
                    GError             **error)
{
  GType type;

  g_return_val_if_fail (info != NULL, G_TYPE_INVALID);

  type = info->get_type ();
  if (type == G_TYPE_INVALID)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY,
                 _("The plugin “%s” could not register its type: another plugin may have one of that name"), info->id);
  else if (!g_type_is_a (type, G_TYPE_OBJECT) || !g_type_is_a (type, SP_TYPE_FETCHER) || G_TYPE_IS_ABSTRACT (type))
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY,
                 _("The plugin “%s” has a type that is not a source of data"), info->id);
  else if (info->kind == SP_PLUGIN_DECORATOR && !has_upstream (type))
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY,
                 _("The plugin “%s” can not be told which source it adds to"), info->id);
  else
    return type;

  return G_TYPE_INVALID;
}
