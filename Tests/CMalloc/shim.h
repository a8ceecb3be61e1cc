#ifndef MALLOC_SHIM_H
#define MALLOC_SHIM_H

// What Swift's own module of the C library leaves out.
#include <features.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#endif
