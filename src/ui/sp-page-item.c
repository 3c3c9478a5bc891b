/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-page-item.h"

#include "model/sp-board-words.h"

#include <glib/gi18n-lib.h>

/**
 * SpPageItem:
 *
 * One entry of the sidebar.
 */
struct _SpPageItem
{
  GObject parent_instance;

  SpPageKind  kind;
  char       *key;      /* (owned) */
  char       *title;    /* (owned) */
  char       *subtitle; /* (owned) (nullable) */
  const char *icon_name;
  guint       count;
};

G_DEFINE_FINAL_TYPE (SpPageItem, sp_page_item, G_TYPE_OBJECT)

static void
sp_page_item_finalize (GObject *object)
{
  SpPageItem *self = SP_PAGE_ITEM (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (sp_page_item_parent_class)->finalize (object);
}

static void
sp_page_item_class_init (SpPageItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_page_item_finalize;
}

static void
sp_page_item_init (SpPageItem *self)
{
}

/**
 * sp_page_item_new:
 * @kind: what the page shows
 * @key: which one of that kind
 * @title: its name for people
 *
 * Returns: (transfer full): a new entry
 */
SpPageItem *
sp_page_item_new (SpPageKind  kind,
                  const char *key,
                  const char *title)
{
  SpPageItem *self = g_object_new (SP_TYPE_PAGE_ITEM, NULL);

  self->kind = kind;
  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->icon_name = "view-list-symbolic";

  return self;
}

/**
 * sp_page_item_set_state:
 * @self: an entry
 * @icon_name: (nullable): a static name of an icon, %NULL while it is being refreshed
 * @subtitle: (nullable): the second line
 * @count: the number at its end, 0 for none
 *
 * Sets how it looks.
 */
void
sp_page_item_set_state (SpPageItem *self,
                        const char *icon_name,
                        const char *subtitle,
                        guint       count)
{
  g_return_if_fail (SP_IS_PAGE_ITEM (self));

  self->icon_name = icon_name;
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
  self->count = count;
}

/**
 * sp_page_item_get_kind:
 * @self: an entry
 *
 * Returns: what its page shows
 */
SpPageKind
sp_page_item_get_kind (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), SP_PAGE_OVERVIEW);

  return self->kind;
}

/**
 * sp_page_item_get_key:
 * @self: an entry
 *
 * Returns: (transfer none): which one of its kind
 */
const char *
sp_page_item_get_key (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), NULL);

  return self->key;
}

/**
 * sp_page_item_get_title:
 * @self: an entry
 *
 * Returns: (transfer none): its name
 */
const char *
sp_page_item_get_title (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), NULL);

  return self->title;
}

/**
 * sp_page_item_get_subtitle:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): its second line
 */
const char *
sp_page_item_get_subtitle (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), NULL);

  return self->subtitle;
}

/**
 * sp_page_item_get_icon:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the name of its icon, %NULL while it is being refreshed
 */
const char *
sp_page_item_get_icon (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), NULL);

  return self->icon_name;
}

/**
 * sp_page_item_get_count:
 * @self: an entry
 *
 * Returns: the number at its end, 0 for none
 */
guint
sp_page_item_get_count (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), 0);

  return self->count;
}

/**
 * sp_page_item_get_section:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the heading it stands under
 */
const char *
sp_page_item_get_section (SpPageItem *self)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self), NULL);

  switch (self->kind)
    {
    case SP_PAGE_OVERVIEW:
    case SP_PAGE_FAULTS:
      return NULL;
    case SP_PAGE_BOARD:
      return _("Boards");
    case SP_PAGE_DISTANCE:
      return _("Distance");
    case SP_PAGE_RUNNERS:
    case SP_PAGE_QUALITY:
      /* Translators: heading in the list of pages, above Runners and Data Quality */
      return _("Club");
    default:
      return NULL;
    }
}

