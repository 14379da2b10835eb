#include "vademecum/report/titled.h"

#include "vademecum/base/order.h"

#include <string.h>

struct titled titled_make(const struct report *report, const char *id) {
    return (struct titled){
        .origin = answers_origin(report, id),
        .key = order_key(report->arena, answers_title(report, id)),
        .id = id,
    };
}

int titled_compare(const struct titled *one, const struct titled *other) {
    if (one->origin != other->origin) {
        return one->origin < other->origin ? -1 : 1;
    }
    const int order = strcmp(one->key, other->key);
    return order ? order : strcmp(one->id, other->id);
}
