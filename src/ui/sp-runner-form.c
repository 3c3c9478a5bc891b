/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runner-form.h"

#include "api/sp-time.h"
#include "files/sp-birthday.h"
#include "model/sp-birthday-words.h"
#include "model/sp-words.h"
#include "ui/sp-runner-edits.h"

#include <glib/gi18n-lib.h>

/* The teams of the segment boards and those of the distance boards. */
#define N_TEAMS 2

/**
 * SpRunnerForm:
 *
 * What can be edited of a runner.
 */
struct _SpRunnerForm
{
  GtkBox parent_instance;

  SpRunner  *runner; /* (owned) (nullable) */
  gboolean   changing;
  guint      chosen_id;

  GtkWidget *name;
  GtkWidget *id;
  GtkWidget *team[N_TEAMS];
  GtkWidget *new_team[N_TEAMS];
  GtkWidget *birthday;
};

G_DEFINE_FINAL_TYPE (SpRunnerForm, sp_runner_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sp_runner_form_dispose (GObject *object)
{
  g_clear_handle_id (&SP_RUNNER_FORM (object)->chosen_id, g_source_remove);
  g_clear_object (&SP_RUNNER_FORM (object)->runner);

  G_OBJECT_CLASS (sp_runner_form_parent_class)->dispose (object);
}

static void
sp_runner_form_class_init (SpRunnerFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_runner_form_dispose;
  /**
   * SpRunnerForm::changed:
   * @self: the form
   * @runner: the runner as it is to be
   *
   * The organiser edited it.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SP_TYPE_RUNNER);
}

static void
change (SpRunnerForm         *self,
        const SpRunnerValues *values)
{
  g_autoptr (SpRunner) runner = sp_runner_new (values);

  g_signal_emit (self, signals[CHANGED], 0, runner);
}

/* A text that is not understood stays as it is, in red. */
static gboolean
check (GtkWidget *entry,
       gboolean   is_good)
{
  if (is_good)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");

  return is_good;
}

static void
name_cb (SpRunnerForm *self)
{
  SpRunnerValues values = *sp_runner_get_values (self->runner);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  values.name = name;
  if (check (self->name, *name != '\0'))
    change (self, &values);
}

static void
id_cb (SpRunnerForm *self)
{
  SpRunnerValues values = *sp_runner_get_values (self->runner);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->id));

  values.id = 0;
  if (check (self->id, *text == '\0'
                       || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &values.id, NULL)))
    change (self, &values);
}

/* In English, as workbooks have it, or in the language of the window. */
static gboolean
read_birthday (const char *text,
               int        *month,
               int        *day)
{
  return sp_birthday_parse (text, month, day) || sp_birthday_words_read (text, month, day);
}

static void
birthday_cb (SpRunnerForm *self)
{
  SpRunnerValues values = *sp_runner_get_values (self->runner);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->birthday));

  values.birth_month = values.birth_day = 0;
  if (check (self->birthday, *text == '\0' || read_birthday (text, &values.birth_month, &values.birth_day)))
    change (self, &values);
}

static void
set_team (SpRunnerForm *self,
          guint         which,
          const char   *team)
{
  SpRunnerValues values = *sp_runner_get_values (self->runner);

  if (which == 0)
    values.segment_team = team;
  else
    values.distance_team = team;
  change (self, &values);
}

/* A row may not be given other teams while it tells of a choice: that is looked at afterwards. */
static gboolean
chosen_cb (gpointer user_data)
{
  SpRunnerForm *self = user_data;
  const SpRunnerValues *values = sp_runner_get_values (self->runner);

  self->chosen_id = 0;
  for (guint which = 0; which < N_TEAMS; which++)
    {
      GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (self->team[which]));
      guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->team[which]));
      g_autofree char *team = NULL;

      if (chosen + 1 >= g_list_model_get_n_items (names))
        continue;
      team = chosen > 0 ? g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (names), chosen)) : NULL;
      if (g_strcmp0 (team, which == 0 ? values->segment_team : values->distance_team) == 0)
        continue;
      set_team (self, which, team);
      break;
    }

  return G_SOURCE_REMOVE;
}