/**
 * sp_page_item_is_same:
 * @self: an entry
 * @other: another, maybe of newer results
 *
 * Returns: whether both are of the same page
 */
gboolean
sp_page_item_is_same (SpPageItem *self,
                      SpPageItem *other)
{
  g_return_val_if_fail (SP_IS_PAGE_ITEM (self) && SP_IS_PAGE_ITEM (other), FALSE);

  return self->kind == other->kind && g_str_equal (self->key, other->key);
}

/**
 * sp_page_item_state_icon:
 * @state: how far a board is
 *
 * Returns: (transfer none): the name of the icon that stands for it
 */
const char *
sp_page_item_state_icon (SpBoardState state)
{
  switch (state)
    {
    case SP_BOARD_UPCOMING:
      return "sp-upcoming-symbolic";
    case SP_BOARD_OPEN:
      return "sp-open-symbolic";
    case SP_BOARD_PROVISIONAL:
      return "sp-provisional-symbolic";
    case SP_BOARD_COMPLETE:
      return "sp-complete-symbolic";
    case SP_BOARD_CLOSED:
      return "changes-prevent-symbolic";
    default:
      g_assert_not_reached ();
    }
}

static void
take (GListStore *items,
      SpPageItem *item,
      const char *icon_name,
      const char *subtitle,
      guint       count)
{
  sp_page_item_set_state (item, icon_name, subtitle, count);
  g_list_store_append (items, item);
  g_object_unref (item);
}

static void
list_boards (GListStore            *items,
             const SpResultsValues *results)
{
  for (guint i = 0; i < g_list_model_get_n_items (results->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (results->boards, i);
      const SpBoardValues *values = sp_board_get_values (board);
      const SpGroupValues *group = sp_group_get_values (values->group);
      g_autofree char *brief = sp_board_words_brief (board);

      take (items, sp_page_item_new (SP_PAGE_BOARD, group->key, group->name),
            values->n_to_come > 0 ? NULL : sp_page_item_state_icon (values->state), brief, 0);
    }
  for (guint i = 0; i < g_list_model_get_n_items (results->distance_boards); i++)
    {
      g_autoptr (SpDistanceBoard) board = g_list_model_get_item (results->distance_boards, i);
      const SpDistanceBoardValues *values = sp_distance_board_get_values (board);
      g_autofree char *brief = sp_board_words_distance (board);
      g_autofree char *title = sp_distance_board_to_title (board);
      g_autofree char *key = g_strdup_printf ("%u", i);

      take (items, sp_page_item_new (SP_PAGE_DISTANCE, key, title), sp_page_item_state_icon (values->state), brief, 0);
    }
}

/**
 * sp_page_item_list:
 * @results: what there is to show
 *
 * Returns: (transfer full): of #SpPageItem: all entries of the sidebar, in order
 */
GListStore *
sp_page_item_list (SpResults *results)
{
  GListStore *items = g_list_store_new (SP_TYPE_PAGE_ITEM);
  const SpResultsValues *values;
  const SpQualityValues *quality;
  guint n_doubtful;

  g_return_val_if_fail (SP_IS_RESULTS (results), items);

  values = sp_results_get_values (results);
  quality = sp_quality_get_values (values->quality);
  take (items, sp_page_item_new (SP_PAGE_OVERVIEW, "", _("Overview")), "sp-podium-symbolic", NULL, 0);
  list_boards (items, values);
  take (items, sp_page_item_new (SP_PAGE_RUNNERS, "", _("Runners")), "system-users-symbolic", NULL,
        sp_competition_get_n_runners (values->competition));
  n_doubtful = quality->n_failed + quality->n_stale + quality->n_cancelled;
  take (items, sp_page_item_new (SP_PAGE_QUALITY, "", _("Data Quality")),
        n_doubtful == 0 && values->finished_at_s != SP_TIME_UNKNOWN ? "sp-complete-symbolic" : "sp-no-data-symbolic",
        NULL, n_doubtful);

  return items;
}
