/*
 * See interrupt.h.
 */
#include "interrupt.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Globals, since a signal handler has no other way to know them. */
static char *_Atomic temporary;
static const char *_Atomic last_words;
static atomic_bool waiting;
static atomic_int remembered; /* number of a signal; 0: none */

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
#define DEADLY_COUNT (sizeof deadly / sizeof deadly[0])

static void remove_temporary(void)
{
    char *path = temporary;
    if (path)
        unlink(path);
}

static void say_last_words(void)
{
    const char *words = last_words;
    ssize_t written = words ? write(STDERR_FILENO, words, strlen(words)) : 0;
    (void)written; /* there is nobody left to tell */
}

static void on_signal(int number);

/* SA_RESETHAND: the signal raised in the handler is delivered on return, and ends the process.
 * SA_RESTART: one that is only remembered cuts no line off that is being written. */
static struct sigaction caught(void)
{
    struct sigaction action = {.sa_handler = on_signal,
                               .sa_flags = (int)(SA_RESETHAND | SA_RESTART)};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < DEADLY_COUNT; i++)
        sigaddset(&action.sa_mask, deadly[i]);
    return action;
}

static void on_signal(int number)
{
    if (waiting && !remembered) {
        const struct sigaction again = caught();
        remembered = number;
        sigaction(number, &again, NULL);
        return;
    }
    remove_temporary();
    say_last_words();
    raise(number);
}

void interrupt_guard(void)
{
    const struct sigaction action = caught();
    struct sigaction old;
    for (size_t i = 0; i < DEADLY_COUNT; i++) {
        sigaction(deadly[i], NULL, &old);
        if (old.sa_handler != SIG_IGN) /* as under nohup */
            sigaction(deadly[i], &action, NULL);
    }
    /* Writing then fails with EPIPE or EFBIG, which is seen and reported like any failure. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    atexit(remove_temporary);
}

void interrupt_wait(bool waits)
{
    waiting = waits;
}

bool interrupt_seen(void)
{
    return remembered != 0;
}

void interrupt_end(void)
{
    if (remembered) {
        signal(remembered, SIG_DFL);
        raise(remembered);
    }
}

void interrupt_hold(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < DEADLY_COUNT; i++)
        sigaddset(&held, deadly[i]);
    sigprocmask(SIG_BLOCK, &held, before);
}

void interrupt_release(const sigset_t *before)
{
    sigprocmask(SIG_SETMASK, before, NULL);
}

void interrupt_removes(char *path)
{
    assert(!path || !temporary);
    temporary = path;
}

void interrupt_says(const char *words)
{
    last_words = words;
}
