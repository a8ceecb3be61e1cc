#define _GNU_SOURCE 1
#include "terminal_support.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

enum { RESTORE_BYTES = 512, REPLAYED_BYTES = 64 * 1024, CAPTURED_BYTES = 1024 * 1024 };

static const int soft[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
static const int fatal[] = {
    // Faults, which repeat where the handler returns.
    SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGSYS,
    // All others that end a process.
    SIGABRT, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF};
enum { FAULTS = 6, SOFT = sizeof soft / sizeof *soft, FATAL = sizeof fatal / sizeof *fatal };

// The signals that ask the process to end.
static const uint64_t ENDINGS = 1ull << SIGINT | 1ull << SIGTERM | 1ull << SIGHUP | 1ull << SIGQUIT;
// Those that somebody sends again who is impatient. A window that is closed sends SIGHUP more than once by itself.
static const uint64_t IMPATIENCE = 1ull << SIGINT | 1ull << SIGTERM | 1ull << SIGQUIT;

static struct sigaction soft_before[SOFT], fatal_before[FATAL];
static int wake_read = -1, wake_write = -1, keyboard = -1, terminal = -1;
static struct termios saved;
static bool have_saved, installed;
static _Atomic uint64_t pending;
static _Atomic int armed, capture = -1;
static int errors_before = -1;
static uint8_t restore[RESTORE_BYTES];
static size_t restore_count;

static void write_all(int descriptor, const uint8_t *bytes, size_t count) {
  for (int attempts = 0; count > 0 && attempts < 1000; attempts++) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno != EINTR && errno != EAGAIN) {
      return;
    }
  }
}

bool terminal_is_ours(void) { return tcgetpgrp(keyboard) == getpgrp(); }

void terminal_restore(void) {
  if (!atomic_exchange(&armed, 0)) return;
  int error = errno;
  write_all(terminal, restore, restore_count);
  // A job in the background would be stopped here, and its shell has set the modes it wants.
  if (have_saved && terminal_is_ours()) tcsetattr(keyboard, TCSANOW, &saved);
  terminal_release_errors();
  errno = error;
}

void terminal_arm(const uint8_t *bytes, size_t count) {
  restore_count = count < RESTORE_BYTES ? count : RESTORE_BYTES;
  memcpy(restore, bytes, restore_count);
  atomic_store(&armed, 1);
}

void terminal_disarm(void) { atomic_store(&armed, 0); }

// MARK: Signals

static void by_default(int signal_number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(signal_number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(signal_number);
}

static void ring(void) {
  ssize_t written = write(wake_write, "", 1);
  (void)written;  // A full pipe wakes as well.
}

static void on_soft(int signal_number) {
  int error = errno;
  uint64_t bit = 1ull << signal_number;
  uint64_t before = atomic_fetch_or(&pending, bit);
  // Asked to end twice while the program is busy: leave at once.
  if (bit & IMPATIENCE && before & IMPATIENCE) {
    terminal_restore();
    by_default(signal_number);
  }
  ring();
  errno = error;
}

static void on_fatal(int signal_number, siginfo_t *information, void *context) {
  (void)context;
  terminal_restore();
  bool is_fault = false;
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] != signal_number) continue;
    sigaction(signal_number, &fatal_before[i], NULL);
    is_fault = i < FAULTS;
  }
  // Returning repeats a faulting instruction under the handler that stood before (the runtime's backtrace, or none);
  // abort(), kill() and timers do not fault again.
  if (!is_fault || information->si_code <= 0) {
    raise(signal_number);
    by_default(signal_number);
  }
}

static int open_wake_pipe(void) {
  if (wake_read >= 0) return 0;
  int ends[2];
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  }
  wake_read = ends[0];
  wake_write = ends[1];
  atexit(terminal_restore);
  return 0;
}

