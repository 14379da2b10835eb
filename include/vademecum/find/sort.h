/*
 * sort: the orders in which practices can be listed.
 */
#ifndef VADEMECUM_FIND_SORT_H
#define VADEMECUM_FIND_SORT_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/find/grouping.h"

#include <stdint.h>

struct find;

/* In each, own practices come first, and equals are by title. */
enum order {
    ORDER_TITLE,
    ORDER_COUNTRY,  /* by the country's name, then not stated */
    ORDER_START,    /* the latest first, then not stated */
    ORDER_MET,      /* the most items met first */
    ORDER_PROGRESS, /* the most items marked by the reviewer first */
    ORDER_REVIEWED, /* the one that the reviewer wrote about last first, then the others */
    ORDER_GAPS,     /* the one that meets most of the reviewer's gaps first */
    ORDER_COUNT
};

/* What an order is called: as it is typed ("title"), static; and for people, translated. */
const char *sort_name(enum order order);
const char *sort_label(enum order order);

/* The order of that name, in any case; ORDER_COUNT and the fault (FAULT_USAGE) when it is none. */
enum order sort_read(const char *typed, struct arena *scratch, struct fault *fault);

/*
 * The places of all subjects, group by group, each group in the order. Lives in `work` of find.
 * Call gaps_run before.
 */
const uint32_t *sort_run(struct find *find, enum grouping grouping, enum order order);

#endif
