#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// Swift compiles this header as a module of its own, so these are set here whatever pkg-config says.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif
#include <ncurses.h>

#endif
