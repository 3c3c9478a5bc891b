/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"

G_BEGIN_DECLS

/**
 * SpCliPerson:
 * @athlete: the runner at the source
 * @fetcher: the source
 * @link: whether only the address to send is wanted
 * @address: (nullable): the address that came back from it
 *
 * Whom a command is about, and where.
 */
typedef struct
{
  SpAthlete *athlete;
  SpFetcher *fetcher;
  gboolean   link;
  char      *address;
} SpCliPerson;

gboolean sp_cli_person_parse (SpCliPerson  *self,
                              char        **arguments,
                              GError      **error);
void     sp_cli_person_clear (SpCliPerson  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpCliPerson, sp_cli_person_clear)

G_END_DECLS
