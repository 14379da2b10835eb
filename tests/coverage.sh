#!/bin/sh
# coverage.sh: which branches of src/review/ its tests take (`make coverage`). Builds in coverage/ of
# the build folder with the option --coverage of gcc, runs the tests of that room, and lists every
# branch that none of them has taken. Those that none can take stand in tests/unreachable with the
# reason. Fails when all branches of a file must be taken and others than those were not.

srcdir=${srcdir:-$(dirname "$0")/..}
# shellcheck source=tests/lib.sh
. "$srcdir/tests/lib.sh"

strict='src/review/event.c src/review/log.c src/review/log_events.c src/review/log_load.c src/review/log_save.c'
gcov=${GCOV:-gcov}
folder=$builddir/coverage

main() {
    have "$gcov" || give_up "$gcov is not installed. It comes with gcc; GCOV=NAME names another."
    files=$(cd "$srcdir" && echo src/review/*.c)
    tests=
    for file in $files; do
        name=$(basename "$file" .c)_test
        [ ! -f "$srcdir/tests/$name.c" ] || tests="$tests tests/$name"
    done
    mkdir -p "$folder" && cd "$folder" || exit 1
    # shellcheck disable=SC2086 # a list of targets
    built $tests tests/fault_reader tests/fault_writer >"$scratch/log" 2>&1 || {
        cat "$scratch/log"
        give_up "the tests could not be built"
    }
    find . -name '*.gcda' -exec rm {} +
    for name in $tests tests/faults.test; do
        tested "$name"
    done
    counted
}

give_up() {
    echo "coverage: $1" >&2
    exit 1
}

# built TARGET…
built() {
    [ -f Makefile ] || "$srcdir/configure" -q CC="${CC:-cc}" CPPFLAGS="${CPPFLAGS:-}" \
        LDFLAGS="${LDFLAGS:-}" CFLAGS='-g -O0 --coverage' || return
    unset MAKEFLAGS MFLAGS MAKELEVEL
    "${MAKE:-make}" -s -j "$(nproc 2>/dev/null || echo 1)" "$@"
}

# tested NAME: one test, a script with every fault that it knows. Its failures are only shown, for `make check` judges them. That looking
# writes nothing is not true here, where each program writes down its branches.
tested() {
    echo "running $1"
    case $1 in
    *.test) SWEEP=1 builddir=$folder GCOV_ERROR_FILE=/dev/null sh "$srcdir/$1" ;;
    *) builddir=$folder "./$1" ;;
    esac >"$scratch/said" 2>&1 </dev/null ||
        grep -E '^not ok|:[FE]:' "$scratch/said" | grep -v 'writes nothing$'
}

# The branches of all files, and the verdict.
counted() {
    rm -f ./*.gcov
    for file in $files; do
        "$gcov" -b -c -o "$(dirname "$file")" "${file%.c}.gcda" >"$scratch/said" 2>&1
        if [ ! -f "$(basename "$file").gcov" ]; then
            cat "$scratch/said"
            give_up "$gcov cannot read what the tests have left about $file"
        fi
    done
    awk -v strict="$strict" '
        BEGIN {
            split(strict, part, " ")
            for (i in part)
                whole[part[i]] = 1
        }
        # Lines "FILE: LINE OF THE SOURCE" and "    HOW MANY: WHY" by turns.
        FILENAME ~ /unreachable$/ {
            if (/^ +[0-9]+: /) {
                most[entry] = $1 + 0
                sub(/^ +[0-9]+: /, "")
                why[entry] = $0
            } else if (/^[^#]/) {
                entry = $0
            }
            next
        }
        FNR == 1 {
            line_end()
            file = FILENAME
            sub(/.*\//, "src/review/", file)
            sub(/\.gcov$/, "", file)
            order[++files] = file
        }
        # "COUNT: NUMBER:LINE OF THE SOURCE", then its branches.
        /^ *[^ :]+: *[0-9]+:/ {
            line_end()
            text = $0
            sub(/^ *[^ :]+: */, "", text)
            number = text + 0
            sub(/^[0-9]+: */, "", text)
            next
        }
        /^branch/ { branches++ }
        /^branch.*(taken 0|never executed)/ { missed++ }
        function line_end(key) {
            all[file] += branches
            open[file] += missed
            key = file ": " text
            if (missed > 0) {
                printf "%s:%d: %d of %d not taken: %s\n", file, number, missed, branches, text
                if (key in most && missed <= most[key]) {
                    print "    unreachable: " why[key]
                    excused[file] += missed
                    used[key] = 1
                }
            }
            branches = missed = 0
        }
        END {
            line_end()
            print ""
            for (i = 1; i <= files; i++) {
                file = order[i]
                printf "%-26s %4d branches, %2d not taken, %d of them unreachable: %5.1f %%\n",
                    file, all[file], open[file], excused[file],
                    100 * (all[file] - open[file]) / (all[file] - excused[file])
            }
            print ""
            for (file in whole)
                if (open[file] > excused[file]) {
                    print file ": take each branch, or say in tests/unreachable why none can."
                    bad = 1
                }
            for (key in most)
                if (!(key in used)) {
                    print "tests/unreachable: taken after all, or no such line: " key
                    bad = 1
                }
            if (!bad)
                print "All branches are taken that must be."
            exit bad
        }' "$srcdir/tests/unreachable" ./*.gcov
}

main
