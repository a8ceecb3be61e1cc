#ifndef PTY_SUPPORT_H
#define PTY_SUPPORT_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

// Starts a program as the leader of a new session on a new pseudo-terminal. `found` receives the modes of the terminal
// before the program runs. Returns its process id, or -1 with errno set. Swift cannot call fork.
pid_t pty_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns, int *master,
    struct termios *found);

// Gives the window another size, of which the programs in the foreground are told.
int pty_resize(int master, int rows, int columns);

// Whether the terminal's modes are those of `found`.
bool pty_modes_are(int master, const struct termios *found);

// Whether a process that waitpid reported was stopped by a signal.
bool pty_was_stopped(int status);

// Whether a process that waitpid reported ended by a signal; the number of the signal or the exit code.
bool pty_was_signalled(int status);
int pty_result(int status);

#endif
