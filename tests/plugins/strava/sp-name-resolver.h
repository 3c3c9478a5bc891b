/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SP_TYPE_NAME_RESOLVER (sp_name_resolver_get_type ())
G_DECLARE_FINAL_TYPE (SpNameResolver, sp_name_resolver, SP, NAME_RESOLVER, GResolver)

SpNameResolver *sp_name_resolver_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            sp_name_resolver_set_address (SpNameResolver *self,
                                              const char     *address);

G_END_DECLS
