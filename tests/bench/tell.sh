# shellcheck shell=sh disable=SC2154 # bench.sh sets what is used here
# tell.sh: what was measured, for people, as CSV, and beside the targets. A part of bench.sh.

# A block for each measure and size, in the order of measuring.
table() {
    awk -F "$tab" '
        { block = $1 ", " $2 }
        !(block in text) {
            blocks[++count] = block
            text[block] = sprintf("\n%-31s %13s %8s %8s %8s %8s %8s  %s%s\n", block,
                "median " $10, "min", "p95", "p99", "max", "peak MB",
                $11 == "" ? "" : "times " $11, $11 == "" ? "" : " (by min)")
        }
        $12 != "" { text[block] = text[block] sprintf("%-31s %13s\n", $3, $12) }
        $12 == "" {
            text[block] = text[block] sprintf("%-31s %13s %8s %8s %8s %8s %8s  %s%s\n",
                $3, $5, $6, $14, $15, $7, $9, $8, $13 == "" ? "" : " (" $13 ")")
        }
        END {
            for (i = 1; i <= count; i++)
                printf "%s", text[blocks[i]]
            print ""
        }' "$scratch/summary" | sed 's/ *$//'
}

table_csv() {
    awk -F "$tab" -v machine="$(cpu | tr '"' "'")" -v cores="$(cores)" -v kernel="$(uname -sr)" '
        function put(row, cell, cells, i) {
            cells = split(row, cell, FS)
            for (i = 1; i <= cells; i++)
                printf "%s\"%s\"", (i > 1 ? "," : ""), cell[i]
            print ""
        }
        BEGIN {
            put("measure" FS "size" FS "program" FS "rounds" FS "median" FS "min" FS "max" FS \
                "ratio" FS "peak_mb" FS "unit" FS "ratio_to" FS "note" FS "ratio_of_min" FS \
                "p95" FS "p99" FS "cpu" FS "cores" FS "kernel")
        }
        { put($0 FS machine FS cores FS kernel) }' "$scratch/summary"
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
