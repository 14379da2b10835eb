/* door: a dialogue without a screen as a way in: what the loop asks of it, and what it saves. */
#include "desk.h"

#include "vademecum/door/door.h"
#include "vademecum/door/errands.h"

enum {
    TOLD_MAX = 1024 /* bytes of what a dialogue was asked for, with its NUL */
};

/* A dialogue whose user is a list of keys. */
struct dialogue {
    const char *keys;         /* those that are left */
    enum door_event_kind end; /* what comes behind them */
    bool hasty;               /* no painting is ever whole */
    char told[TOLD_MAX];      /* "p" for a painting, "k" for a key, and errands by name */
    bool unsaved;             /* a key was asked for before all was saved */
    struct draft_home drafts; /* of the door */
    struct log_setup log;     /* of the log that is open */
};

static void tell(struct door *door, const char *what) {
    struct dialogue *dialogue = door->own;
    strncat(dialogue->told, what, sizeof dialogue->told - strlen(dialogue->told) - 1);
}

static bool paint(struct door *door) {
    struct dialogue *dialogue = door->own;
    tell(door, "p");
    return !dialogue->hasty;
}

static struct door_event read_key(struct door *door, int patience) {
    struct dialogue *dialogue = door->own;
    (void)patience;
    dialogue->unsaved |= session_unwritten(&door->desk);
    if (!*dialogue->keys) {
        return (struct door_event){.kind = dialogue->end};
    }
    tell(door, "k");
    return (struct door_event){.kind = DOOR_KEY, .key = keymap_parse(&dialogue->keys)};
}

static bool link_tell(struct door *door, const struct errand *errand) {
    tell(door, "<");
    tell(door, errand->text);
    tell(door, ">");
    return true;
}

static const struct way_in way = {
    .paint = paint,
    .read = read_key,
    .errands = {[ERRAND_OPEN_LINK] = link_tell, [ERRAND_QUIT] = errands_quit},
};

static bool rename_to(void *context, const char *name, struct log **log, const char **reviewer,
                      struct fault *fault) {
    struct dialogue *dialogue = context;
    (void)log;
    (void)fault;
    strcat(dialogue->told, name);
    *reviewer = "ana";
    return true;
}

static void remember(void *context, const char *name, const char *word) {
    struct dialogue *dialogue = context;
    strcat(strcat(strcat(strcat(dialogue->told, name), "="), word), ";");
}

/* What the dialogue was asked for, when its user types the keys. */
static void run(struct dialogue *dialogue, bool named) {
    const struct door_setup setup = {
        .catalogue = &catalogue,
        .utf8 = true,
        .log = review_log,
        .reviewer = "ana",
        .clock = {now, NULL},
        .random = 7,
        .named = named,
        .drafts = {.folder = folder, .kind = "draft"},
        .rename = rename_to,
        .remember = remember,
        .context = dialogue,
    };
    const struct look look = {.letters = LETTERS_ALL};
    struct door door;
    door_open(&door, &setup, &way, &look, dialogue);
    while (session_more(&door.desk)) {
    }
    door_run(&door);
    door_close(&door);
}

static size_t events(void) {
    return log_review(review_log)->ids.count;
}

START_TEST(each_key_is_painted_and_saved_before_the_next) {
    struct dialogue dialogue = {.keys = ".1<Enter>2", .end = DOOR_END};
    run(&dialogue, true);
    ck_assert(!dialogue.unsaved);
    ck_assert_uint_eq(events(), 2);
    /* Saving is painted too. */
    ck_assert_str_eq(dialogue.told, "pkpkpkppkpp");
}
END_TEST

START_TEST(how_things_are_shown_is_kept) {
    struct dialogue dialogue = {.keys = "zjztz:go-on<Enter>", .end = DOOR_END};
    run(&dialogue, true);
    const char *kept = "pkone-panel=yes;pkpkone-panel=no;pklanguage=";
    ck_assert_int_eq(strncmp(dialogue.told, kept, strlen(kept)), 0);
    ck_assert_ptr_nonnull(strstr(dialogue.told, ";pkone-panel=yes;p"));
    ck_assert_ptr_nonnull(strstr(dialogue.told, "pkgo-on=yes;p"));
}
END_TEST

START_TEST(what_was_not_painted_whole_is_painted_again) {
    struct dialogue dialogue = {.keys = "<Down>", .end = DOOR_END, .hasty = true};
    run(&dialogue, true);
    ck_assert_str_eq(dialogue.told, "pkp");
}
END_TEST

START_TEST(a_key_after_leaving_is_not_asked_for) {
    struct dialogue dialogue = {.keys = "q<Down>", .end = DOOR_END};
    run(&dialogue, true);
    ck_assert_str_eq(dialogue.keys, "<Down>");
}
END_TEST

START_TEST(an_errand_without_a_function_is_passed_over) {
    struct dialogue dialogue = {.keys = "<C-z><C-l><Down>q", .end = DOOR_END};
    run(&dialogue, true);
    ck_assert_str_eq(dialogue.keys, "");
}
END_TEST

START_TEST(the_first_mark_asks_for_the_name) {
    struct dialogue dialogue = {.keys = ".1<Enter>", .end = DOOR_END};
    run(&dialogue, false);
    ck_assert_uint_eq(events(), 1);
    struct dialogue again = {.keys = ".1<Enter><Enter>", .end = DOOR_END};
    run(&again, false);
    ck_assert_ptr_nonnull(strstr(again.told, "ana"));
    ck_assert_uint_eq(events(), 2);
}
END_TEST

/* Whether a draft of ana is there; it goes. */
static bool draft_left(const char *text) {
    const struct draft_home home = {.folder = folder, .kind = "draft"};
    struct draft_file draft;
    struct event event;
    struct fault fault;
    draft_init(&draft);
    if (!draft_take(&draft, &home, "ana", &arena, &event, &fault)) {
        return false;
    }
    draft_drop(&draft);
    return strcmp(event.value, text) == 0;
}

START_TEST(what_is_being_typed_is_kept_when_the_user_is_gone) {
    struct dialogue dialogue = {.keys = "<Enter><Tab>ehalf", .end = DOOR_GONE};
    run(&dialogue, true);
    ck_assert(draft_left("half"));
    ck_assert_uint_eq(events(), 0);
}
END_TEST

START_TEST(a_dialogue_that_ends_keeps_no_draft) {
    struct dialogue dialogue = {.keys = "<Enter><Tab>ehalf", .end = DOOR_END};
    run(&dialogue, true);
    ck_assert(!draft_left("half"));
}
END_TEST

int main(void) {
    TCase *dialogue = tcase_create("dialogue");
    tcase_add_checked_fixture(dialogue, set_up, tear_down);
    tcase_add_test(dialogue, each_key_is_painted_and_saved_before_the_next);
    tcase_add_test(dialogue, how_things_are_shown_is_kept);
    tcase_add_test(dialogue, what_was_not_painted_whole_is_painted_again);
    tcase_add_test(dialogue, a_key_after_leaving_is_not_asked_for);
    tcase_add_test(dialogue, an_errand_without_a_function_is_passed_over);
    tcase_add_test(dialogue, the_first_mark_asks_for_the_name);
    tcase_add_test(dialogue, what_is_being_typed_is_kept_when_the_user_is_gone);
    tcase_add_test(dialogue, a_dialogue_that_ends_keeps_no_draft);
    Suite *suite = suite_create("door");
    suite_add_tcase(suite, dialogue);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
