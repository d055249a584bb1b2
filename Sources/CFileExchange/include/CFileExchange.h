#ifndef C_FILE_EXCHANGE_H
#define C_FILE_EXCHANGE_H

/// Lets two paths change places in one step of the file system. Returns 0, or -1 with `errno` set.
///
/// Linux's `renameat2` with `RENAME_EXCHANGE`, which glibc does not show to Swift.
int file_exchange(const char *first, const char *second);

#endif
