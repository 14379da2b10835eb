#include "vademecum/cli/known.h"
#include "vademecum/cli/reviews_open.h"
#include "vademecum/cli/subcommands.h"
#include "vademecum/report/dossier.h"

/* One that was not typed by its id, or an own one. */
static int other_show(struct cli *cli, const char *typed) {
    struct report report = cli_report(cli);
    struct fault fault;
    const char *id = known_practice(cli, typed, &fault);
    if (!id) {
        return cli_fail(cli, &fault);
    }
    const struct practice *practice = catalogue_practice(cli->catalogue, id);
    if (practice) {
        cli->format->write->practice(&report, practice);
        return CLI_DONE;
    }
    if (!cli_past(cli, &report, id, &fault)) {
        return cli_fail(cli, &fault);
    }
    const struct handout handout = handout_usual(id);
    const struct dossier dossier = dossier_make(&report, &handout);
    cli->format->write->own(&report, &dossier);
    return CLI_DONE;
}

int show_run(struct cli *cli, const char *const *arguments, size_t count) {
    (void)count;
    const char *id = arguments[0];
    const struct practice *practice = catalogue_practice(cli->catalogue, id);
    if (practice) {
        const struct report report = cli_report(cli);
        cli->format->write->practice(&report, practice);
        return CLI_DONE;
    }
    /* What others do stands beside one of one's own, so all that belongs to them is read too. */
    struct catalogue whole;
    struct fault fault;
    if (!catalogue_open(&whole, cli->arena, cli->path, CATALOGUE_WHOLE, &fault)) {
        return cli_refuse(cli, cli->path, &fault);
    }
    cli->catalogue = &whole;
    /* Opens the reviews only here: a practice of the catalogue is shown whatever they are like. */
    return reviews_open(cli, LOG_ASIDE) ? reviews_close(cli, other_show(cli, id)) : CLI_FAILED;
}
