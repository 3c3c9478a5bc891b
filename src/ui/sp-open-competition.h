/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-source.h"
#include "ui/sp-open-file.h"

G_BEGIN_DECLS

#define SP_TYPE_OPEN_COMPETITION (sp_open_competition_get_type ())
G_DECLARE_FINAL_TYPE (SpOpenCompetition, sp_open_competition, SP, OPEN_COMPETITION, GObject)

SpOpenCompetition *sp_open_competition_new             (SpSession          *session,
                                                        SpSource           *source,
                                                        const char         *source_name,
                                                        SpOpenFile         *document);
SpSession         *sp_open_competition_get_session     (SpOpenCompetition  *self);
SpSource          *sp_open_competition_get_source      (SpOpenCompetition  *self);
const char        *sp_open_competition_get_source_name (SpOpenCompetition  *self);
SpOpenFile        *sp_open_competition_get_document    (SpOpenCompetition  *self);
SpFetcher         *sp_open_competition_open_fetcher    (SpOpenCompetition  *self,
                                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               sp_open_competition_refresh         (SpOpenCompetition  *self,
                                                        const char         *runner_key);
void               sp_open_competition_cancel          (SpOpenCompetition  *self);
void               sp_open_competition_edit            (SpOpenCompetition  *self,
                                                        SpCompetition      *next,
                                                        const char         *what);
gboolean           sp_open_competition_can_undo        (SpOpenCompetition  *self);
void               sp_open_competition_undo            (SpOpenCompetition  *self);

G_END_DECLS
