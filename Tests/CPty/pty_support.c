#include "pty_support.h"
