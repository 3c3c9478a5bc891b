/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-route.h"
#include "api/sp-segment.h"

G_BEGIN_DECLS

/*
 * Can an activity have passed a segment, by the line that a list shows of it? A detail costs a request, so it is asked
 * for only where the answer is not a sure no. What is assumed of a source, and tried out in test-route-test.c:
 *
 * - Who gets an effort has passed both ends of the segment, its start first, within some tens of metres.
 * - The listed line is that track in the order it was run. Where it is shown it may be thinned so that it lies up to
 *   100 m off, and the receiver may have been tens of metres off besides: 300 m from the line is near enough.
 * - Pieces at both ends of the track may be hidden, of any shape, none in between. What is hidden is no longer than
 *   what the listed line lacks on the distance of the activity. Thinning lets it lack more, which is safe; where a
 *   receiver or a sensor told a distance too small, an allowance of 250 m and 3 % of the distance makes up for it.
 * - Thinning may have swallowed ways to and fro along the line. They too are no longer than what the line lacks.
 * - What is not known decides nothing: no distance, or a segment without a line.
 */
gboolean sp_route_test_may_pass (SpRoute   *line,
                                 double     activity_distance_m,
                                 SpSegment *segment);

G_END_DECLS
