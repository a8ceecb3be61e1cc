#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// Swift compiles this header as a module of its own, so these are set here whatever pkg-config says.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif
#include <langinfo.h>
#include <ncurses.h>
#include <sys/ioctl.h>

#define NC_SHIM static inline __attribute__((always_inline))

// <term.h> turns common words into macros; these few declarations are all that is needed of it.
struct term;
extern int setupterm(const char *name, int descriptor, int *result);
extern struct term *set_curterm(struct term *terminal);
extern int del_curterm(struct term *terminal);

// Swift 6 refuses C's global variables as shared mutable state.
NC_SHIM WINDOW *nc_curscr(void) { return curscr; }
NC_SHIM int nc_lines(void) { return LINES; }
NC_SHIM int nc_columns(void) { return COLS; }

// Variadic functions are not imported.
NC_SHIM const char *nc_parameterised(const char *capability, long first, long second) {
  return tparm(capability, first, second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

// tigetstr answers (char *)-1 for what is not a string capability.
NC_SHIM const char *nc_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// Swift does not import ioctl's variants.
NC_SHIM int nc_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}
NC_SHIM int nc_bytes_waiting(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

NC_SHIM const char *nc_codeset(void) { return nl_langinfo(CODESET); }

#endif
