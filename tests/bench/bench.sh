#!/bin/sh
# bench.sh [CSV-FILE]: how fast the program is, beside others (`make bench`). The table goes to the
# standard output, and the same as CSV to CSV-FILE.
#
# Programs are started in turn, after one round that does not count, so that what else the machine
# does falls on all of them. Medians are compared: milliseconds measure the machine, ratios the
# program. Of keys, 95 and 99 of a hundred are told, and the slowest. Where valgrind is installed,
# instructions are counted too, which other work does not disturb. A missed target is said, and is
# no failure.
#
# ROUNDS (51) is for the shipped catalogue; larger ones get fewer. BENCH_SIZE (L) is the largest
# size; L needs 2 GB of disk in TMPDIR, and is left out where there is less.

LC_ALL=C.UTF-8 # also for the decimal points
export LC_ALL

srcdir=${srcdir:-$(dirname "$0")/../..}
# shellcheck source=tests/lib.sh
. "$srcdir/tests/lib.sh"
# shellcheck source=tests/bench/programs.sh
. "$srcdir/tests/bench/programs.sh"
# shellcheck source=tests/bench/measure.sh
. "$srcdir/tests/bench/measure.sh"
# shellcheck source=tests/bench/tell.sh
. "$srcdir/tests/bench/tell.sh"

csv=${1:-}
rounds=${ROUNDS:-51}
largest=${BENCH_SIZE:-L}
space_l=2000000 # kilobytes of disk that L wants, for the catalogue and what editors put beside it
columns=80
rows=24
events=100000 # in a log that is as long as any will be

# What is measured: MEASURE|SIZES|ROUNDS|UNIT|FUNCTION|PROGRAMS. "FUNCTION PROGRAM" runs it once on
# $catalogue and prints "FIGURE KILOBYTES"; ratios are to the first program. ROUNDS is "once" for
# what comes out the same each time. A new row of the table is a word here and a case in
# programs.sh.
measures() {
    cat <<END
first frame|S M L|many|ms|first_frame_of|less vademecum bare_curses vim visidata pspg
whole pass|S M L|many|ms|pass_of|bare_csv listed complete searchable loaded list collections show check
instructions|S M|once|million|instructions_of|bare_csv loaded list show
END
}

# The targets: MEASURE|SIZE|PROGRAM|column of the summary|at most|unit
targets() {
    memory_l=${bytes_L:+$((bytes_L * 5 / 4 / 1048576 + 8))}
    cat <<END
first frame|S|vademecum|8|2|times less
first frame|S|vademecum|9|8|MB
first frame|L|vademecum|8|3|times less
whole pass|L|listed|8|0.5|times bare_csv
whole pass|L|complete|8|2.2|times bare_csv
whole pass|L|searchable|8|5.5|times bare_csv
whole pass|L|loaded|8|5.5|times bare_csv
whole pass|M|list|8|0.6|times bare_csv
whole pass|L|list|8|0.6|times bare_csv
whole pass|L|collections|8|0.6|times bare_csv
whole pass|L|show|8|0.6|times bare_csv
whole pass|L|loaded|9|${memory_l:-1.25 times the bytes + 8}|MB
keys|L|key while reading|15|30|ms
keys|L|key while reading|7|50|ms
keys|M|any key|7|16|ms
search|M|search, all keys|15|4|ms
search|L|search, all keys|14|12|ms
search|L|search, all keys|7|25|ms
first frame|S, $events events|reviewer|5|1000|ms
start|$events events|log_open|5|1000|ms
tick|0 events|all but fsync|5|0.5|ms
tick|$events events|all but fsync|5|0.5|ms
END
}

main() {
    case $rounds in
    '' | *[!0-9]* | 0*) give_up "ROUNDS=$rounds is no number of rounds" ;;
    esac
    case $largest in
    S | M | L) ;;
    *) give_up "BENCH_SIZE=$largest is none of S, M, L" ;;
    esac
    [ -z "$csv" ] || printf '' >"$csv" || give_up "$csv cannot be written"
    : >"$scratch/runs"
    : >"$scratch/absent"
    echo "machine: $(cpu), $(cores) cores, $(uname -sr); load $(load)"
    for size in S M L; do
        wanted $size && size_measure $size
    done
    ticks 0
    ticks $events
    events_measure
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

load() {
    cut -d ' ' -f 1 /proc/loadavg 2>/dev/null || echo unknown
}

