/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpFileError:
 * @SP_FILE_ERROR_NOT_READABLE: the file is missing, or may not be read; choose another, or ask for the permission
 * @SP_FILE_ERROR_NOT_A_WORKBOOK: the file is whole, but of another kind; choose another, or save it as .xlsx
 * @SP_FILE_ERROR_ENCRYPTED: the file needs a password; save it without one
 * @SP_FILE_ERROR_REFUSED: the file goes beyond what any workbook of a club needs; it is not opened for safety
 * @SP_FILE_ERROR_DAMAGED: the file is cut off or contradicts itself; save it again, or fetch another copy
 * @SP_FILE_ERROR_INVALID: the file was read, but what it says cannot be used; put the named cells right
 * @SP_FILE_ERROR_UNKNOWN_FORMAT: the name of a file to write does not say how; choose another ending
 * @SP_FILE_ERROR_NOT_WRITABLE: the file cannot be written there; choose another place
 * @SP_FILE_ERROR_NEWER: the file was written by a newer version of this program; update it
 * @SP_FILE_ERROR_CONFLICT: the file was changed by somebody else meanwhile; ask which of the two is to stay
 *
 * Why a file did not come in or go out, as far as the caller can act on it. Messages are sentences with a remedy.
 *
 * Cancellation is none of these: it is always %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  SP_FILE_ERROR_NOT_READABLE,
  SP_FILE_ERROR_NOT_A_WORKBOOK,
  SP_FILE_ERROR_ENCRYPTED,
  SP_FILE_ERROR_REFUSED,
  SP_FILE_ERROR_DAMAGED,
  SP_FILE_ERROR_INVALID,
  SP_FILE_ERROR_UNKNOWN_FORMAT,
  SP_FILE_ERROR_NOT_WRITABLE,
  SP_FILE_ERROR_NEWER,
  SP_FILE_ERROR_CONFLICT,
} SpFileError;

/**
 * SP_FILE_ERROR:
 *
 * The error domain of files. Its codes are those of [error@FileError].
 */
#define SP_FILE_ERROR (sp_file_error_quark ())

GQuark sp_file_error_quark (void);

G_END_DECLS
