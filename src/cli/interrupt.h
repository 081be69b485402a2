/*
 * interrupt: what an interrupted program still does: it removes its temporary file, and ends what
 * it was saying.
 *
 *     interrupt_guard()     once at the start
 *     interrupt_removes()   a file that is not whole yet
 *     interrupt_says()      the end of a document that is not whole yet
 *     interrupt_wait()      the work can be ended in good order; then interrupt_end()
 *
 * The files and the words are changed together with what they are about, between interrupt_hold()
 * and interrupt_release(): no signal comes between.
 */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/** Catches the signals that interrupt a program. Without a reader or room, writing just fails. */
void interrupt_guard(void);

/**
 * Whether the first signal is only remembered, so that what was begun can be ended and summed up;
 * the second one ends the program as ever.
 */
void interrupt_wait(bool waits);

/** Whether a signal was remembered: it is time to end. */
bool interrupt_seen(void);

/** Ends the program by the signal that was remembered, if one was. */
void interrupt_end(void);

/** Holds back those signals. @param before  for interrupt_release(). */
void interrupt_hold(sigset_t *before);
void interrupt_release(const sigset_t *before);

/** A file that goes when the program is interrupted or ends; one at a time. NULL: none any more. */
void interrupt_removes(char *path);

/** What goes to standard error then: a literal. NULL: nothing. */
void interrupt_says(const char *words);

#endif
