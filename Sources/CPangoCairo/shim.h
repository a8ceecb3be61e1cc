#ifndef CPANGOCAIRO_SHIM_H
#define CPANGOCAIRO_SHIM_H

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>
// Pictures are compressed with the library that cairo's own PNG support stands on.
#include <zlib.h>

#endif
