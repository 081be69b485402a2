/*
 * interrupt: what an interrupted program still does: it removes its temporary file, and ends what
 * it was saying.
 *
 *     interrupt_guard()     once at the start
 *     interrupt_removes()   a file that is not whole yet
 *     interrupt_says()      the end of a document that is not whole yet
 *
 * Both are changed together with what they are about, between interrupt_hold() and
 * interrupt_release(): no signal comes between.
 */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <signal.h>

/** Catches the signals that interrupt a program. Without a reader or room, writing just fails. */
void interrupt_guard(void);

/** Holds back those signals. @param before  for interrupt_release(). */
void interrupt_hold(sigset_t *before);
void interrupt_release(const sigset_t *before);

/** A file that goes when the program is interrupted or ends; one at a time. NULL: none any more. */
void interrupt_removes(char *path);

/** What goes to standard error then: a literal. NULL: nothing. */
void interrupt_says(const char *words);

#endif
