/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-kept-group.h"

#include "engine/sp-local-time.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

#define RETENTION "retention-days"

/**
 * SpKeptGroup:
 *
 * What is kept of the sources' answers: whether, how long, how much that is, and how to be rid of it.
 */
struct _SpKeptGroup
{
  AdwPreferencesGroup parent_instance;

  SpOpener     *opener;      /* (unowned) (nullable) */
  SpFetcher    *fetcher;     /* (owned) (nullable): what looks at what is kept */
  GCancellable *cancellable; /* (owned) */
  GArray       *days;        /* (owned) (element-type guint): those of the choice, 0 for what the source asks */

  GtkWidget    *mode;
  GtkWidget    *retention;
  GtkWidget    *kept;
  GtkWidget    *delete_button;
};

G_DEFINE_FINAL_TYPE (SpKeptGroup, sp_kept_group, ADW_TYPE_PREFERENCES_GROUP)

static void
sp_kept_group_dispose (GObject *object)
{
  SpKeptGroup *self = SP_KEPT_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->fetcher);

  G_OBJECT_CLASS (sp_kept_group_parent_class)->dispose (object);
}

static void
sp_kept_group_finalize (GObject *object)
{
  SpKeptGroup *self = SP_KEPT_GROUP (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->days, g_array_unref);

  G_OBJECT_CLASS (sp_kept_group_parent_class)->finalize (object);
}

/* libadwaita 1.2 keeps groups when their window of preferences goes. */
static void
sp_kept_group_unroot (GtkWidget *widget)
{
  SpKeptGroup *self = SP_KEPT_GROUP (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->fetcher);

  GTK_WIDGET_CLASS (sp_kept_group_parent_class)->unroot (widget);
}

static void
sp_kept_group_class_init (SpKeptGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_kept_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_kept_group_finalize;
  GTK_WIDGET_CLASS (klass)->unroot = sp_kept_group_unroot;
}

static void
show_kept (SpKeptGroup *self,
           const char  *text,
           gboolean     any)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->kept), text);
  gtk_widget_set_sensitive (self->delete_button, any);
}

static char *
describe (const SpStorage *storage)
{
  g_autofree char *size = g_format_size ((guint64) storage->n_bytes);
  g_autofree char *oldest = NULL;
  g_autofree char *lists = NULL;
  g_autofree char *activities = NULL;

  if (storage->n_lists + storage->n_activities + storage->n_segments == 0)
    /* Translators: what is kept of the sources’ answers */
    return g_strdup (_("Nothing"));
  oldest = sp_words_moment (sp_local_time_from_utc (storage->oldest_s));
  lists = g_strdup_printf (ngettext ("%u list", "%u lists", storage->n_lists), storage->n_lists);
  activities = g_strdup_printf (ngettext ("%u activity", "%u activities", storage->n_activities),
                                storage->n_activities);

  /* Translators: a number of lists, a number of activities, a size such as 12 MB, and a day with a time */
  return g_strdup_printf (_("%s and %s, %s; the oldest from %s"), lists, activities, size, oldest);
}

static void
storage_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SpKeptGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpStorage) storage = sp_fetcher_get_storage_finish (SP_FETCHER (source), result, &error);
  g_autofree char *text = NULL;
  g_autofree char *noted = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (storage == NULL)
    {
      show_kept (self, error->message, FALSE);
      return;
    }
  text = describe (storage);
  if (storage->note != NULL)
    noted = g_strdup_printf ("%s. %s", text, storage->note);
  show_kept (self, noted != NULL ? noted : text, storage->n_lists + storage->n_activities + storage->n_segments > 0);
}

static void
look (SpKeptGroup *self)
{
  if (self->fetcher != NULL)
    sp_fetcher_get_storage_async (self->fetcher, self->cancellable, storage_cb, g_object_ref (self));
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpKeptGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sp_fetcher_forget_finish (SP_FETCHER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "preferences.say", "s",
                              done ? _("What was kept is deleted.") : error->message);
  look (self);
}

static void
answered_cb (SpKeptGroup *self,
             const char  *response)
{
  if (g_str_equal (response, "delete") && self->fetcher != NULL)
    sp_fetcher_forget_async (self->fetcher, NULL, self->cancellable, forgotten_cb, g_object_ref (self));
}

static void
delete_cb (SpKeptGroup *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _("Delete What Is Kept?"),
                                              _("The next refresh asks for everything again, with as many requests as "
                                                "the first. Competitions and the results in them stay."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
explain_mode (guint mode)
{
  static const char * const words[] = {
    [SP_CACHE_ON] = N_("A refresh asks only for what is new"),
    [SP_CACHE_OFF] = N_("A refresh asks for everything, each time"),
    [SP_CACHE_OFFLINE] = N_("A refresh asks nothing, and shows what was kept"),
  };

  return mode < G_N_ELEMENTS (words) ? _(words[mode]) : "";
}

static void
mode_cb (SpKeptGroup *self)
{
  guint mode = adw_combo_row_get_selected (ADW_COMBO_ROW (self->mode));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->mode), explain_mode (mode));
  sp_preferences_set_cache_mode (sp_opener_get_preferences (self->opener), (SpCacheMode) mode);
}