static void
team_cb (SpRunnerForm *self,
         GParamSpec   *pspec,
         GtkWidget    *row)
{
  guint which = row == self->team[0] ? 0 : 1;
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  GListModel *names = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  if (self->changing || chosen == GTK_INVALID_LIST_POSITION)
    return;
  gtk_widget_set_visible (self->new_team[which], chosen + 1 == g_list_model_get_n_items (names));
  if (chosen + 1 == g_list_model_get_n_items (names))
    {
      gtk_widget_grab_focus (self->new_team[which]);
      return;
    }
  if (self->chosen_id == 0)
    self->chosen_id = g_idle_add (chosen_cb, self);
}

static void
new_team_cb (SpRunnerForm *self,
             GtkWidget    *entry)
{
  g_autofree char *team = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (check (entry, *team != '\0'))
    set_team (self, entry == self->new_team[0] ? 0 : 1, team);
}

static GtkWidget *
add_entry (SpRunnerForm *self,
           GtkWidget    *list,
           const char   *title,
           GCallback     callback)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_swapped (row, "apply", callback, self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

static void
add_team (SpRunnerForm *self,
          GtkWidget    *list,
          guint         which,
          const char   *title)
{
  self->team[which] = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->team[which]), title);
  g_signal_connect_swapped (self->team[which], "notify::selected", G_CALLBACK (team_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (list), self->team[which]);
  self->new_team[which] = add_entry (self, list, _("Name of the New Team"), G_CALLBACK (new_team_cb));
  gtk_widget_set_visible (self->new_team[which], FALSE);
}

static void
sp_runner_form_init (SpRunnerForm *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_hexpand (list, TRUE);
  gtk_box_append (GTK_BOX (self), list);
  self->name = add_entry (self, list, _("Name"), G_CALLBACK (name_cb));
  self->id = add_entry (self, list, _("Athlete ID, if any"), G_CALLBACK (id_cb));
  add_team (self, list, 0, _("Segment team"));
  add_team (self, list, 1, _("Distance team"));
  self->birthday = add_entry (self, list, _("Birthday, such as 14 March"), G_CALLBACK (birthday_cb));
}

/**
 * sp_runner_form_new:
 *
 * Returns: a form of nobody yet
 */
GtkWidget *
sp_runner_form_new (void)
{
  return g_object_new (SP_TYPE_RUNNER_FORM, NULL);
}

static void
show_team (SpRunnerForm  *self,
           SpCompetition *competition,
           guint          which,
           const char    *team)
{
  g_autoptr (GPtrArray) names = sp_runner_edits_list_teams (competition, which == 1);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (list, _("No team"));
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (list, names->pdata[i]);
      if (g_strcmp0 (names->pdata[i], team) == 0)
        chosen = i + 1;
    }
  gtk_string_list_append (list, _("New Team…"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->team[which]), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->team[which]), chosen);
  gtk_widget_set_visible (self->new_team[which], FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->new_team[which]), "");
}

static void
set_entry (GtkWidget  *entry,
           const char *text)
{
  check (entry, TRUE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
}

static void
show_form (SpRunnerForm  *self,
           SpCompetition *competition)
{
  const SpRunnerValues *runner = sp_runner_get_values (self->runner);
  g_autofree char *id = runner->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, runner->id) : g_strdup ("");
  g_autofree char *birthday = g_strdup ("");

  if (runner->birth_month != 0)
    {
      g_free (birthday);
      birthday = sp_words_day (sp_time_new (2000, runner->birth_month, runner->birth_day, 0, 0, 0));
    }
  set_entry (self->name, runner->name);
  set_entry (self->id, id);
  set_entry (self->birthday, birthday);
  show_team (self, competition, 0, runner->segment_team);
  show_team (self, competition, 1, runner->distance_team);
}

/**
 * sp_runner_form_show:
 * @self: a form
 * @competition: the runner's competition
 * @runner: whom to edit
 *
 * Shows a runner. What is being typed stays, where it is about the same one.
 */
void
sp_runner_form_show (SpRunnerForm  *self,
                     SpCompetition *competition,
                     SpRunner      *runner)
{
  g_return_if_fail (SP_IS_RUNNER_FORM (self) && SP_IS_COMPETITION (competition) && SP_IS_RUNNER (runner));

  if (!g_set_object (&self->runner, runner))
    return;
  g_clear_handle_id (&self->chosen_id, g_source_remove);
  self->changing = TRUE;
  show_form (self, competition);
  self->changing = FALSE;
}
