# shellcheck shell=sh disable=SC2154 # bench.sh sets what is used here
# measure.sh: runs programs in turn, and sums up. A part of bench.sh.

tab=$(printf '\t')

# in_turn MEASURE SIZE ROUNDS UNIT FUNCTION PROGRAM…: measures the programs that are there, and
# remembers the others; ratios are to the first, unless it is the only one. Every other round goes
# backwards, so that a small program does not always follow upon the same big one, which leaves it
# cold caches.
in_turn() {
    key="$1$tab$2"
    where="$1, $2"
    left=$3
    unit=$4
    function=$5
    base=$6
    [ $# -gt 6 ] || base=
    shift 5
    order=
    turned=
    for program in "$@"; do
        if ! installed "$program"; then
            echo "$key$tab$program${tab}not installed" >>"$scratch/absent"
        elif ! "$function" "$program" >"$scratch/run" 2>&1; then
            echo "$key$tab$program${tab}could not be measured" >>"$scratch/absent"
            echo "$where: $program could not be measured"
            sed 's/^/    /' "$scratch/run"
        elif [ "$left" -eq 1 ]; then
            remember "$(cat "$scratch/run")"
        else
            order="$order $program"
            turned="$program $turned"
        fi
    done
    while [ "$left" -gt 0 ] && [ -n "$order" ]; do
        for program in $order; do
            remember "$("$function" "$program")"
        done
        swapped=$order
        order=$turned
        turned=$swapped
        left=$((left - 1))
    done
}

# remember "FIGURE KILOBYTES": of $program.
remember() {
    case $1 in
    *[0-9]' '[0-9]*) ;;
    *) give_up "$program could not be measured" ;;
    esac
    echo "$key$tab$program$tab${1% *}$tab${1#* }$tab$unit$tab$base" >>"$scratch/runs"
}

# The runs as lines of: 1 measure, 2 size, 3 program, 4 rounds, 5 median, 6 least and 7 most of the
# figures, 8 ratio of medians, 9 MB at the peak, 10 unit of the figures, 11 the program that the
# ratio is to, 12 why there are no figures, 13 ratio of the least figures, which other work on the
# machine disturbs less, 14 and 15 what 95 and 99 of a hundred figures are at most, where there are
# many.
summary() {
    sort -t "$tab" -k 4,4n "$scratch/runs" |
        awk -F "$tab" -v OFS="$tab" '
            FILENAME == ARGV[1] {
                key = $1 FS $2 FS $3
                if (!(key in count))
                    order[++keys] = key
                count[key]++
                if ($5 > peak[key])
                    peak[key] = $5
                unit[key] = $6
                base[key] = $7
                next
            }
            FILENAME == ARGV[2] {
                key = $1 FS $2 FS $3
                order[++keys] = key
                why[key] = $4
                next
            }
            { figure[$1 FS $2 FS $3, ++seen[$1 FS $2 FS $3]] = $4 }
            function median(key, n) {
                n = count[key]
                return (figure[key, int((n + 1) / 2)] + figure[key, int(n / 2) + 1]) / 2
            }
            function least(key) {
                return figure[key, 1]
            }
            function most(key, of_hundred) {
                if (count[key] < 20)
                    return ""
                return sprintf("%.2f", figure[key, int((count[key] * of_hundred + 99) / 100)])
            }
            function part(one, all) {
                return all > 0 ? sprintf("%.2f", one / all) : ""
            }
            END {
                for (i = 1; i <= keys; i++) {
                    key = order[i]
                    if (key in why) {
                        print key, 0, "", "", "", "", "", "", "", why[key], "", "", ""
                        continue
                    }
                    split(key, name, FS)
                    to = name[1] FS name[2] FS base[key]
                    known = to in count
                    print key, count[key], sprintf("%.2f", median(key)),
                        sprintf("%.2f", least(key)), sprintf("%.2f", figure[key, count[key]]),
                        (known ? part(median(key), median(to)) : ""),
                        (peak[key] > 0 ? sprintf("%.1f", peak[key] / 1024) : ""), unit[key],
                        base[key], "", (known ? part(least(key), least(to)) : ""),
                        most(key, 95), most(key, 99)
                }
            }' "$scratch/runs" "$scratch/absent" -
}
