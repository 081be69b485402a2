/*
 * See workers.h.  A worker and the process that started it speak through a pair of sockets:
 *
 *     here   ─ the item's number ─▶  worker
 *     here  ◀─ NOTE_TURN, a path ─   worker, which then waits
 *     here   ─ whether it is free ▶  worker
 *     here  ◀─ NOTE_DONE ─────────   worker
 *
 * The end of what can be read is how each learns that the other is gone.
 */
#include "workers.h"
#include "interrupt.h"

#include <assert.h>
#include <errno.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum state {
    STATE_OVER,    /* no process, and nothing to tell */
    STATE_MAKING,
    STATE_WAITING, /* for its turn */
    STATE_PLACING, /* it has the turn */
    STATE_LOST     /* the process is gone, and its item is not told yet */
};

struct worker {
    enum state state;
    pid_t pid;
    int fd;
    size_t item;
    char *path; /* of STATE_WAITING; NULL: it has none */
};

struct workers {
    const struct work *work;
    const struct printer *printer;
    struct worker *all; /* as many as work->workers */
    struct pollfd *polled;
    size_t next; /* item that nobody has begun */
    size_t turn; /* item whose turn it is */
};

enum note_kind { NOTE_TURN, NOTE_DONE };

struct note {
    enum note_kind kind;
    struct made made;   /* of NOTE_DONE */
    bool has_path;      /* of NOTE_TURN */
    size_t path_length; /* so many bytes follow */
};

/* ---- Sockets ---- */

static bool send_all(int fd, const void *bytes, size_t size)
{
    const char *at = bytes;
    while (size) {
        ssize_t sent = write(fd, at, size);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        at += sent;
        size -= (size_t)sent;
    }
    return true;
}

