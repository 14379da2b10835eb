/* Tells what was most likely meant by words that nothing has. */
#include "vademecum/base/text.h"
#include "vademecum/find/find_parts.h"
#include "vademecum/find/match.h"
#include "vademecum/find/members.h"
#include "vademecum/find/near.h"

#include <string.h>

/* Whether nothing at all has the words of the token. */
static bool token_unknown(struct find *find, const char *token, struct arena *arena) {
    const struct query query = find_query(find, token, arena);
    return query.count == 1 && members_number(find, match_run(find, &query)) == 0;
}

/* The nearest word that practices have, or ""; behind the field that stands before it. */
static const char *token_meant(const struct find *find, const char *token, struct arena *arena) {
    const char *colon = strchr(token, ':');
    const char *word = colon ? colon + 1 : token;
    struct near near = near_begin(text_fold(arena, word), arena);
    if (find->index) {
        index_near(find->index, &near);
    }
    facets_near(find->facets, &near);
    synonyms_near(&find->synonyms, &near);
    return near.word[0] ? arena_printf(arena, "%.*s%s", (int)(word - token), token, near.word) : "";
}

bool find_meant(struct find *find, const struct wish *wish, struct arena *arena,
                struct find_meant *meant) {
    const struct query query = find_query(find, wish->words, arena);
    const char *words = "";
    size_t changed = 0;
    find_refresh(find);
    for (size_t i = 0; i < query.count; i++) {
        const char *typed = query.words[i].typed;
        if (i > 0 && query.words[i - 1].typed == typed) {
            continue;
        }
        const char *other = token_unknown(find, typed, arena) ? token_meant(find, typed, arena)
                                                              : "";
        changed += *other != '\0';
        words = arena_printf(arena, "%s%s%s", words, *words ? " " : "", *other ? other : typed);
    }
    struct wish wanted = *wish;
    wanted.words = words;
    *meant = (struct find_meant){
        .words = words,
        .count = changed ? find_run(find, &wanted, arena).count : 0,
    };
    return meant->count > 0;
}
