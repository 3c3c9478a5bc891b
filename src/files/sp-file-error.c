/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-file-error.h"

G_DEFINE_QUARK (sp-file-error-quark, sp_file_error)
