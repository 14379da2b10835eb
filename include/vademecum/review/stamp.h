/*
 * stamp: whether a file is as it was.
 */
#ifndef VADEMECUM_REVIEW_STAMP_H
#define VADEMECUM_REVIEW_STAMP_H

#include <stdbool.h>
#include <sys/stat.h>

/* What tells whether a file is as it was. */
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
