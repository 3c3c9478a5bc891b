/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "platform/sp-directories.h"

#include <glib/gi18n-lib.h>

/* That something is the matter is said where there is a window by then; what it is has no room there. */
static void
storage_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpStorage) storage = sp_fetcher_get_storage_finish (SP_FETCHER (source), result, &error);
  GtkWindow *window = NULL;

  if (application != NULL)
    window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (storage != NULL && storage->note != NULL && SP_IS_MAIN_WINDOW (window))
    sp_main_window_say (SP_MAIN_WINDOW (window), _("Something is the matter with what is kept. Preferences say what."));
  else if (storage == NULL)
    g_info ("What is kept was not looked at: %s", error->message);
}

/**
 * sp_application_kept_look:
 * @opener: makes sources
 *
 * Looks at what is kept, as the program starts: what may be kept no longer is deleted by that. Where nothing was ever
 * kept, nothing is made.
 */
void
sp_application_kept_look (SpOpener *opener)
{
  g_autofree char *directory = sp_directories_get_cache ("answers");
  g_autofree char *id = sp_preferences_get_source (sp_opener_get_preferences (opener));
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;

  if (!g_file_test (directory, G_FILE_TEST_IS_DIR))
    return;
  source = sp_opener_make_kept (opener, id);
  fetcher = sp_source_open (source, 0, NULL);
  if (fetcher != NULL)
    sp_fetcher_get_storage_async (fetcher, NULL, storage_cb, NULL);
}
