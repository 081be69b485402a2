/*
 * programs HANDOUT BARE EMPTY ARTICLE [ROUNDS [NAME=PROGRAM…]]: whole processes compared; Linux
 * only.  Each further program is called with the name of the PDF that it is to write.
 *
 * Time: from posix_spawn() until the process is reaped.  The programs take turns, so that whatever
 * else the machine does hits all alike, and each figure is a median.  The files lie in memory
 * (/dev/shm) where there is such a folder: a slow disk costs all of them the same, and so would
 * flatter the ratio.  handout and the bare program both sync and rename their file.
 *
 * Memory: VmHWM of /proc/PID/status, read in one more run while the process is stopped at its
 * exit.  (What wait4() reports is at least what the parent had in memory when it forked.)
 */
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 400, OURS = 3, PROGRAMS = 6, PATH_SIZE = 64 };

struct program {
    const char *name;
    char *arguments[6];
    const char *output; /* NULL: it writes nothing */
    double *times;      /* ms, one a round */
    double median;
    long peak; /* bytes; 0: could not be measured */
    long size; /* bytes of its output */
};

static _Noreturn void fail(const char *what)
{
    perror(what);
    exit(1);
}

static _Noreturn void usage(void)
{
    fprintf(stderr, "usage: programs HANDOUT BARE EMPTY ARTICLE [ROUNDS [NAME=PROGRAM...]]\n");
    exit(2);
}

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static double run(const struct program *program)
{
    extern char **environ;
    int status;
    pid_t pid;
    double start = milliseconds();
    if (posix_spawn(&pid, program->arguments[0], NULL, NULL, program->arguments, environ) != 0 ||
        waitpid(pid, &status, 0) != pid)
        fail(program->arguments[0]);
    double time = milliseconds() - start;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s failed\n", program->arguments[0]);
        exit(1);
    }
    return time;
}

/* ---- Memory ---- */

static long read_peak(pid_t pid)
{
    char path[64], line[256];
    long kibibytes = 0;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (sscanf(line, "VmHWM: %ld", &kibibytes) == 1)
            break;
    if (file)
        fclose(file);
    return kibibytes * 1024;
}

/* @return bytes, or 0 where tracing is forbidden. */
static long peak_of(const struct program *program)
{
    int status;
    long peak = 0;
    pid_t pid = fork();
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(1);
        execv(program->arguments[0], program->arguments);
        _exit(1);
    }
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status)) /* it stops at exec */
        return 0;
    ptrace(PTRACE_SETOPTIONS, pid, NULL, (void *)PTRACE_O_TRACEEXIT);
    ptrace(PTRACE_CONT, pid, NULL, NULL);
    while (waitpid(pid, &status, 0) == pid && WIFSTOPPED(status)) {
        bool exits = status >> 8 == (SIGTRAP | PTRACE_EVENT_EXIT << 8);
        if (exits)
            peak = read_peak(pid);
        ptrace(PTRACE_CONT, pid, NULL, exits ? NULL : (void *)(long)WSTOPSIG(status));
    }
    return peak;
}

/* ---- Measuring and telling ---- */

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(struct program *programs, int count, int rounds)
{
    struct stat about;
    for (int r = -1; r < rounds; r++) /* the first round only warms up */
        for (int i = 0; i < count; i++) {
            double time = run(&programs[i]);
            if (r >= 0)
                programs[i].times[r] = time;
        }
    for (int i = 0; i < count; i++) {
        struct program *it = &programs[i];
        qsort(it->times, (size_t)rounds, sizeof *it->times, by_size);
        it->median = it->times[rounds / 2];
        it->peak = peak_of(it);
        if (it->output && stat(it->output, &about) == 0)
            it->size = (long)about.st_size;
    }
}

static void print_aim(const char *what, double value, const char *unit, double aim)
{
    printf("%-22s %6.2f%s, aim at most %.1f%s: %s\n", what, value, unit, aim, unit,
           value <= aim ? "pass" : "MISS");
}

static void print(const struct program *programs, int count, int rounds, const char *folder)
{
    const struct program *handout = &programs[0], *bare = &programs[1];
    printf("Whole processes, median of %d interleaved rounds, files in %s\n\n", rounds, folder);
    printf("%-22s %10s %10s %10s %10s\n", "", "median", "fastest", "peak", "file");
    for (int i = 0; i < count; i++) {
        const struct program *it = &programs[i];
        printf("%-22s %7.2f ms %7.2f ms", it->name, it->median, it->times[0]);
        if (it->peak)
            printf(" %7.2f MB", (double)it->peak / 1e6);
        if (it->size)
            printf(" %7.2f KB", (double)it->size / 1e3);
        printf("\n");
    }
    printf("\n");
    print_aim("handout / bare program", handout->median / bare->median, "", 1.6);
    if (handout->peak)
        print_aim("peak memory", (double)handout->peak / 1e6, " MB", 12);
    else
        printf("peak memory: not measured, tracing is forbidden here\n");
    print_aim("file size", (double)handout->size / 1e3, " KB", 40);
    printf("(1 MB = 1,000,000 bytes. Times of a shared machine vary by half; compare medians of\n"
           "one run with each other only.)\n\n");
}

/* "pango=./bench_pango": the name and the program. */
static struct program further(char *argument, char *output)
{
    char *equals = strchr(argument, '=');
    if (!equals)
        usage();
    *equals = '\0';
    return (struct program){.name = argument, .arguments = {equals + 1, output}, .output = output};
}

static void measure_in(const char *place, char **argv, int argc, int rounds)
{
    char paths[PROGRAMS][PATH_SIZE], quiet[] = "-q", to[] = "-o";
    int count = OURS;
    for (int i = 0; i < PROGRAMS; i++)
        snprintf(paths[i], PATH_SIZE, "%s/%d.pdf", place, i);
    struct program programs[PROGRAMS] = {
        {.name = "handout", .arguments = {argv[1], quiet, argv[4], to, paths[0]},
         .output = paths[0]},
        {.name = "bare program", .arguments = {argv[2], paths[1]}, .output = paths[1]},
        {.name = "empty program", .arguments = {argv[3]}},
    };
    for (int i = 6; i < argc && count < PROGRAMS; i++, count++)
        programs[count] = further(argv[i], paths[count]);
    for (int i = 0; i < count; i++)
        if (!(programs[i].times = malloc((size_t)rounds * sizeof(double))))
            fail("malloc");
    measure(programs, count, rounds);
    print(programs, count, rounds, place);
    for (int i = 0; i < count; i++) {
        free(programs[i].times);
        unlink(paths[i]);
    }
}

int main(int argc, char **argv)
{
    char folder[] = "/dev/shm/handout-bench-XXXXXX", fallback[] = "/tmp/handout-bench-XXXXXX";
    int rounds = argc > 5 ? atoi(argv[5]) : ROUNDS;
    if (argc < 5 || rounds < 1)
        usage();
    const char *place = mkdtemp(folder) ? folder : mkdtemp(fallback);
    if (!place)
        fail(fallback);
    measure_in(place, argv, argc, rounds);
    rmdir(place);
    return 0;
}