static void
retention_cb (SpKeptGroup *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->retention));
  g_autofree char *text = NULL;

  if (chosen >= self->days->len)
    return;
  text = g_strdup_printf ("%u", g_array_index (self->days, guint, chosen));
  sp_preferences_set_option (sp_opener_get_preferences (self->opener), SP_SOURCE_CACHE, RETENTION,
                             chosen > 0 ? text : NULL);
}

static void
preferred_cb (SpKeptGroup   *self,
              SpPreferences *preferences)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->mode), sp_preferences_get_cache_mode (preferences));
}

static GtkWidget *
add_combo (SpKeptGroup   *self,
           const char    *title,
           const char    *subtitle,
           GtkStringList *model,
           guint          selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

/* By the order of SpCacheMode. */
static void
add_mode (SpKeptGroup *self)
{
  const char *words[] = { _("Keep and use"), _("Keep nothing"), _("Only use what is kept"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  guint mode = sp_preferences_get_cache_mode (sp_opener_get_preferences (self->opener));

  /* Translators: heading of a choice: what is done with what the sources answered */
  self->mode = add_combo (self, _("Answers"), explain_mode (mode), model, mode);
  g_signal_connect_swapped (self->mode, "notify::selected", G_CALLBACK (mode_cb), self);
  g_signal_connect_object (sp_opener_get_preferences (self->opener), "changed", G_CALLBACK (preferred_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_retention (SpKeptGroup *self)
{
  static const guint usual[] = { 1, 3, 7, 14, 30, 90 };
  SpPreferences *preferences = sp_opener_get_preferences (self->opener);
  g_autofree char *text = sp_preferences_get_option (preferences, SP_SOURCE_CACHE, RETENTION);
  guint64 now = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0, none = 0, other = (guint) MIN (now, 3650);

  gtk_string_list_append (model, _("As allowed"));
  g_array_append_val (self->days, none);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    g_array_append_val (self->days, usual[i]);
  for (guint i = 0; i < self->days->len; i++)
    if (g_array_index (self->days, guint, i) == other)
      selected = i;
  if (other > 0 && selected == 0)
    {
      g_array_append_val (self->days, other);
      selected = self->days->len - 1;
    }
  for (guint i = 1; i < self->days->len; i++)
    {
      guint days = g_array_index (self->days, guint, i);
      g_autofree char *words = g_strdup_printf (ngettext ("%u day", "%u days", days), days);

      gtk_string_list_append (model, words);
    }
  self->retention = add_combo (self, _("Kept for"), _("Strava’s terms allow 7 days, and no more"), model, selected);
  g_signal_connect_swapped (self->retention, "notify::selected", G_CALLBACK (retention_cb), self);
}

static void
add_kept (SpKeptGroup *self)
{
  self->kept = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kept), _("Kept now"));
  self->delete_button = gtk_button_new_with_mnemonic (_("_Delete…"));
  gtk_widget_set_valign (self->delete_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->delete_button, "clicked", G_CALLBACK (delete_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Delete what is kept"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->kept), self->delete_button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->kept);
  show_kept (self, _("Looking …"), FALSE);
}

static void
sp_kept_group_init (SpKeptGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->days = g_array_new (FALSE, FALSE, sizeof (guint));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("What the sources answered"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Kept on this computer, so that a refresh asks only for what is new. A "
                                           "change holds from the next refresh."));
}

/**
 * sp_kept_group_new:
 * @opener: makes sources
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
sp_kept_group_new (SpOpener *opener)
{
  SpKeptGroup *self;
  g_autofree char *id = NULL;
  g_autoptr (SpSource) source = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SP_IS_OPENER (opener), NULL);

  self = g_object_new (SP_TYPE_KEPT_GROUP, NULL);
  g_set_weak_pointer (&self->opener, opener);
  id = sp_preferences_get_source (sp_opener_get_preferences (opener));
  source = sp_opener_make_kept (opener, id);
  self->fetcher = sp_source_open (source, 0, &error);
  add_mode (self);
  add_retention (self);
  add_kept (self);
  if (sp_plugin_loader_find (sp_opener_get_plugins (opener), SP_SOURCE_CACHE) == NULL)
    {
      gtk_widget_set_sensitive (self->mode, FALSE);
      gtk_widget_set_sensitive (self->retention, FALSE);
      show_kept (self, _("Nothing, because the plugin that keeps answers is missing. Install Segment Podium again to "
                         "have it."), FALSE);
    }
  else if (self->fetcher == NULL)
    show_kept (self, error->message, FALSE);
  look (self);

  return GTK_WIDGET (self);
}
