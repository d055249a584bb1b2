#include "FailingDisk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// What a file held before a write that has not been synced.
struct write {
    struct write *before;
    sqlite3_int64 offset;
    sqlite3_int64 size;
    int length;
    unsigned char bytes[];
};

struct file {
    sqlite3_file base;
    struct write *unsynced;
    sqlite3_file *real;
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long syncs_left = -1;
static long failures = 0;
static int drops_unsynced = 0;

static sqlite3_vfs *below;
static sqlite3_vfs shim;

void failing_disk_arm(long syncs, int drops) {
    pthread_mutex_lock(&mutex);
    syncs_left = syncs;
    failures = 0;
    drops_unsynced = drops;
    pthread_mutex_unlock(&mutex);
}

void failing_disk_disarm(void) {
    pthread_mutex_lock(&mutex);
    syncs_left = -1;
    pthread_mutex_unlock(&mutex);
}

long failing_disk_failures(void) {
    pthread_mutex_lock(&mutex);
    long count = failures;
    pthread_mutex_unlock(&mutex);
    return count;
}

// Whether this sync fails.
static int fails(int *drops) {
    pthread_mutex_lock(&mutex);
    int result = syncs_left == 0;
    if (syncs_left > 0) syncs_left--;
    if (result) failures++;
    *drops = drops_unsynced;
    pthread_mutex_unlock(&mutex);
    return result;
}

static struct file *shim_file(sqlite3_file *file) { return (struct file *)file; }
static sqlite3_file *real(sqlite3_file *file) { return shim_file(file)->real; }

static void forget(struct file *file) {
    while (file->unsynced) {
        struct write *last = file->unsynced;
        file->unsynced = last->before;
        free(last);
    }
}

// Keeps what a write or a truncation is about to take away.
static int keep(struct file *file, sqlite3_int64 offset, sqlite3_int64 length) {
    sqlite3_int64 size = 0;
    int code = file->real->pMethods->xFileSize(file->real, &size);
    if (code != SQLITE_OK) return code;
    sqlite3_int64 kept = size > offset ? size - offset : 0;
    if (kept > length) kept = length;
    struct write *write = malloc(sizeof *write + (size_t)kept);
    if (!write) return SQLITE_IOERR_NOMEM;
    write->before = file->unsynced;
    write->offset = offset;
    write->size = size;
    write->length = (int)kept;
    if (kept > 0) {
        code = file->real->pMethods->xRead(file->real, write->bytes, (int)kept, offset);
        if (code != SQLITE_OK) {
            free(write);
            return code;
        }
    }
    file->unsynced = write;
    return SQLITE_OK;
}

// Takes the file back to what was synced last.
static void drop(struct file *file) {
    while (file->unsynced) {
        struct write *last = file->unsynced;
        if (last->length > 0)
            file->real->pMethods->xWrite(file->real, last->bytes, last->length, last->offset);
        file->real->pMethods->xTruncate(file->real, last->size);
        file->unsynced = last->before;
        free(last);
    }
}

static int shim_close(sqlite3_file *file) {
    forget(shim_file(file));
    return real(file)->pMethods->xClose(real(file));
}

static int shim_read(sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), bytes, length, offset);
}

static int shim_write(sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset) {
    int code = keep(shim_file(file), offset, length);
    return code != SQLITE_OK ? code : real(file)->pMethods->xWrite(real(file), bytes, length, offset);
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int code = keep(shim_file(file), size, 1 << 30);
    return code != SQLITE_OK ? code : real(file)->pMethods->xTruncate(real(file), size);
}

static int shim_sync(sqlite3_file *file, int flags) {
    int drops = 0;
    if (fails(&drops)) {
        if (drops) drop(shim_file(file));
        return SQLITE_IOERR_FSYNC;
    }
    forget(shim_file(file));
    return real(file)->pMethods->xSync(real(file), flags);
}

static int shim_file_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}

static int shim_lock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int shim_unlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }

static int shim_check_reserved_lock(sqlite3_file *file, int *result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

static int shim_file_control(sqlite3_file *file, int operation, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

static int shim_sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }

static int shim_device_characteristics(sqlite3_file *file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

// Without shared memory and without mapped pages: every byte goes through here.
static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_file_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_check_reserved_lock,
    .xFileControl = shim_file_control,
    .xSectorSize = shim_sector_size,
    .xDeviceCharacteristics = shim_device_characteristics,
};

static int shim_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *result) {
    (void)vfs;
    if (!name || !strstr(name, "failing")) return below->xOpen(below, name, file, flags, result);
    struct file *opened = shim_file(file);
    memset(opened, 0, sizeof *opened);
    opened->real = (sqlite3_file *)(opened + 1);
    int code = below->xOpen(below, name, opened->real, flags, result);
    if (code == SQLITE_OK) opened->base.pMethods = &methods;
    return code;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int installed = SQLITE_ERROR;

static void install(void) {
    below = sqlite3_vfs_find(NULL);
    if (!below) return;
    shim = *below;
    shim.pNext = NULL;
    shim.zName = "failing-disk";
    shim.szOsFile = (int)sizeof(struct file) + below->szOsFile;
    shim.xOpen = shim_open;
    installed = sqlite3_vfs_register(&shim, 1);
}

int failing_disk_install(void) {
    pthread_once(&once, install);
    return installed;
}
