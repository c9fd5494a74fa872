// SPDX-License-Identifier: MIT
// Function names that X11/Xw32defs.h replaces on Windows. In such a unit the functions of tc3 have these names, too.
#pragma once

#define open _open
#define close _close
#define read _read
#define write _write
#define random rand
