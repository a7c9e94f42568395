#ifndef GONGBAO_SYSTEM_CALLS_H
#define GONGBAO_SYSTEM_CALLS_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE); 0, or -1 with errno set.
/// Swift's Glibc module does not show renameat2, which glibc declares for _GNU_SOURCE alone.
int gongbao_rename_exchange(const char *first, const char *second);

/// From now on a crash tells which of the names given to gongbao_begin the crashed thread was at, then ends the
/// program by the signal as before.
void gongbao_name_crashes(void);

/// What this thread works on, until gongbao_end; a name of any length, of which 1000 bytes are kept.
void gongbao_begin(const char *name);
void gongbao_end(void);

/// Calls `action` once, on a thread of its own, when SIGTERM, SIGINT or SIGHUP comes; what the caller was started to
/// ignore stays ignored. 0, or -1 with errno set.
int gongbao_on_termination(void (*action)(int signal));

#endif
