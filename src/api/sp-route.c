/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-route.h"

#include <math.h>
#include <string.h>

#include "api/sp-error.h"

struct _SpRoute
{
  gatomicrefcount ref_count;
  gsize     n_points;
  SpPoint   points[];
};

G_DEFINE_BOXED_TYPE (SpRoute, sp_route, sp_route_ref, sp_route_unref)

/**
 * sp_route_new:
 * @points: (array length=n_points): the line, in the order it was run
 * @n_points: how many, 1 or more
 *
 * Returns: (transfer full): a new route
 */
SpRoute *
sp_route_new (const SpPoint *points,
              gsize          n_points)
{
  SpRoute *self;

  g_return_val_if_fail (points != NULL && n_points > 0, NULL);
  g_return_val_if_fail (n_points < G_MAXSIZE / sizeof (SpPoint) - 1, NULL);

  self = g_malloc (sizeof (SpRoute) + n_points * sizeof (SpPoint));
  g_atomic_ref_count_init (&self->ref_count);
  self->n_points = n_points;
  memcpy (self->points, points, n_points * sizeof (SpPoint));

  return self;
}

/* One number of the encoding: five bits a character, low bits first, sign in the lowest bit. */
static gboolean
take_number (const char **text,
             gint64      *value)
{
  guint64 bits = 0;
  guint shift = 0;
  int chunk;

  do
    {
      chunk = (int) (guchar) **text - 63;
      if (chunk < 0 || chunk > 63 || shift > 30)
        return FALSE;
      bits |= (guint64) (chunk & 31) << shift;
      shift += 5;
      (*text)++;
    }
  while (chunk & 32);

  *value += (bits & 1) ? ~(gint64) (bits >> 1) : (gint64) (bits >> 1);

  return TRUE;
}

/**
 * sp_route_new_from_polyline:
 * @text: a line in the encoded polyline format, precision 5
 * @error: return location for an error
 *
 * Decodes a route. An empty text is an error: a source that has no route says so by giving none.
 *
 * Returns: (transfer full): a new route, or %NULL with %SP_FETCH_ERROR_PROTOCOL set
 */
SpRoute *
sp_route_new_from_polyline (const char  *text,
                            GError     **error)
{
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (SpPoint));
  gint64 lat_e5 = 0, lon_e5 = 0;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      SpPoint point;

      if (!take_number (&text, &lat_e5) || !take_number (&text, &lon_e5) ||
          ABS (lat_e5) > 90 * 100000 || ABS (lon_e5) > 360 * 100000)
        {
          g_set_error_literal (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL, "The route is not an encoded polyline");
          return NULL;
        }
      point.lat_deg = (double) lat_e5 / 1e5;
      point.lon_deg = (double) lon_e5 / 1e5;
      if (point.lon_deg > 180)
        point.lon_deg -= 360;
      else if (point.lon_deg < -180)
        point.lon_deg += 360;
      g_array_append_val (points, point);
    }
  if (points->len == 0)
    {
      g_set_error_literal (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL, "The route is empty");
      return NULL;
    }

  return sp_route_new ((const SpPoint *) (gpointer) points->data, points->len);
}

static void
append_number (GString *text,
               gint64   value)
{
  guint64 bits = value < 0 ? ~((guint64) value << 1) : (guint64) value << 1;

  while (bits >= 32)
    {
      g_string_append_c (text, (char) ((32 | (bits & 31)) + 63));
      bits >>= 5;
    }
  g_string_append_c (text, (char) (bits + 63));
}

/**
 * sp_route_to_polyline:
 * @self: a route
 *
 * Returns: (transfer full): the line in the encoded polyline format, precision 5
 */
char *
sp_route_to_polyline (SpRoute *self)
{
  GString *text = g_string_new (NULL);
  gint64 lat_e5 = 0, lon_e5 = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < self->n_points; i++)
    {
      gint64 lat = llround (self->points[i].lat_deg * 1e5);
      gint64 lon = llround (self->points[i].lon_deg * 1e5);

      append_number (text, lat - lat_e5);
      append_number (text, lon - lon_e5);
      lat_e5 = lat;
      lon_e5 = lon;
    }

  return g_string_free (text, FALSE);
}

/**
 * sp_route_ref:
 * @self: a route
 *
 * Returns: (transfer full): the same route, held once more
 */
SpRoute *
sp_route_ref (SpRoute *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_route_unref:
 * @self: (transfer full): a route
 *
 * Lets go of it.
 */
void
sp_route_unref (SpRoute *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * sp_route_get_points:
 * @self: a route
 * @n_points: (out): how many, 1 or more
 *
 * Returns: (transfer none) (array length=n_points): its points
 */
const SpPoint *
sp_route_get_points (SpRoute *self,
                     gsize   *n_points)
{
  g_return_val_if_fail (self != NULL && n_points != NULL, NULL);

  *n_points = self->n_points;

  return self->points;
}