static bool receive_all(int fd, void *bytes, size_t size)
{
    char *at = bytes;
    while (size) {
        ssize_t got = read(fd, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        size -= (size_t)got;
    }
    return true;
}

/* ---- In a worker ---- */

/* If nobody is there to answer, the program ends; what it has begun is removed at exit. */
static bool ask_for_turn(void *context, const char *path)
{
    const int *fd = context;
    bool free = false;
    size_t length = path ? strlen(path) : 0;
    struct note note = {.kind = NOTE_TURN, .has_path = path != NULL, .path_length = length};
    if (!send_all(*fd, &note, sizeof note) || !send_all(*fd, path, length)
        || !receive_all(*fd, &free, sizeof free))
        exit(STATUS_MACHINE);
    return free;
}

/* Behind each item glibc gives the top of the heap back to the system, if nothing happens to lie
 * above it, and takes it again for the next: 500 page faults, a quarter of an item's time. */
static void keep_memory(void)
{
#ifdef __GLIBC__
    enum { KEPT = 64 * 1024 * 1024, IN_HEAP = 32 * 1024 * 1024 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, IN_HEAP);
#endif
}

static _Noreturn void be_worker(const struct work *work, int fd)
{
    size_t item;
    keep_memory();
    while (receive_all(fd, &item, sizeof item)) {
        struct note note = {.kind = NOTE_DONE};
        note.made = work->make(work->context, (struct turn){ask_for_turn, &fd}, item);
        if (!send_all(fd, &note, sizeof note))
            break;
    }
    _exit(STATUS_OK); /* nothing of what the other process has buffered is written twice */
}

/* ---- Starting and ending them ---- */

static void end(struct worker *worker)
{
    close(worker->fd);
    worker->fd = -1;
    while (waitpid(worker->pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

/* The sockets of the others are closed: they must see the end when this process is gone. */
static void close_others(const struct workers *w)
{
    for (size_t i = 0; i < w->work->workers; i++)
        if (w->all[i].fd >= 0)
            close(w->all[i].fd);
}

/* Signals are held meanwhile: one that the new process only remembered, as this one does, would not
 * end it. */
static bool start(struct workers *w, struct worker *worker)
{
    int pair[2];
    sigset_t before;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
        return false;
    interrupt_hold(&before);
    worker->pid = fork();
    if (worker->pid == 0) {
        interrupt_wait(false); /* what it has in hand is given up at once */
        interrupt_release(&before);
        close(pair[0]);
        close_others(w);
        be_worker(w->work, pair[1]);
    }
    interrupt_release(&before);
    close(pair[1]);
    worker->fd = worker->pid > 0 ? pair[0] : -1;
    if (worker->pid < 0)
        close(pair[0]);
    return worker->pid > 0;
}

/* Gives it the next item, if there is one. */
static void give_item(struct workers *w, struct worker *worker)
{
    worker->state = STATE_OVER;
    if (w->next == w->work->count) {
        end(worker);
        return;
    }
    worker->item = w->next++;
    worker->state = STATE_MAKING;
    send_all(worker->fd, &worker->item, sizeof worker->item); /* if it is gone, poll() tells */
}

static void begin_worker(struct workers *w, struct worker *worker)
{
    worker->state = STATE_OVER;
    worker->fd = -1;
    if (w->next < w->work->count && start(w, worker))
        give_item(w, worker);
}

/* ---- In order ---- */

static void let_place(struct workers *w, struct worker *worker)
{
    bool free = w->work->claim(w->work->context, worker->path);
    worker->state = STATE_PLACING;
    send_all(worker->fd, &free, sizeof free);
}

static struct worker *whose_turn(const struct workers *w)
{
    for (size_t i = 0; i < w->work->workers; i++)
        if (w->all[i].state != STATE_OVER && w->all[i].item == w->turn)
            return &w->all[i];
    return NULL;
}

/* Lets the one go on whose turn it is, if it waits; tells of those that are lost. */
static void go_on(struct workers *w)
{
    struct worker *worker;
    while ((worker = whose_turn(w)) && worker->state == STATE_LOST) {
        w->work->lost(w->work->context, worker->item, worker->pid);
        w->turn++;
        begin_worker(w, worker);
    }
    if (worker && worker->state == STATE_WAITING)
        let_place(w, worker);
}

/* ---- What a worker says ---- */

static bool take_path(struct workers *w, struct worker *worker, const struct note *note)
{
    free(worker->path);
    worker->path = NULL;
    if (!note->has_path)
        return true;
    worker->path = message_alloc(w->printer, note->path_length + 1);
    worker->path[note->path_length] = '\0';
    return receive_all(worker->fd, worker->path, note->path_length);
}

/* Ctrl-C reaches the whole group, a worker perhaps a moment before us: then none is lost. */
enum { MOMENT = 20 }; /* ms */

static void listen_to(struct workers *w, struct worker *worker)
{
    struct note note;
    if (!receive_all(worker->fd, &note, sizeof note)
        || (note.kind == NOTE_TURN && !take_path(w, worker, &note))) {
        end(worker);
        worker->state = STATE_LOST;
        poll(NULL, 0, MOMENT);
    } else if (note.kind == NOTE_TURN) {
        worker->state = STATE_WAITING;
    } else {
        assert(worker->state == STATE_PLACING && worker->item == w->turn);
        w->work->done(w->work->context, worker->item, note.made);
        w->turn++;
        give_item(w, worker);
    }
    if (!interrupt_seen())
        go_on(w);
}

/* @return whether there was a worker to wait for */
static bool wait_for_one(struct workers *w)
{
    bool some = false;
    for (size_t i = 0; i < w->work->workers; i++) {
        w->polled[i] = (struct pollfd){.fd = w->all[i].fd, .events = POLLIN};
        some = some || w->all[i].fd >= 0;
    }
    if (!some || poll(w->polled, (nfds_t)w->work->workers, -1) < 0)
        return some && errno == EINTR;
    for (size_t i = 0; i < w->work->workers; i++)
        if (w->all[i].fd >= 0 && w->all[i].fd == w->polled[i].fd && w->polled[i].revents)
            listen_to(w, &w->all[i]);
    return true;
}

/* The one that has the turn is at the very end of its item. */
static void stop_worker(struct workers *w, struct worker *worker)
{
    struct note note;
    if (worker->fd < 0)
        return;
    if (worker->state == STATE_PLACING && receive_all(worker->fd, &note, sizeof note)
        && note.kind == NOTE_DONE)
        w->work->done(w->work->context, worker->item, note.made);
    kill(worker->pid, SIGTERM);
    end(worker);
}

static void close_workers(struct workers *w)
{
    for (size_t i = 0; i < w->work->workers; i++) {
        stop_worker(w, &w->all[i]);
        free(w->all[i].path);
    }
    free(w->all);
    free(w->polled);
}

void workers_run(const struct work *work, const struct printer *printer)
{
    struct workers w = {.work = work, .printer = printer};
    w.all = message_alloc(printer, work->workers * sizeof *w.all);
    w.polled = message_alloc(printer, work->workers * sizeof *w.polled);
    for (size_t i = 0; i < work->workers; i++)
        w.all[i] = (struct worker){.fd = -1};
    fflush(NULL);
    for (size_t i = 0; i < work->workers; i++)
        begin_worker(&w, &w.all[i]);
    while (w.turn < work->count && !interrupt_seen() && wait_for_one(&w))
        ;
    for (; w.turn < work->count && !interrupt_seen(); w.turn++)
        work->lost(work->context, w.turn, 0);
    close_workers(&w);
}
