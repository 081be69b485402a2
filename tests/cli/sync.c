/*
 * Linked into a second program that is else the same, in the place of four functions.  fsync(),
 * rename() and opendir() add a line to the file that SYNC_LOG names: "sync 20480" with the size
 * that the file has on the disk's side of stdio, "rename x.pdf", "opendir out/".  SYNC_FAILS is an
 * errno that fsync() fails with instead, an EINTR only once.  While the file that SYNC_FULL names
 * is there, the disk is full.  Where SYNC_SLOW is set, what fork() made begins after 0.3 s.
 */
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The linker's --wrap gives these their names. */
int __real_rename(const char *from, const char *to); /* NOLINT(bugprone-reserved-identifier) */
int __wrap_rename(const char *from, const char *to); /* NOLINT(bugprone-reserved-identifier) */
DIR *__real_opendir(const char *folder);             /* NOLINT(bugprone-reserved-identifier) */
DIR *__wrap_opendir(const char *folder);             /* NOLINT(bugprone-reserved-identifier) */
pid_t __real_fork(void);                             /* NOLINT(bugprone-reserved-identifier) */
pid_t __wrap_fork(void);                             /* NOLINT(bugprone-reserved-identifier) */
int __wrap_fsync(int fd);                            /* NOLINT(bugprone-reserved-identifier) */

static FILE *open_log(void)
{
    const char *path = getenv("SYNC_LOG");
    FILE *log = path ? fopen(path, "a") : NULL;
    if (!log)
        abort();
    return log;
}

int __wrap_rename(const char *from, const char *to)
{
    FILE *log = open_log();
    fprintf(log, "rename %s\n", to);
    fclose(log);
    return __real_rename(from, to);
}

DIR *__wrap_opendir(const char *folder)
{
    FILE *log = open_log();
    fprintf(log, "opendir %s\n", folder);
    fclose(log);
    return __real_opendir(folder);
}

/* As on a busy machine, nothing runs meanwhile: of signals that are alike one arrives. */
static void sleep_deeply(void)
{
    const struct timespec time = {0, 300 * 1000 * 1000};
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    nanosleep(&time, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

pid_t __wrap_fork(void)
{
    pid_t process = __real_fork();
    if (process == 0 && getenv("SYNC_SLOW"))
        sleep_deeply();
    return process;
}

/* Nothing is synced: what matters here is that it is asked for, and when. */
int __wrap_fsync(int fd)
{
    const char *fails = getenv("SYNC_FAILS"), *full = getenv("SYNC_FULL");
    FILE *log = open_log();
    struct stat about;
    if (fstat(fd, &about) != 0)
        abort();
    fprintf(log, "sync %ld\n", (long)about.st_size);
    fclose(log);
    int error = fails ? atoi(fails) : full && access(full, F_OK) == 0 ? ENOSPC : 0;
    if (error == EINTR)
        unsetenv("SYNC_FAILS");
    errno = error;
    return error ? -1 : 0;
}
