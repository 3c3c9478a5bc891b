/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-route.h"
#include "api/sp-segment.h"

G_BEGIN_DECLS

/**
 * SpTrackShape:
 * @SP_TRACK_LOOP: round a bent ring, home again
 * @SP_TRACK_WANDER: as the way bends, ending anywhere
 * @SP_TRACK_OUT_AND_BACK: out by a bent way and back by the same
 * @SP_TRACK_LAPS: several times round a small ring
 * @SP_TRACK_SHUTTLE: along a nearly straight way with a piece to and fro, which thinning swallows
 * @SP_N_TRACK_SHAPES: how many shapes there are
 *
 * How a generated way runs.
 */
typedef enum
{
  SP_TRACK_LOOP,
  SP_TRACK_WANDER,
  SP_TRACK_OUT_AND_BACK,
  SP_TRACK_LAPS,
  SP_TRACK_SHUTTLE,
  SP_N_TRACK_SHAPES,
} SpTrackShape;

/**
 * SpTrackSpot:
 * @x_m: metres east of the middle
 * @y_m: metres north of it
 *
 * A spot of a way on a flat sheet, which is laid onto the earth at the end.
 */
typedef struct
{
  double x_m;
  double y_m;
} SpTrackSpot;

/**
 * SpTrackListing:
 * @noise_m: how far the receiver is off, in metres
 * @thin_m: how far the listed line may be off for being thinned
 * @zone_m: radius of the zones that hide its ends, 0 for none
 *
 * How a source lists a way.
 */
typedef struct
{
  double noise_m;
  double thin_m;
  double zone_m;
} SpTrackListing;

GArray    *sp_tracks_new_way      (GRand                *rand,
                                   SpTrackShape          shape,
                                   double                length_m);
double     sp_tracks_get_length_m (GArray               *way);
GArray    *sp_tracks_cut          (GArray               *way,
                                   guint                 from,
                                   guint                 to);
GArray    *sp_tracks_list         (GRand                *rand,
                                   GArray               *way,
                                   const SpTrackListing *listing);
SpRoute   *sp_tracks_lay          (GArray               *way,
                                   const SpPoint        *middle);
SpSegment *sp_tracks_new_segment  (GArray               *way,
                                   const SpPoint        *middle);

G_END_DECLS
