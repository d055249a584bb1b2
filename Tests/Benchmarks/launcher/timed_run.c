/* Runs one command and tells what it cost: wall time, user and system time in nanoseconds, peak memory in bytes, and
   the exit code (128 + n after signal n), on one line.

       timed_run INPUT OUTPUT COMMAND [ARGUMENT]...

   It is a program of its own, and small, because a spawned process begins with the peak memory of its parent. */

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static long long nanoseconds(struct timeval time) {
    return time.tv_sec * 1000000000LL + time.tv_usec * 1000LL;
}

int main(int count, char **arguments) {
    posix_spawn_file_actions_t actions;
    struct rusage usage;
    pid_t child;
    int status, failure;
    if (count < 4) return 64;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, arguments[1], O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    long long start = now();
    failure = posix_spawn(&child, arguments[3], &actions, NULL, arguments + 3, environ);
    if (failure != 0) {
        fprintf(stderr, "%s: %s\n", arguments[3], strerror(failure));
        return 3;
    }
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 3;
    }
    long long wall = now() - start;
#ifdef __APPLE__
    long long memory = usage.ru_maxrss;
#else
    long long memory = usage.ru_maxrss * 1024LL;
#endif
    printf("%lld %lld %lld %lld %d\n", wall, nanoseconds(usage.ru_utime), nanoseconds(usage.ru_stime), memory,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
