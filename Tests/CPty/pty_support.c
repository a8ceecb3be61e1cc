#define _GNU_SOURCE 1
#include "pty_support.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void run(int slave, const char *path, char *const arguments[], char *const environment[]) {
  setsid();
  ioctl(slave, TIOCSCTTY, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(slave, descriptor);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  execve(path, arguments, environment);
  _exit(127);
}

pid_t pty_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns, int *master,
    struct termios *found) {
  // Closed on exec from the start: a session that another thread starts must not hold this one open.
  *master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*master < 0) return -1;
  char name[128];
  if (grantpt(*master) != 0 || unlockpt(*master) != 0 || ptsname_r(*master, name, sizeof name) != 0) return -1;
  int slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (slave < 0) return -1;
  pty_resize(*master, rows, columns);
  tcgetattr(slave, found);
  pid_t process = fork();
  if (process == 0) run(slave, path, arguments, environment);
  close(slave);
  return process;
}

int pty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

bool pty_modes_are(int master, const struct termios *found) {
  struct termios now;
  if (tcgetattr(master, &now) != 0) return false;
  return now.c_iflag == found->c_iflag && now.c_oflag == found->c_oflag && now.c_cflag == found->c_cflag &&
         now.c_lflag == found->c_lflag && memcmp(now.c_cc, found->c_cc, sizeof now.c_cc) == 0;
}

bool pty_was_stopped(int status) { return WIFSTOPPED(status); }

bool pty_was_signalled(int status) { return WIFSIGNALED(status); }

int pty_result(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status); }
