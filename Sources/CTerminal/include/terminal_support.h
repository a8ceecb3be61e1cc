#ifndef TERMINAL_SUPPORT_H
#define TERMINAL_SUPPORT_H

// What must happen inside signal handlers: the terminal is given back whatever ends the process. Everything a handler
// calls is async-signal-safe.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Saves the modes of the terminal, opens the wake pipe and installs the handlers. Modes are set through `input`, which may
// be open for reading only; bytes are written to `output`. Ignored signals stay ignored (nohup), but for faults. Returns
// the pipe's read end, or -1 with errno set.
int terminal_install(int input, int output);

// Puts back the handlers that stood before terminal_install.
void terminal_uninstall(void);

// From here on a fatal signal, exit() or terminal_restore() writes `bytes` to the terminal and restores its modes.
// At most 512 bytes are kept.
void terminal_arm(const uint8_t *bytes, size_t count);

// The terminal has been given back by ordinary means.
void terminal_disarm(void);

// Gives the terminal back now, if armed.
void terminal_restore(void);

// Whether this process may change the terminal's modes: false for a job in the background.
bool terminal_is_ours(void);

// Signals seen and not yet taken, bit 1 << number.
uint64_t terminal_pending_signals(void);

// Takes those of `mask` and empties the wake pipe.
uint64_t terminal_take_signals(uint64_t mask);

// Stops this process, or its whole group as the terminal driver would, and returns after SIGCONT.
void terminal_stop(bool group);

// Stops this process if it was continued in the background, until it is brought to the foreground.
void terminal_stop_in_background(void);

// Ends this process by the default action of a signal.
_Noreturn void terminal_die(int signal_number);

// Sends standard error to an unlinked file until terminal_release_errors, if it is a terminal: what a crash says would
// vanish with the alternate screen. Without a place for the file nothing changes.
void terminal_capture_errors(void);

// Puts standard error back and writes the last 64 KiB of what was captured.
void terminal_release_errors(void);

// Cuts the capture down to its last 64 KiB once it is larger than 1 MiB.
void terminal_bound_errors(void);

#endif
