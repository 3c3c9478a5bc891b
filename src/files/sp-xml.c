/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xml.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "files/sp-file-error.h"

#define CHUNK_BYTES (64 * 1024)

/* Stands between namespace and local name; expat refuses namespaces that hold it. */
#define SEPARATOR '\n'

typedef struct
{
  XML_Parser          parser;
  const SpXmlHandler *handler;   /* (unowned) */
  gpointer            user_data; /* (unowned) */
  GString            *text;      /* (owned) */
  guint               depth;
  guint               foreign;   /* depth of the outermost element that is not ours, 0 outside of any */
  GError             *error;     /* (owned) (nullable) */
} SpXml;

static const char * const own_namespaces[] = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://schemas.openxmlformats.org/package/2006/relationships",
  NULL,
};

/* The local part of an element's name, or NULL where it is not one of ours. */
static const char *
own_name (const char *name)
{
  const char *separator = strchr (name, SEPARATOR);

  for (guint i = 0; separator != NULL && own_namespaces[i] != NULL; i++)
    if (strlen (own_namespaces[i]) == (gsize) (separator - name) && g_str_has_prefix (name, own_namespaces[i]))
      return separator + 1;

  return NULL;
}

static void
stop (SpXml  *self,
      GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);

  XML_StopParser (self->parser, XML_FALSE);
}

static void
start_element (void        *user_data,
               const char  *name,
               const char **attributes)
{
  SpXml *self = user_data;
  const char *own = own_name (name);
  GError *error = NULL;

  g_string_truncate (self->text, 0);

  if (++self->depth > SP_XML_MAX_DEPTH)
    stop (self, g_error_new (SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                             _("The workbook nests its contents more than %d deep, as no spreadsheet program does, "
                               "and was not opened. Fetch another copy from someone you trust."),
                             SP_XML_MAX_DEPTH));
  else if (self->foreign == 0 && own == NULL)
    self->foreign = self->depth;
  else if (self->foreign == 0 && self->handler->start != NULL &&
           !self->handler->start (self->user_data, own, attributes, &error))
    stop (self, error);
}

static void
end_element (void       *user_data,
             const char *name)
{
  SpXml *self = user_data;
  GError *error = NULL;

  if (self->foreign == 0 && self->handler->end != NULL &&
      !self->handler->end (self->user_data, own_name (name), self->text->str, &error))
    stop (self, error);

  if (self->foreign == self->depth)
    self->foreign = 0;
  self->depth--;
  g_string_truncate (self->text, 0);
}

static void
character_data (void       *user_data,
                const char *text,
                int         length)
{
  SpXml *self = user_data;

  if (self->foreign == 0)
    g_string_append_len (self->text, text, length);
}

static void
start_doctype (void       *user_data,
               const char *name,
               const char *system_id,
               const char *public_id,
               int         has_internal_subset)
{
  SpXml *self = user_data;

  stop (self, g_error_new_literal (SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                                   _("The workbook defines its own document type, as no spreadsheet program does, "
                                     "and was not opened. Fetch another copy from someone you trust.")));
}

static gboolean
feed (SpXml         *self,
      GBytes        *part,
      GCancellable  *cancellable,
      GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (part, &size);
  enum XML_Status status = XML_STATUS_OK;

  for (gsize done = 0; status == XML_STATUS_OK; done += CHUNK_BYTES)
    {
      gsize n = MIN (size - done, CHUNK_BYTES);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      status = XML_Parse (self->parser, data + done, (int) n, done + n == size);
      if (done + n == size)
        break;
    }

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (status != XML_STATUS_OK)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                   _("The workbook is damaged (%s in line %lu of a part). Save it again, or fetch another copy."),
                   XML_ErrorString (XML_GetErrorCode (self->parser)), XML_GetCurrentLineNumber (self->parser));
      return FALSE;
    }

  return TRUE;
}

/**
 * sp_xml_parse:
 * @part: a whole part of a workbook
 * @handler: what is done with its elements
 * @user_data: data for the functions of @handler
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a part. Document types, and elements nested more than %SP_XML_MAX_DEPTH deep, are refused.
 *
 * Returns: %FALSE with an error of [error@FileError], that of @handler, or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_xml_parse (GBytes              *part,
              const SpXmlHandler  *handler,
              gpointer             user_data,
              GCancellable        *cancellable,
              GError             **error)
{
  SpXml self = { .handler = handler, .user_data = user_data };
  gboolean ok;

  g_return_val_if_fail (part != NULL, FALSE);
  g_return_val_if_fail (handler != NULL, FALSE);

  self.parser = XML_ParserCreateNS (NULL, SEPARATOR);
  self.text = g_string_new (NULL);
  XML_SetUserData (self.parser, &self);
  XML_SetElementHandler (self.parser, start_element, end_element);
  XML_SetCharacterDataHandler (self.parser, character_data);
  XML_SetStartDoctypeDeclHandler (self.parser, start_doctype);

  ok = feed (&self, part, cancellable, error);

  XML_ParserFree (self.parser);
  g_string_free (self.text, TRUE);
  g_clear_error (&self.error);

  return ok;
}

/**
 * sp_xml_attribute:
 * @attributes: attributes of an element
 * @name: the name of one without a namespace
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
sp_xml_attribute (const char **attributes,
                  const char  *name)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (g_str_equal (attributes[i], name))
      return attributes[i + 1];

  return NULL;
}

/**
 * sp_xml_attribute_uint:
 * @attributes: attributes of an element
 * @name: the name of one without a namespace
 * @max: the largest number allowed
 * @value: (out): where the number goes; untouched where there is none
 *
 * Returns: %TRUE where the attribute is there and a number up to @max
 */
gboolean
sp_xml_attribute_uint (const char **attributes,
                       const char  *name,
                       guint        max,
                       guint       *value)
{
  const char *text = sp_xml_attribute (attributes, name);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, max, &number, NULL))
    return FALSE;

  *value = (guint) number;

  return TRUE;
}

/**
 * sp_xml_attribute_boolean:
 * @attributes: attributes of an element
 * @name: the name of one without a namespace
 *
 * Returns: %TRUE where the attribute is there and says so
 */
gboolean
sp_xml_attribute_boolean (const char **attributes,
                          const char  *name)
{
  const char *text = sp_xml_attribute (attributes, name);

  return text != NULL && (g_str_equal (text, "1") || g_str_equal (text, "true") || g_str_equal (text, "on"));
}

/**
 * sp_xml_attribute_relationship:
 * @attributes: attributes of an element
 *
 * Returns: (transfer none) (nullable): the id by which the element names another part
 */
const char *
sp_xml_attribute_relationship (const char **attributes)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    if (g_str_has_suffix (attributes[i], "/relationships\nid"))
      return attributes[i + 1];

  return NULL;
}
