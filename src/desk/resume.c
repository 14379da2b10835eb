#include "vademecum/desk/resume.h"

#include "vademecum/base/i18n.h"
#include "vademecum/desk/desk.h"
#include "vademecum/review/progress.h"

#include <string.h>
#include <time.h>

enum {
    DAY = 24 * 60 * 60
};

void resume_time(int64_t then, int64_t now, char words[RESUME_TIME_SIZE]) {
    const time_t moment = (time_t)then;
    const time_t today = (time_t)now;
    const time_t day_before = (time_t)(now - DAY);
    struct tm local;
    struct tm local_now;
    struct tm local_yesterday;
    localtime_r(&moment, &local);
    localtime_r(&today, &local_now);
    localtime_r(&day_before, &local_yesterday);
    char shown[RESUME_TIME_SIZE];
    size_t length = 0;
    if (local.tm_year == local_now.tm_year && local.tm_yday == local_now.tm_yday) {
        length = strftime(shown, sizeof shown, "%H:%M", &local);
    } else if (local.tm_year == local_yesterday.tm_year &&
               local.tm_yday == local_yesterday.tm_yday) {
        length = strftime(shown, sizeof shown, _("yesterday %H:%M"), &local);
    } else {
        length = strftime(shown, sizeof shown, _("%e %B %Y %H:%M"), &local);
    }
    shown[length] = '\0';
    strcpy(words, shown + strspn(shown, " "));
}

/* The question of the checklist that an event's item is, or belongs to; "" when it has none. */
static const char *question_of(const struct desk *desk, const struct checklist *checklist,
                               const char *id) {
    const struct item *item = catalogue_item(desk->work.catalogue, id);
    const struct question *question = item ? item->question
                                           : catalogue_question(desk->work.catalogue, id);
    if (!question || question->criterion->checklist != checklist) {
        return "";
    }
    const char *label = record_cell(&question->record, QUESTION_LABEL);
    return *label ? label : record_cell(&question->record, QUESTION_TEXT);
}

void resume_stamp(const char *stamp, int64_t now, char words[RESUME_TIME_SIZE]) {
    int64_t seconds = 0;
    clock_stamped(stamp, &seconds);
    resume_time(seconds, now, words);
}

void resume_begin(struct desk *desk) {
    const struct event *last = desk->work.log
                                   ? review_last(changes_review(desk), desk->work.reviewer)
                                   : NULL;
    const long place = last ? listing_place(desk, last->practice) : -1;
    if (place < 0) {
        return;
    }
    listing_focus(desk, (size_t)place);
    const struct subject *subject = &desk->listing.order[place];
    const struct checklist *checklist = work_checklist(desk, subject);
    if (!checklist) {
        return;
    }
    const struct progress progress = work_progress(desk, subject, checklist->items,
                                                   checklist->item_count);
    const char *question = question_of(desk, checklist, last->item);
    char when[RESUME_TIME_SIZE];
    resume_stamp(last->time, clock_now(&desk->work.clock), when);
    const size_t answered = progress_answered(&progress);
    if (answered == checklist->item_count) {
        notice_say(desk, _("You were at %s, %s. All %zu items are answered; R makes a report."),
                   subject->title, when, checklist->item_count);
        return;
    }
    notice_say(desk, _("You were at %s%s%s, %zu of %zu, %s. \".\" goes on."), subject->title,
               *question ? " › " : "", question, answered, checklist->item_count, when);
}
