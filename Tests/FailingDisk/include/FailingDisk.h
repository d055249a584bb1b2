#ifndef FAILING_DISK_H
#define FAILING_DISK_H

/// Puts a disk below SQLite that can refuse to sync: files with `failing` in their names lie on it, all others where they did.
///
/// Returns 0, or SQLite's code. It may be called more than once.
int failing_disk_install(void);

/// From the sync after so many more on, every sync fails; nothing of what a failed one should have kept is kept if `drops`.
void failing_disk_arm(long syncs, int drops);

/// Has every sync succeed again.
void failing_disk_disarm(void);

/// How many syncs have failed since the disk was armed.
long failing_disk_failures(void);

#endif
