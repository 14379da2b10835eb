#!/bin/sh
# shellcheck disable=SC2317 # what in_turn calls
# bench.sh [CSV-FILE]: how fast the program is, beside others (`make bench`). The table goes to the
# standard output, and the same as CSV to CSV-FILE.
#
# Programs are started in turn, ROUNDS times (51) after one round that does not count, so that what
# else the machine does falls on all of them. Medians are compared: milliseconds measure the
# machine, ratios the program. A missed target is said, and is no failure.

LC_ALL=C.UTF-8 # also for the decimal points
export LC_ALL

srcdir=${srcdir:-$(dirname "$0")/../..}
# shellcheck source=tests/lib.sh
. "$srcdir/tests/lib.sh"

csv=${1:-}
rounds=${ROUNDS:-51}
columns=80
rows=24
baseline=less # what the ratios are to
tab=$(printf '\t')
events=100000 # in a log that is as long as any will be

main() {
    case $rounds in
    '' | *[!0-9]* | 0*) give_up "ROUNDS=$rounds is no number of rounds" ;;
    esac
    [ -z "$csv" ] || printf '' >"$csv" || give_up "$csv cannot be written"
    : >"$scratch/runs"
    echo "machine: $(cpu), $(cores) cores"
    first_frame S "$srcdir/catalogue"
    ticks 0
    ticks $events
    first_frame_reviewed "S, $events events"
    summary >"$scratch/summary"
    table
    verdicts
    [ -z "$csv" ] || table_csv >"$csv" || give_up "$csv cannot be written"
}

give_up() {
    echo "bench: $1" >&2
    exit 1
}

cpu() {
    model=$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -n 1)
    echo "${model:-$(uname -m)}"
}

cores() {
    nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1
}

# The targets: MEASURE|SIZE|PROGRAM|column of the summary|at most|unit
targets() {
    cat <<END
first frame|S|vademecum|8|2|times $baseline
first frame|S|vademecum|9|8|MB
first frame|S, $events events|reviewer|5|1000|ms
start|$events events|log_open|5|1000|ms
tick|0 events|all but fsync|5|0.5|ms
tick|$events events|all but fsync|5|0.5|ms
END
}

# --- the first frame -----------------------------------------------------------------------------

# first_frame SIZE FOLDER: from the start of each program to its first screen, on a catalogue.
first_frame() {
    catalogue=$(cd "$2" && pwd) || exit 1
    first_frame_texts || give_up "the first screen of vademecum could not be made"
    echo "size $1: $practices, $(cat "$catalogue"/*.csv | wc -c | tr -d ' ') bytes;" \
        "a screen of ${columns}x$rows; $rounds rounds"
    in_turn "first frame" "$1" first_frame_of $baseline vademecum bare_curses vim visidata pspg
}

# first_frame_reviewed SIZE: the same of vademecum on that catalogue, for the reviewer whose log is
# long.
first_frame_reviewed() {
    first_frame_texts -R "$scratch/log.$events" -u ana ||
        give_up "the first screen of a reviewer could not be made"
    in_turn "first frame" "$1" first_frame_of reviewer
}

# first_frame_texts [OPTION…]: what is seen last of each first screen. Of vademecum with these
# options: the longest word in the last row of the list and the last word of the footer, as a script
# of keys shows them. Of $file as it is: the beginning of the last line on the screen. Of $file as a
# table: the two keys of a row a little further up.
first_frame_texts() {
    file=answers.csv
    echo '<Page>' >"$scratch/keys"
    clean "$builddir/vademecum" -C "$catalogue" "$@" --script "$scratch/keys" \
        --size "${columns}x$rows" >"$scratch/page" || return
    practices=$(sed -n '1s/.*  //p' "$scratch/page")
    title=$(sed -n "2,$((rows - 1))s/│.*//p" "$scratch/page" | grep '[^ ]' | tail -n 1 |
        awk '{ for (i = 1; i <= NF; i++) if (length($i) > length(word)) word = $i }
            END { print word }')
    footer=$(sed -n "${rows}p" "$scratch/page" | awk '{ print $NF }')
    line=$(sed -n "$((rows - 1))p" "$catalogue/$file" | sed 's/^\(.\{1,70\}\).*/\1/')
    practice=$(sed -n "$((rows - 3))p" "$catalogue/$file" | cut -d '"' -f 2 | cut -c 1-12)
    question=$(sed -n "$((rows - 3))p" "$catalogue/$file" | cut -d '"' -f 4)
    [ -n "$title" ] && [ -n "$footer" ] && [ -n "$line" ] && [ -n "$practice" ] &&
        [ -n "$question" ]
}

# first_frame_of PROGRAM: starts it once and prints "MILLISECONDS KILOBYTES".
first_frame_of() {
    case $1 in
    less) shown -u "$line" -u "$file" less -S "$file" ;;
    vademecum) shown -u "$title" -u "$footer" "$builddir/vademecum" -C "$catalogue" ;;
    reviewer)
        shown -u "$title" -u "$footer" "$builddir/vademecum" -C "$catalogue" \
            -R "$scratch/log.$events" -u ana
        ;;
    bare_curses) shown -u footer "$builddir/tests/bench/bare_curses" ;;
    vim) shown -u "$line" -k ":q!$(printf '\r')" vim -R '+set nowrap' "$file" ;;
    visidata) shown -u "$practice" -u "$question" visidata "$file" ;;
    pspg) shown -u "$practice" -u "$question" -u Quit pspg --csv -f "$file" ;;
    esac
}

