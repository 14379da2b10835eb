/*
 * stamp: tells whether a file has changed.
 */
#ifndef VADEMECUM_REVIEW_STAMP_H
#define VADEMECUM_REVIEW_STAMP_H

#include <stdbool.h>
#include <sys/stat.h>

/* How a file was when it was looked at. */
struct stamp {
    bool there;            /* the file exists; else the others say nothing */
    dev_t device;          /* on which it is */
    ino_t inode;           /* which file it is */
    off_t size;            /* bytes */
    struct timespec mtime; /* last write */
};

struct stamp stamp_of(const struct stat *stat);
bool stamp_same(const struct stamp *one, const struct stamp *other);

#endif
