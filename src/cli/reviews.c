#include "vademecum/report/reviews.h"
#include "vademecum/cli/cli.h"
#include "vademecum/cli/logbook.h"

int reviews_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)arguments;
    (void)count;
    const struct report report = cli_report(cli);
    const struct reviews reviews = reviews_gather(&report);
    struct sheet sheet;
    reviews_sheet(&report, &reviews, &sheet);
    if (!logbook_sheet(cli, &sheet)) {
        reviews_text(&report, &reviews);
    }
    return CLI_DONE;
}
