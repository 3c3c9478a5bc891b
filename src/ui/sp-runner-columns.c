/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runner-columns.h"

#include "ui/sp-runner-item.h"
#include "ui/sp-team-dot.h"

#include <glib/gi18n-lib.h>

/* The room of a name in pixels, for text at its usual size, and what that is. */
#define WIDTH 160
#define NORMAL_DPI (96 * 1024)

typedef enum
{
  COLUMN_RUNNER,
  COLUMN_TEAM,
  COLUMN_STATE,
} Column;

static const SpRunnerValues *
values_of (gpointer item)
{
  return sp_runner_get_values (sp_runner_item_get_runner (item));
}

static const char *
team_of (gpointer item)
{
  const SpRunnerValues *values = values_of (item);

  return values->segment_team != NULL ? values->segment_team : values->distance_team;
}

/* Made when it is asked for: told beforehand, the toolkit would look for the mouse at each line. */
static gboolean
state_tooltip_cb (GtkWidget   *box,
                  int          x,
                  int          y,
                  gboolean     by_keys,
                  GtkTooltip  *tooltip,
                  GtkListItem *item)
{
  SpRunnerItem *runner = gtk_list_item_get_item (item);
  const SpQualityRowValues *quality = runner != NULL ? sp_runner_item_get_quality (runner) : NULL;

  if (quality == NULL || quality->reason == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, quality->reason);

  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  if (column == COLUMN_TEAM)
    gtk_box_append (GTK_BOX (box), sp_team_dot_new ());
  else if (column == COLUMN_STATE)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new ());
      gtk_widget_set_has_tooltip (box, TRUE);
      g_signal_connect (box, "query-tooltip", G_CALLBACK (state_tooltip_cb), item);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_state (GtkWidget    *box,
            SpRunnerItem *item)
{
  const char *css_class;
  const char * const image_classes[] = { NULL, NULL };
  const char *classes[] = { NULL, NULL };
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *words = sp_runner_item_to_words (item);

  gtk_widget_set_css_classes (image, (const char **) image_classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), sp_runner_item_get_icon (item, &css_class));
  gtk_widget_add_css_class (image, css_class);
  classes[0] = sp_runner_item_get_state (item) == SP_RUNNER_CONNECTED ? "dim-label" : NULL;
  gtk_widget_set_css_classes (label, classes);
  gtk_label_set_text (GTK_LABEL (label), words);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  SpRunnerItem *runner = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *team = team_of (runner);

  switch ((Column) GPOINTER_TO_INT (user_data))
    {
    case COLUMN_RUNNER:
      gtk_label_set_text (GTK_LABEL (label), values_of (runner)->name);
      break;
    case COLUMN_TEAM:
      gtk_widget_set_visible (gtk_widget_get_first_child (box), team != NULL);
      if (team != NULL)
        sp_team_dot_set_team (SP_TEAM_DOT (gtk_widget_get_first_child (box)), team);
      gtk_label_set_text (GTK_LABEL (label), team != NULL ? team : _("No team"));
      break;
    case COLUMN_STATE:
      bind_state (box, runner);
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const char *x = team_of ((gpointer) a);
  const char *y = team_of ((gpointer) b);
  int order = 0;

  switch ((Column) GPOINTER_TO_INT (user_data))
    {
    case COLUMN_RUNNER:
      break;
    case COLUMN_TEAM:
      order = x == NULL || y == NULL ? (x == NULL) - (y == NULL) : g_utf8_collate (x, y);
      break;
    case COLUMN_STATE:
      order = (int) sp_runner_item_get_state ((SpRunnerItem *) a) - (int) sp_runner_item_get_state ((SpRunnerItem *) b);
      break;
    default:
      g_assert_not_reached ();
    }

  return order != 0 ? order : g_utf8_collate (values_of ((gpointer) a)->name, values_of ((gpointer) b)->name);
}

/* Columns are as wide as the text is large. */
static void
text_cb (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-xft-dpi", &dpi, NULL);
  for (guint i = COLUMN_RUNNER; i <= COLUMN_TEAM; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_fixed_width (column, dpi > 0 ? WIDTH * dpi / NORMAL_DPI : WIDTH);
    }
}

/**
 * sp_runner_columns_add:
 * @view: a view without columns
 *
 * Gives it the columns of the list of runners, sorted by what needs the organiser first.
 */
void
sp_runner_columns_add (GtkColumnView *view)
{
  const struct
  {
    Column      column;
    const char *title;
  } columns[] = {
    { COLUMN_RUNNER, _("Runner") }, { COLUMN_TEAM, _("Team") },
    /* Translators: how a runner stands with the source */
    { COLUMN_STATE, _("State") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (columns[i].column));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (columns[i].column));
      column = gtk_column_view_column_new (columns[i].title, factory);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GINT_TO_POINTER (columns[i].column), NULL));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, columns[i].column == COLUMN_STATE);
      gtk_column_view_append_column (view, column);
      if (columns[i].column == COLUMN_STATE)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
  text_cb (view);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (view)), "notify::gtk-xft-dpi", G_CALLBACK (text_cb),
                           view, G_CONNECT_SWAPPED);
}
