#include "vademecum/review/stamp.h"

struct stamp stamp_of(const struct stat *stat) {
    return (struct stamp){
        .there = true,
        .device = stat->st_dev,
        .inode = stat->st_ino,
        .size = stat->st_size,
        .mtime = stat->st_mtim,
    };
}

bool stamp_same(const struct stamp *one, const struct stamp *other) {
    return one->there == other->there && one->device == other->device &&
           one->inode == other->inode && one->size == other->size &&
           one->mtime.tv_sec == other->mtime.tv_sec && one->mtime.tv_nsec == other->mtime.tv_nsec;
}
