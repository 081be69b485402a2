/*
 * workers: items of work done by several processes, and put in place in order.
 *
 * Each worker makes one item at a time.  When it has all but put it in place it waits for its turn,
 * which comes when all items before are done; so whatever the number of workers, what is written
 * and what is said is that of one process.  If a worker dies, its item is lost and told in its
 * turn, and another worker takes its place.  If the process that started them dies, they remove
 * what they have begun and end.
 */
#ifndef CLI_WORKERS_H
#define CLI_WORKERS_H

#include "maker.h"

struct work {
    size_t count;
    size_t workers; /**< at least one */
    void *context;

    /** In a worker: makes an item, and takes the turn before it puts anything in place. */
    struct made (*make)(void *context, struct turn turn, size_t item);

    /* In the process that starts them, in order. */
    bool (*claim)(void *context, const char *path); /**< what a turn answers */
    void (*done)(void *context, size_t item, struct made made);
    void (*lost)(void *context, size_t item, pid_t worker); /**< worker 0: none could be started */
};

/**
 * Does all of it.  After a signal that is remembered (interrupt.h) nothing more is begun, what is
 * not in place yet is given up, and nothing is told of it.
 */
void workers_run(const struct work *work, const struct printer *printer);

#endif
