#ifndef GONGBAO_RENAME_EXCHANGE_H
#define GONGBAO_RENAME_EXCHANGE_H

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE); 0, or -1 with errno set.
/// Swift's Glibc module does not show renameat2, which glibc declares for _GNU_SOURCE alone.
int gongbao_rename_exchange(const char *first, const char *second);

#endif
