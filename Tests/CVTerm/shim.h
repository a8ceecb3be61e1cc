#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <vterm.h>

// How a colour was asked for.
enum { VT_DEFAULT = 0, VT_INDEXED = 1, VT_DIRECT = 2 };

typedef struct {
  int kind;
  uint8_t index, red, green, blue;
} vt_color;

// libvterm's cell, whose bit-fields and unions Swift does not import, laid flat.
typedef struct {
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
  // 1 or 2; 0 for the right half of a wide glyph.
  int width;
  vt_color foreground, background;
  bool bold, italic, underline, reverse;
} vt_cell;

static inline vt_color vt_flat_color(const VTermScreen *screen, VTermColor color, bool is_default) {
  vt_color flat = {0};
  flat.kind = is_default ? VT_DEFAULT : VTERM_COLOR_IS_INDEXED(&color) ? VT_INDEXED : VT_DIRECT;
  if (flat.kind == VT_INDEXED) flat.index = color.indexed.idx;
  vterm_screen_convert_color_to_rgb(screen, &color);
  flat.red = color.rgb.red;
  flat.green = color.rgb.green;
  flat.blue = color.rgb.blue;
  return flat;
}

static inline bool vt_get(VTerm *terminal, int row, int column, vt_cell *flat) {
  VTermScreen *screen = vterm_obtain_screen(terminal);
  VTermScreenCell cell;
  VTermPos place = {row, column};
  memset(flat, 0, sizeof *flat);
  if (!vterm_screen_get_cell(screen, place, &cell)) return false;
  bool is_right_half = cell.chars[0] == (uint32_t)-1;
  if (!is_right_half) memcpy(flat->scalars, cell.chars, sizeof flat->scalars);
  flat->width = is_right_half ? 0 : cell.width;
  flat->foreground = vt_flat_color(screen, cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
  flat->background = vt_flat_color(screen, cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
  flat->bold = cell.attrs.bold;
  flat->italic = cell.attrs.italic;
  flat->underline = cell.attrs.underline != 0;
  flat->reverse = cell.attrs.reverse;
  return true;
}

#endif