# shown ARGUMENT…: first_frame.c with these arguments, in the folder of the catalogue.
shown() {
    (cd "$catalogue" && clean "$builddir/tests/bench/first_frame" -s "${columns}x$rows" "$@")
}

# --- an event ------------------------------------------------------------------------------------

# ticks EVENTS: what it costs to open a log of so many events, and to add one, of which fsync is the
# disk's share.
ticks() {
    mkdir "$scratch/log.$1" || exit 1
    sed 1d "$srcdir/catalogue/marks.csv" | tr -d '"' | awk -F, '{ print $1, $2 }' |
        "$builddir/tests/bench/tick" "$scratch/log.$1" "$1" 1001 >"$scratch/ticks" ||
        give_up "events could not be added to a log of $1"
    awk -F "$tab" -v OFS="$tab" -v size="$1 events" '
        { print ($1 == "log_open" ? "start" : "tick"), size, $0 }' \
        "$scratch/ticks" >>"$scratch/runs"
    echo "tick, $1 events: one write and one fsync each"
}

# --- measuring -----------------------------------------------------------------------------------

# clean COMMAND…: runs it without the user's own settings.
clean() {
    env -i PATH="$PATH" HOME="$scratch" TERM=xterm-256color LC_ALL=C.UTF-8 "$@"
}

# in_turn MEASURE SIZE COMMAND PROGRAM…: measures the programs that are there. COMMAND PROGRAM runs
# one once and prints "MILLISECONDS KILOBYTES". Every other round goes backwards, so that a small
# program does not always follow upon the same big one, which leaves it cold caches.
in_turn() {
    key="$1$tab$2"
    command=$3
    shift 3
    order=
    turned=
    for program in "$@"; do
        if ! installed "$program"; then
            echo "left out: $program, which is not installed"
        elif ! "$command" "$program" >"$scratch/run" 2>&1; then
            echo "left out: $program, which could not be measured"
            sed 's/^/    /' "$scratch/run"
        else
            order="$order $program"
            turned="$program $turned"
        fi
    done
    round=0
    while [ $round -lt "$rounds" ]; do
        for program in $order; do
            run=$("$command" "$program") || give_up "$program could not be measured"
            echo "$key$tab$program$tab${run% *}$tab${run#* }" >>"$scratch/runs"
        done
        swapped=$order
        order=$turned
        turned=$swapped
        round=$((round + 1))
    done
}

# Whether a program is there: one that was built here, or another under its own name.
installed() {
    [ "$1" = vademecum ] || [ "$1" = reviewer ] || [ -x "$builddir/tests/bench/$1" ] || have "$1"
}

# The runs as lines of: 1 measure, 2 size, 3 program, 4 rounds, 5 median, 6 least and 7 most
# milliseconds, 8 ratio of medians, 9 MB at the peak.
summary() {
    sort -t "$tab" -k 4,4n "$scratch/runs" |
        awk -F "$tab" -v OFS="$tab" -v baseline="$baseline" '
            { key = $1 FS $2 FS $3 }
            NR == FNR {
                if (!(key in count))
                    order[++keys] = key
                count[key]++
                if ($5 > peak[key])
                    peak[key] = $5
                next
            }
            { ms[key, ++seen[key]] = $4 }
            function median(key, n) {
                n = count[key]
                return (ms[key, int((n + 1) / 2)] + ms[key, int(n / 2) + 1]) / 2
            }
            END {
                for (i = 1; i <= keys; i++) {
                    key = order[i]
                    split(key, part, FS)
                    base = part[1] FS part[2] FS baseline
                    print key, count[key], sprintf("%.2f", median(key)),
                        sprintf("%.2f", ms[key, 1]), sprintf("%.2f", ms[key, count[key]]),
                        base in count ? sprintf("%.2f", median(key) / median(base)) : "",
                        sprintf("%.1f", peak[key] / 1024)
                }
            }' "$scratch/runs" -
}

# --- telling -------------------------------------------------------------------------------------

table() {
    awk -F "$tab" -v baseline="$baseline" '
        $1 FS $2 != measure {
            measure = $1 FS $2
            printf "\n%-16s %10s %10s %10s %10s %10s\n", $1 ", " $2, "median ms", "min ms",
                "max ms", "x " baseline, "peak MB"
        }
        { printf "%-16s %10s %10s %10s %10s %10s\n", $3, $5, $6, $7, $8, $9 }' "$scratch/summary"
    echo
}

table_csv() {
    awk -F "$tab" -v cpu="$(cpu | tr '"' "'")" -v cores="$(cores)" '
        function put(row, cell, cells, i) {
            cells = split(row, cell, FS)
            for (i = 1; i <= cells; i++)
                printf "%s\"%s\"", (i > 1 ? "," : ""), cell[i]
            print ""
        }
        BEGIN {
            put("measure" FS "size" FS "program" FS "rounds" FS "median_ms" FS "min_ms" FS \
                "max_ms" FS "ratio" FS "peak_mb" FS "cpu" FS "cores")
        }
        { put($0 FS cpu FS cores) }' "$scratch/summary"
}

# One line for each target.
verdicts() {
    targets | tr '|' "$tab" | awk -F "$tab" '
        NR == FNR { for (i = 1; i <= NF; i++) value[$1, $2, $3, i] = $i; next }
        {
            got = value[$1, $2, $3, $4]
            verdict = got == "" ? "not measured" : got + 0 <= $5 + 0 ? "held" : "missed"
            printf "target %s: %s, %s, %s: at most %s %s%s\n", verdict, $3, $1, $2, $5, $6,
                got == "" ? "" : ", measured " got
        }' "$scratch/summary" -
}

main
finish
