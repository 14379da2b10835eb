#include "vademecum/catalogue/loader.h"

void collections_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->collections = arena_array(loader->arena, count, sizeof *loader->collections);
    for (size_t i = 0; i < count; i++) {
        loader->collections[i].record = loader->drafts[i].record;
    }
    loader->catalogue->collections = loader->collections;
    loader->catalogue->collection_count = count;
}

void checklists_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->checklists = arena_array(loader->arena, count, sizeof *loader->checklists);
    for (size_t i = 0; i < count; i++) {
        loader->checklists[i].record = loader->drafts[i].record;
        loader->checklists[i].collection = &loader->collections[loader->drafts[i].parent];
    }
    loader->catalogue->checklists = loader->checklists;
    loader->catalogue->checklist_count = count;
}

void criteria_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->criteria = arena_array(loader->arena, count, sizeof *loader->criteria);
    for (size_t i = 0; i < count; i++) {
        struct criterion *criterion = &loader->criteria[i];
        struct checklist *checklist = &loader->checklists[loader->drafts[i].parent];
        criterion->record = loader->drafts[i].record;
        criterion->checklist = checklist;
        if (checklist->criterion_count++ == 0) {
            checklist->criteria = criterion;
        }
    }
    loader->catalogue->criteria = loader->criteria;
    loader->catalogue->criterion_count = count;
}

void questions_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->questions = arena_array(loader->arena, count, sizeof *loader->questions);
    for (size_t i = 0; i < count; i++) {
        struct question *question = &loader->questions[i];
        struct criterion *criterion = &loader->criteria[loader->drafts[i].parent];
        struct checklist *checklist =
            &loader->checklists[criterion->checklist - loader->checklists];
        question->record = loader->drafts[i].record;
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

void items_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->items = arena_array(loader->arena, count, sizeof *loader->items);
    for (size_t i = 0; i < count; i++) {
        struct item *item = &loader->items[i];
        struct question *question = &loader->questions[loader->drafts[i].parent];
        struct criterion *criterion = &loader->criteria[question->criterion - loader->criteria];
        struct checklist *checklist =
            &loader->checklists[criterion->checklist - loader->checklists];
        item->record = loader->drafts[i].record;
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

void terms_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->terms = arena_array(loader->arena, count, sizeof *loader->terms);
    for (size_t i = 0; i < count; i++) {
        loader->terms[i].record = loader->drafts[i].record;
    }
    loader->catalogue->terms = loader->terms;
    loader->catalogue->term_count = count;
}

void practices_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    loader->practices = arena_array(loader->arena, count, sizeof *loader->practices);
    for (size_t i = 0; i < count; i++) {
        struct collection *collection = &loader->collections[loader->drafts[i].parent];
        loader->practices[i].record = loader->drafts[i].record;
        loader->practices[i].collection = collection;
        loader->practices[i].index = i;
        collection->practices++;
    }
    loader->marks = arena_array(loader->arena, count, loader->catalogue->item_count);
    loader->catalogue->practices = loader->practices;
    loader->catalogue->practice_count = count;
    loader->catalogue->marks = loader->marks;
}

void translations_link(struct loader *loader) {
    const size_t count = loader->draft_count;
    struct record *records = arena_array(loader->arena, count, sizeof *records);
    for (size_t i = 0; i < count; i++) {
        records[i] = loader->drafts[i].record;
    }
    loader->catalogue->translations = records;
}
