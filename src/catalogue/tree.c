#include "vademecum/catalogue/tree.h"

/* A row whose cells are all empty. */
static struct record record_lost(const struct loader *loader) {
    return (struct record){.cells = arena_alloc(loader->arena, schema_get(loader->id)->count)};
}

/*
 * Rows that others refer to have one more behind the last: it stands for those that could not be
 * read, and no count has it.
 */

void tree_collections(struct loader *loader) {
    const size_t count = loader->held_count;
    loader->collections = arena_array(loader->arena, count + 1, sizeof *loader->collections);
    loader->collections[count].record = record_lost(loader);
    for (size_t i = 0; i < count; i++) {
        loader->collections[i].record = loader->held[i].record;
    }
    loader->catalogue->collections = loader->collections;
    loader->catalogue->collection_count = count;
}

void tree_checklists(struct loader *loader) {
    const size_t count = loader->held_count;
    loader->checklists = arena_array(loader->arena, count + 1, sizeof *loader->checklists);
    loader->checklists[count].record = record_lost(loader);
    loader->checklists[count].collection =
        &loader->collections[loader->catalogue->collection_count];
    for (size_t i = 0; i < count; i++) {
        loader->checklists[i].record = loader->held[i].record;
        loader->checklists[i].collection = &loader->collections[loader->held[i].parent];
    }
    loader->catalogue->checklists = loader->checklists;
    loader->catalogue->checklist_count = count;
}

void tree_criteria(struct loader *loader) {
    const size_t count = loader->held_count;
    loader->criteria = arena_array(loader->arena, count + 1, sizeof *loader->criteria);
    loader->criteria[count].record = record_lost(loader);
    loader->criteria[count].checklist = &loader->checklists[loader->catalogue->checklist_count];
    for (size_t i = 0; i < count; i++) {
        struct criterion *criterion = &loader->criteria[i];
        struct checklist *checklist = &loader->checklists[loader->held[i].parent];
        criterion->record = loader->held[i].record;
        criterion->checklist = checklist;
        if (checklist->criterion_count++ == 0) {
            checklist->criteria = criterion;
        }
    }
    loader->catalogue->criteria = loader->criteria;
    loader->catalogue->criterion_count = count;
}

static struct checklist *checklist_of(const struct loader *loader,
                                      const struct criterion *criterion) {
    return &loader->checklists[criterion->checklist - loader->checklists];
}

void tree_questions(struct loader *loader) {
    const size_t count = loader->held_count;
    loader->questions = arena_array(loader->arena, count + 1, sizeof *loader->questions);
    loader->questions[count].record = record_lost(loader);
    loader->questions[count].criterion = &loader->criteria[loader->catalogue->criterion_count];
    for (size_t i = 0; i < count; i++) {
        struct question *question = &loader->questions[i];
        struct criterion *criterion = &loader->criteria[loader->held[i].parent];
        struct checklist *checklist = checklist_of(loader, criterion);
        question->record = loader->held[i].record;
        question->criterion = criterion;
        question->index = i;
        if (criterion->question_count++ == 0) {
            criterion->questions = question;
        }
        if (checklist->question_count++ == 0) {
            checklist->questions = question;
        }
    }
    loader->catalogue->questions = loader->questions;
    loader->catalogue->question_count = count;
}

/* What a loaded row is linked to is const for all others, but still ours while loading. */
static struct criterion *criterion_of(const struct loader *loader,
                                      const struct question *question) {
    return &loader->criteria[question->criterion - loader->criteria];
}

void tree_items(struct loader *loader) {
    const size_t count = loader->held_count;
    loader->items = arena_array(loader->arena, count, sizeof *loader->items);
    for (size_t i = 0; i < count; i++) {
        struct item *item = &loader->items[i];
        struct question *question = &loader->questions[loader->held[i].parent];
        struct criterion *criterion = criterion_of(loader, question);
        struct checklist *checklist = checklist_of(loader, criterion);
        item->record = loader->held[i].record;
        item->question = question;
        item->index = i;
        if (question->item_count++ == 0) {
            question->items = item;
        }
        if (criterion->item_count++ == 0) {
            criterion->items = item;
        }
        if (checklist->item_count++ == 0) {
            checklist->items = item;
        }
    }
    loader->catalogue->items = loader->items;
    loader->catalogue->item_count = count;
}

void tree_terms(struct loader *loader) {
    const size_t count = loader->held_count;
    loader->terms = arena_array(loader->arena, count, sizeof *loader->terms);
    for (size_t i = 0; i < count; i++) {
        loader->terms[i].record = loader->held[i].record;
    }
    loader->catalogue->terms = loader->terms;
    loader->catalogue->term_count = count;
}

void tree_synonyms(struct loader *loader) {
    const size_t count = loader->held_count;
    struct record *synonyms = arena_array(loader->arena, count, sizeof *synonyms);
    for (size_t i = 0; i < count; i++) {
        synonyms[i] = loader->held[i].record;
    }
    loader->catalogue->synonyms = synonyms;
}
