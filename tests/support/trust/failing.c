/* A system call that fails: put before the C library (LD_PRELOAD), it counts what this process asks
   to be written, cut, synced or named below one folder, and refuses one of these calls, or all from
   one on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int calls;

static void count(void) {
    const char *told = getenv("FAIL_TOLD");
    FILE *file = told ? fopen(told, "w") : NULL;
    if (file) {
        fprintf(file, "%d", calls);
        fclose(file);
    }
}

static int refused(const char *path) {
    const char *under = getenv("FAIL_UNDER"), *at = getenv("FAIL_AT"), *with = getenv("FAIL_WITH");
    if (!under || strncmp(path, under, strlen(under))) return 0;
    if (!calls++) atexit(count);
    int turn = calls - 1, first = at ? atoi(at) : -1;
    if (first < 0 || turn < first || (turn > first && !getenv("FAIL_ON"))) return 0;
    errno = with ? atoi(with) : EIO;
    return 1;
}

static int refused_of(int file) {
    char name[64], path[PATH_MAX];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return refused(path);
}

#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *data, size_t size) {
    return refused_of(file) ? -1 : REAL(write)(file, data, size);
}
ssize_t pwrite(int file, const void *data, size_t size, off_t at) {
    return refused_of(file) ? -1 : REAL(pwrite)(file, data, size, at);
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) {
    return refused_of(file) ? -1 : REAL(pwrite64)(file, data, size, at);
}
int ftruncate(int file, off_t size) { return refused_of(file) ? -1 : REAL(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) {
    return refused_of(file) ? -1 : REAL(ftruncate64)(file, size);
}
int fsync(int file) { return refused_of(file) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return refused_of(file) ? -1 : REAL(fdatasync)(file); }
int unlink(const char *path) { return refused(path) ? -1 : REAL(unlink)(path); }
int rename(const char *path, const char *to) { return refused(to) ? -1 : REAL(rename)(path, to); }
int link(const char *path, const char *to) { return refused(to) ? -1 : REAL(link)(path, to); }
