/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SP_XML_MAX_DEPTH 64

/**
 * SpXmlHandler:
 * @start: (nullable): called at the start of an element
 * @end: (nullable): called at the end of an element, with the text since the last start or end
 *
 * What is done while a part of a workbook is read. Only elements of the workbook's own namespaces are reported, by
 * their local names; others are skipped with all they hold. Either function may set an error and return %FALSE to
 * stop.
 */
typedef struct
{
  gboolean (*start) (gpointer      user_data,
                     const char   *name,
                     const char  **attributes,
                     GError      **error);
  gboolean (*end)   (gpointer      user_data,
                     const char   *name,
                     const char   *text,
                     GError      **error);
} SpXmlHandler;

gboolean    sp_xml_parse                  (GBytes              *part,
                                           const SpXmlHandler  *handler,
                                           gpointer             user_data,
                                           GCancellable        *cancellable,
                                           GError             **error);
const char *sp_xml_attribute              (const char         **attributes,
                                           const char          *name);
gboolean    sp_xml_attribute_uint         (const char         **attributes,
                                           const char          *name,
                                           guint                max,
                                           guint               *value);
gboolean    sp_xml_attribute_boolean      (const char         **attributes,
                                           const char          *name);
const char *sp_xml_attribute_relationship (const char         **attributes);

G_END_DECLS
