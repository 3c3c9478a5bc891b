/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SP_SETTINGS_SOURCE:
 *
 * The key of the id of the source where new competitions ask.
 */
#define SP_SETTINGS_SOURCE "source"

/**
 * SP_SETTINGS_CACHE_MODE:
 *
 * The key of what is done with answers: “on”, “off” or “offline”.
 */
#define SP_SETTINGS_CACHE_MODE "cache-mode"

/**
 * SP_SETTINGS_TOKEN_FILE:
 *
 * The key of the file where permissions are kept; empty for the keyring.
 */
#define SP_SETTINGS_TOKEN_FILE "token-file"

/**
 * SP_SETTINGS_OPTIONS:
 *
 * The key of the options of plugins, by plugin/option.
 */
#define SP_SETTINGS_OPTIONS "plugin-options"

GSettings *sp_settings_open (void);

G_END_DECLS
