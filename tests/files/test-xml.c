/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xml.h"

#include "files/make-book.h"
#include "files/sp-file-error.h"

typedef struct
{
  GString    *log;
  const char *stop_at; /* name of an element where the handler fails */
} Watcher;

static gboolean
on_start (gpointer      user_data,
          const char   *name,
          const char  **attributes,
          GError      **error)
{
  Watcher *self = user_data;

  g_string_append_printf (self->log, "<%s", name);
  for (guint i = 0; attributes[i] != NULL; i += 2)
    g_string_append_printf (self->log, " %s=%s", attributes[i], attributes[i + 1]);
  g_string_append_c (self->log, '>');
  if (g_strcmp0 (self->stop_at, name) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "stopped");
      return FALSE;
    }

  return TRUE;
}

static gboolean
on_end (gpointer     user_data,
        const char  *name,
        const char  *text,
        GError     **error)
{
  Watcher *self = user_data;

  g_string_append_printf (self->log, "%s</%s>", text, name);

  return TRUE;
}

static const SpXmlHandler handler = { on_start, on_end };

static char *
watch (const char   *xml,
       gsize         size,
       const char   *stop_at,
       GCancellable *cancellable,
       GError      **error)
{
  g_autoptr(GBytes) part = g_bytes_new (xml, size);
  Watcher self = { g_string_new (NULL), stop_at };
  gboolean ok = sp_xml_parse (part, &handler, &self, cancellable, error);

  g_assert_true (ok == (*error == NULL));

  return g_string_free (self.log, FALSE);
}

static void
assert_log (const char *xml,
            const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *log = watch (xml, strlen (xml), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (log, ==, expected);
}

static void
assert_refused (const char *xml,
                GQuark      domain,
                int         code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *log = watch (xml, strlen (xml), "stop", NULL, &error);

  g_assert_error (error, domain, code);
  g_assert_null (strstr (log, "</stop>"));
}

static void
test_elements (void)
{
  assert_log ("<?xml version='1.0'?><a xmlns='" MAIN_NS "' b='1' c='&lt;'>t<d/>x&amp;y</a>",
              "<a b=1 c=<><d></d>x&y</a>");
  assert_log ("<m:a xmlns:m='http://purl.oclc.org/ooxml/spreadsheetml/main'><m:b>1</m:b></m:a>", "<a><b>1</b></a>");
}

/* Extensions of other makers are none of our business, nor is what they hold. */
static void
test_foreign (void)
{
  assert_log ("<a xmlns='" MAIN_NS "' xmlns:x='urn:x'><x:b>no<c>no</c></x:b><d>yes</d></a>", "<a><d>yes</d></a>");
  assert_log ("<x:a xmlns:x='urn:x' xmlns='" MAIN_NS "'><b/></x:a>", "");
  assert_log ("<a><b/></a>", "");
  assert_log ("<a xmlns='" MAIN_NS "x'/>", "");
}

static void
test_utf16 (void)
{
  static const char text[] = "<a xmlns='" MAIN_NS "'>Zoë</a>";
  g_autoptr(GError) error = NULL;
  gsize size = 0;
  g_autofree char *utf16 = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  g_autofree char *log = watch (utf16, size, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (log, ==, "<a>Zoë</a>");
}

static void
test_refused (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);

  for (guint i = 0; i <= SP_XML_MAX_DEPTH; i++)
    g_string_append (deep, "<a>");

  assert_refused ("", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("text", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("<a>", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("<a></b>", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("<a/><b/>", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("<a>\xff</a>", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("<a>&nbsp;</a>", SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE a><a/>", SP_FILE_ERROR, SP_FILE_ERROR_REFUSED);
  assert_refused ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", SP_FILE_ERROR,
                  SP_FILE_ERROR_REFUSED);
  assert_refused (deep->str, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED);
  assert_refused ("<a xmlns='" MAIN_NS "'><stop><b/></stop></a>", G_IO_ERROR, G_IO_ERROR_EXISTS);
}

/* After the handler failed, nothing more is reported. */
static void
test_stop (void)
{
  static const char xml[] = "<a xmlns='" MAIN_NS "'><stop><b/></stop><c/></a>";
  g_autoptr(GError) error = NULL;
  g_autofree char *log = watch (xml, strlen (xml), "stop", NULL, &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpstr (log, ==, "<a><stop>");
}

static void
test_cancel (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *log = NULL;

  g_cancellable_cancel (cancellable);
  log = watch ("<a/>", 4, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (log, ==, "");
}

static void
test_attributes (void)
{
  const char *attributes[] = { "n", "12", "t", "true", "f", "0", "on", "on", "m", "-1", "e", "",
                               DOC_REL "\nid", "rId7", NULL };
  const char *none[] = { NULL };
  guint n = 99;

  g_assert_cmpstr (sp_xml_attribute (attributes, "n"), ==, "12");
  g_assert_null (sp_xml_attribute (attributes, "x"));
  g_assert_true (sp_xml_attribute_uint (attributes, "n", 12, &n));
  g_assert_cmpuint (n, ==, 12);
  g_assert_false (sp_xml_attribute_uint (attributes, "n", 11, &n));
  g_assert_false (sp_xml_attribute_uint (attributes, "m", 12, &n));
  g_assert_false (sp_xml_attribute_uint (attributes, "e", 12, &n));
  g_assert_false (sp_xml_attribute_uint (attributes, "x", 12, &n));
  g_assert_cmpuint (n, ==, 12);
  g_assert_true (sp_xml_attribute_boolean (attributes, "t"));
  g_assert_true (sp_xml_attribute_boolean (attributes, "on"));
  g_assert_false (sp_xml_attribute_boolean (attributes, "f"));
  g_assert_false (sp_xml_attribute_boolean (attributes, "x"));
  g_assert_cmpstr (sp_xml_attribute_relationship (attributes), ==, "rId7");
  g_assert_null (sp_xml_attribute_relationship (none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xml/elements", test_elements);
  g_test_add_func ("/files/xml/foreign", test_foreign);
  g_test_add_func ("/files/xml/utf16", test_utf16);
  g_test_add_func ("/files/xml/refused", test_refused);
  g_test_add_func ("/files/xml/stop", test_stop);
  g_test_add_func ("/files/xml/cancel", test_cancel);
  g_test_add_func ("/files/xml/attributes", test_attributes);

  return g_test_run ();
}