int terminal_install(int input, int output) {
  if (open_wake_pipe() != 0) return -1;
  keyboard = input;
  terminal = output;
  have_saved = tcgetattr(keyboard, &saved) == 0;
  if (installed) return wake_read;
  installed = true;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_soft;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < SOFT; i++) {
    sigaction(soft[i], NULL, &soft_before[i]);
    if (1ull << soft[i] & ENDINGS && soft_before[i].sa_handler == SIG_IGN) continue;
    sigaction(soft[i], &action, NULL);
  }

  // A stack of its own for the handler, so that an overflow of the main one is survived long enough.
  static _Alignas(16) uint8_t stack[64 * 1024];
  stack_t wanted = {.ss_sp = stack, .ss_size = sizeof stack}, before;
  if (sigaltstack(NULL, &before) == 0 && before.ss_flags & SS_DISABLE) sigaltstack(&wanted, NULL);
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fatal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (int i = 0; i < FATAL; i++) {
    sigaction(fatal[i], NULL, &fatal_before[i]);
    if (i >= FAULTS && fatal_before[i].sa_handler == SIG_IGN) continue;
    sigaction(fatal[i], &action, NULL);
  }
  return wake_read;
}

void terminal_uninstall(void) {
  if (!installed) return;
  installed = false;
  for (int i = 0; i < SOFT; i++) sigaction(soft[i], &soft_before[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &fatal_before[i], NULL);
}

uint64_t terminal_pending_signals(void) { return atomic_load(&pending); }

uint64_t terminal_take_signals(uint64_t mask) {
  uint8_t bytes[64];
  while (read(wake_read, bytes, sizeof bytes) > 0) continue;
  return atomic_fetch_and(&pending, ~mask) & mask;
}

void terminal_stop(bool group) {
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, &before);
  kill(group ? 0 : getpid(), SIGTSTP);
  // Stopped here until SIGCONT; at once past it where the kernel stops no orphaned group.
  sigaction(SIGTSTP, &before, NULL);
}

void terminal_stop_in_background(void) {
  if (!terminal_is_ours()) kill(getpid(), SIGTTOU);
}

_Noreturn void terminal_die(int signal_number) {
  terminal_restore();
  by_default(signal_number);
  _exit(128 + signal_number);
}

// MARK: Standard error

static int unlinked_file(void) {
#if defined(__linux__)
  int memory = memfd_create("errors", MFD_CLOEXEC);
  if (memory >= 0) return memory;
#endif
  char name[] = "/tmp/errorsXXXXXX";
  int file = mkstemp(name);
  if (file < 0) return -1;
  unlink(name);
  fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
}

void terminal_capture_errors(void) {
  if (atomic_load(&capture) >= 0 || !isatty(STDERR_FILENO)) return;
  int file = unlinked_file();
  if (file < 0) return;
  fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_APPEND);
  errors_before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (errors_before < 0 || dup2(file, STDERR_FILENO) < 0) {
    close(file);
    if (errors_before >= 0) close(errors_before);
    return;
  }
  atomic_store(&capture, file);
}

void terminal_release_errors(void) {
  int file = atomic_exchange(&capture, -1);
  if (file < 0) return;
  dup2(errors_before, STDERR_FILENO);
  close(errors_before);
  off_t end = lseek(file, 0, SEEK_END);
  lseek(file, end > REPLAYED_BYTES ? end - REPLAYED_BYTES : 0, SEEK_SET);
  uint8_t bytes[4096];
  ssize_t count;
  while ((count = read(file, bytes, sizeof bytes)) > 0) write_all(STDERR_FILENO, bytes, (size_t)count);
  close(file);
}

void terminal_bound_errors(void) {
  static uint8_t last[REPLAYED_BYTES];
  int file = atomic_load(&capture);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0 || status.st_size <= CAPTURED_BYTES) return;
  ssize_t count = pread(file, last, sizeof last, status.st_size - (off_t)sizeof last);
  if (count > 0 && ftruncate(file, 0) == 0) write_all(file, last, (size_t)count);
}
