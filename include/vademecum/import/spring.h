/*
 * spring: turns a page of the SPRING project, saved as text, into rows of a catalogue, in the
 * page's own words.
 *
 * Such a page has practices one after another without a title. Each has headings (criteria),
 * questions, below a question the answer, perhaps "Inspiring tools:", and "Good practice checklist"
 * with its items: ✓ for met, a dash for not met. Parts may be missing, and the page may break off
 * anywhere. A question that does not come later in the grid than the one before begins the next
 * practice. What is not understood is listed with its line. Source of the form: pages of good
 * practices at https://integrationpractices.eu.
 */
#ifndef VADEMECUM_IMPORT_SPRING_H
#define VADEMECUM_IMPORT_SPRING_H

#include "vademecum/base/arena.h"
#include "vademecum/base/fault.h"
#include "vademecum/catalogue/catalogue.h"
#include "vademecum/import/new_rows.h"
#include "vademecum/import/page.h"

#include <stddef.h>

/* What was found on the page. */
struct spring_counts {
    size_t practices;
    size_t criteria;  /* different ones */
    size_t questions; /* different ones */
    size_t items;     /* different ones */
    size_t answers;
    size_t met;      /* lines of items with a tick, those that are there twice too */
    size_t not_met;  /* with a dash */
    size_t unmarked; /* without a sign */
    size_t tools;
    size_t known; /* practices left out because the catalogue has them already */
};

/*
 * Makes rows of a page. `into` is the catalogue that they will join, NULL for a new one: what it
 * has is not made again, and where its words for a question or an item are others, those of the
 * page become a translation into "en-x-source". `name` is of the file: ids and titles of practices
 * come from it. `told` gets a line for each that was not understood or not taken as it stands.
 */
void spring_rows(struct new_rows *rows, const struct page *page, const char *name,
                 const struct catalogue *into, struct spring_counts *counts,
                 struct fault_list *told);

#endif
