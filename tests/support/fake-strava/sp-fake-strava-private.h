/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "support/fake-strava/sp-fake-strava.h"

G_BEGIN_DECLS

typedef struct
{
  gint64     id;
  char      *name;
  char      *scope;
  char      *refresh_token; /* (nullable): none while nobody has connected */
  char      *access_token;
  gint64     expires_at_s;
  gboolean   subscribes;
  GPtrArray *activities; /* (element-type SpActivity) */
} SpFakeAthlete;

struct _SpFakeStrava
{
  GObject        parent_instance;

  SpClock       *clock;
  SoupServer    *server;
  char          *base;
  GPtrArray     *athletes; /* (element-type SpFakeAthlete) */
  GHashTable    *segments;
  GHashTable    *codes; /* code -> "ID SCOPE" */
  GPtrArray     *log;
  GHashTable    *connections;
  SpFakeHook     hook;
  gpointer       hook_data;
  guint          limit[2];
  guint          used[2];
  gint64         span[2];
  SpFakeFault    fault;
  guint          fault_at;
  guint          fault_times;
  SpFakeFault    token_fault;
  guint          token_fault_times;
  guint          n_calls;
  guint          n_refused;
  guint          n_renewals;
  guint          n_in_flight;
  guint          max_in_flight;
  guint          serial;
  guint          retry_s;
  gboolean       rotates;
  gboolean       short_pages;
  gboolean       was_told_elsewhere;
};

SpFakeAthlete *_sp_fake_find_athlete  (SpFakeStrava      *self,
                                       gint64             id);
char          *_sp_fake_make_token    (SpFakeStrava      *self,
                                       const char        *kind);
gint64         _sp_fake_get_now_s     (SpFakeStrava      *self);
void           _sp_fake_answer        (SoupServerMessage *message,
                                       guint              status,
                                       const char        *json);
void           _sp_fake_answer_error  (SoupServerMessage *message,
                                       guint              status,
                                       const char        *resource,
                                       const char        *field,
                                       const char        *code);
gboolean       _sp_fake_play          (SpFakeStrava      *self,
                                       SpFakeFault        fault,
                                       SoupServerMessage *message);
void           _sp_fake_cut           (SpFakeFault        fault,
                                       SoupServerMessage *message);
void           _sp_fake_oauth         (SpFakeStrava      *self,
                                       SoupServerMessage *message,
                                       const char        *path);
void           _sp_fake_data          (SpFakeStrava      *self,
                                       SpFakeAthlete     *athlete,
                                       SoupServerMessage *message,
                                       const char        *path,
                                       GHashTable        *query);

G_END_DECLS
