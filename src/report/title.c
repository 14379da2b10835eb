#include "vademecum/report/title.h"

#include "vademecum/base/order.h"
#include "vademecum/review/own.h"

#include <string.h>

enum origin title_origin(const struct report *report, const char *practice) {
    if (catalogue_practice(report->catalogue, practice)) {
        return ORIGIN_CATALOGUE;
    }
    size_t count;
    const struct own_field *fields = own_fields(&count);
    for (size_t i = 0; i < count; i++) {
        if (review_fact(report->review, practice, fields[i].name)[0]) {
            return ORIGIN_OWN;
        }
    }
    return ORIGIN_GONE;
}

const char *title_of(const struct report *report, const char *practice) {
    const struct practice *known = catalogue_practice(report->catalogue, practice);
    const char *title = known
                            ? report_cell(report, SCHEMA_PRACTICES, &known->record, PRACTICE_TITLE)
                            : review_fact(report->review, practice, "own.title");
    return title[0] ? title : practice;
}

struct titled title_make(const struct report *report, const char *id) {
    return (struct titled){
        .origin = title_origin(report, id),
        .key = order_key(report->arena, title_of(report, id)),
        .id = id,
    };
}

int title_compare(const struct titled *one, const struct titled *other) {
    if (one->origin != other->origin) {
        return one->origin < other->origin ? -1 : 1;
    }
    const int order = strcmp(one->key, other->key);
    return order ? order : strcmp(one->id, other->id);
}
