// SPDX-License-Identifier: MIT
// Names that headers of hosts replace: X11/Xw32defs.h on Windows, zconf.h with Z_PREFIX, glibc for large files and long times, tclOOInt.h.
// In such a unit the same names of tc3 are replaced, too.
#pragma once

#define open _open
#define close _close
#define read _read
#define write _write
#define random rand

#define Byte z_Byte
#define compress z_compress

#define time __time64

#define Object TclOOObject
