#define _GNU_SOURCE
#include "system_calls.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int gongbao_rename_exchange(const char *first, const char *second) {
    return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

// MARK: A crash names what was read.

enum { NAME_BYTES = 1001, STACK_BYTES = 1 << 15 };

static _Thread_local char current[NAME_BYTES];
static _Thread_local int has_stack;
static _Thread_local char stack[STACK_BYTES];

static void say(const char *text) {
    ssize_t ignored = write(STDERR_FILENO, text, strlen(text));
    (void)ignored;
}

// Only what POSIX allows in a handler: write, signal, raise.
static void crashed(int number) {
    if (current[0] != 0) {
        say(current);
        say(": error: gongbao crashed while reading this file (a mistake of the program: please report it); "
            "the edition in place stays as it is; run again without the file\n");
    } else {
        say("gongbao crashed (a mistake of the program: please report it); the edition in place stays as it is\n");
    }
    signal(number, SIG_DFL);
    raise(number);
}

void gongbao_name_crashes(void) {
    static const int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = crashed;
    // A deep recursion has used up the thread's own stack.
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
        sigaction(numbers[index], &action, NULL);
    }
}

void gongbao_begin(const char *name) {
    if (!has_stack) {
        stack_t own = {.ss_sp = stack, .ss_size = STACK_BYTES};
        has_stack = sigaltstack(&own, NULL) == 0;
    }
    strncpy(current, name, NAME_BYTES - 1);
}

void gongbao_end(void) { current[0] = 0; }

// MARK: The end that somebody asks for.

static int ends[2];
static void (*termination)(int);

static void asked_to_end(int number) {
    unsigned char byte = (unsigned char)number;
    ssize_t ignored = write(ends[1], &byte, 1);
    (void)ignored;
}

static void *await_end(void *unused) {
    (void)unused;
    unsigned char number = 0;
    while (read(ends[0], &number, 1) != 1) {}
    termination(number);
    return NULL;
}

int gongbao_on_termination(void (*action)(int)) {
    static const int numbers[] = {SIGTERM, SIGINT, SIGHUP};
    pthread_t thread;
    termination = action;
    if (pipe2(ends, O_CLOEXEC) != 0 || pthread_create(&thread, NULL, await_end, NULL) != 0) { return -1; }
    pthread_detach(thread);
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
        struct sigaction old;
        if (sigaction(numbers[index], NULL, &old) == 0 && old.sa_handler == SIG_IGN) { continue; }
        struct sigaction own;
        memset(&own, 0, sizeof own);
        own.sa_handler = asked_to_end;
        own.sa_flags = SA_RESTART;
        sigaction(numbers[index], &own, NULL);
    }
    return 0;
}
