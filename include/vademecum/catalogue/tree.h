/*
 * tree: makes the final rows of a file out of the held ones, and links them to their parents. A
 * part of loader: each is the `link` of a file_reader.
 */
#ifndef VADEMECUM_CATALOGUE_TREE_H
#define VADEMECUM_CATALOGUE_TREE_H

#include "vademecum/catalogue/loader.h"

void tree_collections(struct loader *loader);
void tree_checklists(struct loader *loader);
void tree_criteria(struct loader *loader);
void tree_questions(struct loader *loader);
void tree_items(struct loader *loader);
void tree_terms(struct loader *loader);
void tree_synonyms(struct loader *loader);

#endif
