#ifndef PTY_H
#define PTY_H
#endif
