/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Called with each input, by libFuzzer or by the replay. Must not crash, leak or hang, whatever it is given. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
