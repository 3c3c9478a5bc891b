/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-row-menu.h"

#include "model/sp-board-copy.h"
#include "ui/sp-link-label.h"
#include "ui/sp-row-item.h"

#include <glib/gi18n-lib.h>

/* Where a cell keeps its item, and the view its menu. */
#define ITEM_KEY "sp-list-item"
#define MENU_KEY "sp-row-menu"

/* The row that something lies in: the toolkit has a way from a row to its item, and none back. */
static GtkListItem *
find_item (GtkWidget *view,
           GtkWidget *widget)
{
  for (; widget != NULL && widget != view; widget = gtk_widget_get_parent (widget))
    for (GtkWidget *inside = widget; inside != NULL; inside = gtk_widget_get_first_child (inside))
      if (g_object_get_data (G_OBJECT (inside), ITEM_KEY) != NULL)
        return g_object_get_data (G_OBJECT (inside), ITEM_KEY);

  return NULL;
}

static void
why_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  g_signal_emit_by_name (user_data, "activate", g_variant_get_uint32 (parameter));
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (user_data));
  g_autoptr (SpRowItem) item = g_list_model_get_item (rows, g_variant_get_uint32 (parameter));
  g_autofree char *text = item != NULL ? sp_board_copy_row (sp_row_item_get_row (item)) : NULL;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (user_data), text);
}

static void
add_entry (GMenu      *menu,
           const char *label,
           const char *action,
           GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

/* The name of a source may have what marks a letter in a menu. */
static void
add_link (GMenu             *menu,
          GtkWidget         *view,
          const SpRowValues *row)
{
  const char *label = sp_link_label_get (view);
  g_autoptr (GString) text = g_string_new (label);

  if (label == NULL || row->effort_id == 0 || (row->flags & SP_ROW_ONLY_ME) != 0)
    return;
  g_string_replace (text, "_", "__", 0);
  add_entry (menu, text->str, "win.view-effort", g_variant_new ("(xx)", row->activity_id, row->effort_id));
}

static GMenuModel *
make_menu (GtkWidget   *view,
           GtkListItem *item)
{
  const SpRowValues *row = sp_row_get_values (sp_row_item_get_row (gtk_list_item_get_item (item)));
  GVariant *position = g_variant_new_uint32 (gtk_list_item_get_position (item));
  GMenu *menu = g_menu_new ();

  g_variant_ref_sink (position);
  add_entry (menu, row->time_s >= 0 ? _("_Why This Time") : _("_Why No Time"), "row.why", position);
  add_entry (menu, _("_Copy Row"), "row.copy", position);
  add_entry (menu, _("_Refresh This Runner"), "win.refresh-runner",
             g_variant_new_string (sp_runner_get_values (row->runner)->key));
  add_link (menu, view, row);
  g_variant_unref (position);

  return G_MENU_MODEL (menu);
}

static void
pop_up (GtkWidget          *view,
        GtkListItem        *item,
        const GdkRectangle *place)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (view), MENU_KEY);
  g_autoptr (GMenuModel) menu = make_menu (view, item);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkWidget       *view)
{
  GtkListItem *item = find_item (view, gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT));

  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (view, item, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static gboolean
key_cb (GtkWidget *view,
        GVariant  *args,
        gpointer   user_data)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListItem *item = NULL;
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, view))
    item = find_item (view, focus);
  if (item == NULL || !gtk_widget_compute_bounds (focus, view, &bounds))
    return FALSE;
  pop_up (view, item, &(GdkRectangle) { (int) bounds.origin.x + 60, (int) bounds.origin.y, 1,
                                        (int) bounds.size.height });

  return TRUE;
}

static void
unrealize_cb (GtkWidget *view)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (view), MENU_KEY);

  g_object_set_data (G_OBJECT (view), MENU_KEY, NULL);
  g_clear_pointer (&popover, gtk_widget_unparent);
}

static void
realize_cb (GtkWidget *view)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, view);
  g_object_set_data (G_OBJECT (view), MENU_KEY, popover);
}

/**
 * sp_row_menu_add_cell:
 * @item: an item whose cell was set
 *
 * Lets the row be found from its cell.
 */
void
sp_row_menu_add_cell (GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), ITEM_KEY, item);
}

/**
 * sp_row_menu_attach:
 * @view: a view of #SpRowItem
 *
 * Gives each row a menu, by the second button of the mouse, the menu key or Shift+F10: why, copy, refresh this runner,
 * view on the source, which is left out for what only the runner may see.
 */
void
sp_row_menu_attach (GtkColumnView *view)
{
  static const GActionEntry entries[] = {
    { "why", why_cb, "u" },
    { "copy", copy_cb, "u" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                                             gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), view);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "row", G_ACTION_GROUP (actions));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger, gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect (view, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (view, "unrealize", G_CALLBACK (unrealize_cb), NULL);
}
