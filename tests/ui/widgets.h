/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Finds the n-th widget of a type below another, in the order in which they are shown. */
static inline gpointer
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gpointer
find_widget (gpointer widget,
             GType    type,
             guint    n)
{
  return find_nth (GTK_WIDGET (widget), type, &n);
}

static inline guint
count_widgets (gpointer widget,
               GType    type)
{
  guint n = 0;

  while (find_widget (widget, type, n) != NULL)
    n++;

  return n;
}

/* Finds the row with a title. */
static inline gpointer
find_row (gpointer    widget,
          const char *title)
{
  AdwPreferencesRow *row;

  for (guint i = 0; (row = find_widget (widget, ADW_TYPE_PREFERENCES_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (row), title) == 0)
      return row;

  return NULL;
}

/* Finds the label with a text. */
static inline gpointer
find_label (gpointer    widget,
            const char *text)
{
  GtkLabel *label;

  for (guint i = 0; (label = find_widget (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (label), text))
      return label;

  return NULL;
}

static inline GLogWriterOutput
write_but_measures (GLogLevelFlags   level,
                    const GLogField *fields,
                    gsize            n_fields,
                    gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* Newer versions of libadwaita measure the heading of each question for less room than it has; GTK warns of that. */
static inline void
expect_questions (void)
{
  g_log_set_writer_func (write_but_measures, NULL, NULL);
}

/* Finds the window of a type among those that are open. */
static inline gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

/* Counts the windows of a type that are open. */
static inline guint
count_windows (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      n += g_type_is_a (G_OBJECT_TYPE (window), type);
    }

  return n;
}