# --- sizes ---------------------------------------------------------------------------------------

# wanted SIZE: whether it is to be measured, and can be.
wanted() {
    case $largest$1 in
    SM | SL | ML) return 1 ;;
    ?L) ;;
    *) return 0 ;;
    esac
    free=$(df -Pk "$scratch" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge $space_l ] && return
    echo "size L is left out: $scratch has $free KB free, and it wants $space_l"
    return 1
}

# size_measure SIZE: all measures of this size, on a catalogue that is made for it.
size_measure() {
    catalogue=$scratch/catalogue.$1
    # S is what is shipped; the larger ones are made like the tests' catalogue, which stays as it is.
    pattern=$srcdir/tests/catalogues/spring
    [ "$1" != S ] || pattern=$srcdir/catalogue
    "$builddir/tests/bench/generate" "$pattern" "$catalogue" "$1" ||
        give_up "the catalogue of size $1 could not be made"
    first_frame_texts || give_up "the first screen of vademecum could not be made"
    bytes=$(cat "$catalogue"/*.csv | wc -c | tr -d ' ')
    eval "bytes_$1=$bytes"
    echo "size $1: $practices, $bytes bytes; a screen of ${columns}x$rows;" \
        "$(rounds_of many "$1") rounds"
    measures >"$scratch/measures"
    while IFS='|' read -r measure sizes often unit function programs <&3; do
        case " $sizes " in
        *" $1 "*) ;;
        *) continue ;;
        esac
        if [ "$function" = instructions_of ] && ! have valgrind; then
            echo "instructions are not counted: valgrind is not installed"
            continue
        fi
        # shellcheck disable=SC2086 # a list of programs
        in_turn "$measure" "$1" "$(rounds_of "$often" "$1")" "$unit" "$function" $programs
    done 3<"$scratch/measures"
    keys_measure "$1"
    [ "$1" = S ] || rm -rf "$catalogue"
}

# keys_measure SIZE: keys while the catalogue is read and then, and search alone, once: each key is
# a figure of its own.
keys_measure() {
    keys_of "$1" keys "$builddir/tests/bench/desk" keys "$catalogue"
    keys_of "$1" search "$builddir/tests/bench/search" -l "$catalogue"
}

# keys_of SIZE MEASURE COMMAND…: whose lines are "WHAT MILLISECONDS KILOBYTES".
keys_of() {
    key="$2$tab$1"
    shift 2
    "$@" >"$scratch/keys_of" || give_up "$* has failed"
    awk -F "$tab" -v OFS="$tab" -v key="$key" '{ print key, $0, "ms", "" }' \
        "$scratch/keys_of" >>"$scratch/runs"
}

# rounds_of once|many SIZE
rounds_of() {
    case $1$2 in
    once*) echo 1 ;;
    manyS) echo "$rounds" ;;
    manyM) at_least 5 $((rounds / 5 + 1)) ;;
    manyL) at_least 5 $((rounds / 10)) ;;
    esac
}

# at_least LEAST COUNT: the greater of both, but never more than all rounds.
at_least() {
    most=$(($1 > $2 ? $1 : $2))
    echo $((most < rounds ? most : rounds))
}

# --- events --------------------------------------------------------------------------------------

# ticks EVENTS: what it costs to open a log of so many events, and to add one, of which fsync is the
# disk's share.
ticks() {
    mkdir "$scratch/log.$1" || exit 1
    sed 1d "$srcdir/catalogue/marks.csv" | tr -d '"' | awk -F, '{ print $1, $2 }' |
        "$builddir/tests/bench/tick" "$scratch/log.$1" "$1" 1001 >"$scratch/ticks" ||
        give_up "events could not be added to a log of $1"
    awk -F "$tab" -v OFS="$tab" -v size="$1 events" '
        { print ($1 == "log_open" ? "start" : "tick"), size, $0, "ms", "" }' \
        "$scratch/ticks" >>"$scratch/runs"
    echo "tick, $1 events: one write and one fsync each"
}

# The first frame at S, for the reviewer whose log is long.
events_measure() {
    catalogue=$scratch/catalogue.S
    first_frame_texts -R "$scratch/log.$events" -u ana ||
        give_up "the first screen of a reviewer could not be made"
    in_turn "first frame" "S, $events events" "$rounds" ms first_frame_of reviewer
}

main
finish
