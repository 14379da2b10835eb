# shellcheck shell=sh disable=SC2154 # bench.sh sets what is used here
# programs.sh: how each program of the table is run once, on $catalogue. A part of bench.sh.

# Whether a program is there: a case of ours, one that was built here, or another under its own
# name.
installed() {
    case $1 in
    vademecum | reviewer | listed | complete | searchable | loaded | list | collections | show | check) ;;
    *) [ -x "$builddir/tests/bench/$1" ] || have "$1" ;;
    esac
}

login=${LOGNAME:-$(id -un)}

# clean COMMAND…: runs it without the user's own settings, but with what every login sets.
clean() {
    env -i PATH="$PATH" HOME="$scratch" LOGNAME="$login" TERM=xterm-256color \
        LC_ALL=C.UTF-8 "$@"
}

# --- the first frame -----------------------------------------------------------------------------

# first_frame_of PROGRAM: from its start to its first screen.
first_frame_of() {
    case $1 in
    less) shown -u "$line" -u "$file" less -S "$file" ;;
    vademecum) shown_list -C "$catalogue" ;;
    reviewer) shown_list -C "$catalogue" -R "$scratch/log.$events" -u ana ;;
    bare_curses) shown -u footer "$builddir/tests/bench/bare_curses" ;;
    vim) shown -u "$line" -k ":q!$(printf '\r')" vim -R '+set nowrap' "$file" ;;
    visidata) shown -u "$practice" -u "$question" visidata "$file" ;;
    pspg) shown -u "$practice" -u "$question" -u Quit pspg --csv -f "$file" ;;
    esac
}

# shown ARGUMENT…: first_frame.c with these arguments, in the folder of the catalogue.
shown() {
    (cd "$catalogue" &&
        clean "$builddir/tests/bench/first_frame" -s "${columns}x$rows" -l 120 "$@")
}

# shown_list OPTION…: of vademecum with these options, the list, down to the end of the footer,
# which is written last: in its own order, or, while the catalogue is still being read, in that of
# the file.
shown_list() {
    shown -u "$title" -o "$early" -u "$footer" "$builddir/vademecum" "$@"
}

# first_frame_texts [OPTION…]: what is seen last of each first screen. Of vademecum with these
# options: the longest word of the practice in focus and the last word of the footer, as a script of
# keys shows them. In focus is the one that the reviewer answered last, so that marks were read; else
# the first, which is the first of the file while the catalogue is still being read. Of $file as it
# is: the beginning of the last line on the screen. Of $file as a table: the two keys of a row
# further up, for heads and rows of two lines take their part of the screen.
first_frame_texts() {
    file=answers.csv
    echo '<Page>' >"$scratch/keys"
    clean "$builddir/vademecum" -C "$catalogue" "$@" --script "$scratch/keys" \
        --size "${columns}x$rows" >"$scratch/page" || return
    practices=$(sed -n '1s/.*  //p' "$scratch/page" | sed 's/ · .*//')
    title=$(sed -n 's/^ ▸ \([^│]*\)│.*/\1/p' "$scratch/page" | longest_word)
    early=$(sed -n 2p "$catalogue/practices.csv" | cut -d '"' -f 6 | longest_word)
    footer=$(sed -n "${rows}p" "$scratch/page" | awk '{ print $NF }')
    line=$(sed -n "$((rows - 1))p" "$catalogue/$file" | sed 's/^\(.\{1,70\}\).*/\1/')
    practice=$(sed -n "$((rows - 6))p" "$catalogue/$file" | cut -d '"' -f 2 | cut -c 1-12)
    question=$(sed -n "$((rows - 6))p" "$catalogue/$file" | cut -d '"' -f 4)
    [ -n "$title" ] && [ -n "$early" ] && [ -n "$footer" ] && [ -n "$line" ] &&
        [ -n "$practice" ] && [ -n "$question" ]
}

longest_word() {
    awk '{ for (i = 1; i <= NF; i++) if (length($i) > length(word)) word = $i } END { print word }'
}

# --- a pass over the whole catalogue -------------------------------------------------------------

# pass_of PROGRAM: from its start to its end, in the processor's time: all files are in memory, and
# each program goes on one processor.
pass_of() {
    pass "$builddir/tests/bench/timed -c" "$1"
}

# instructions_of PROGRAM: the same in millions of instructions, by valgrind, without the memory,
# which would be mostly valgrind's.
instructions_of() {
    pass "valgrind --tool=callgrind --callgrind-out-file=/dev/null" "$1" \
        >"$scratch/valgrind" 2>&1 || {
        cat "$scratch/valgrind"
        return 1
    }
    awk '/ Collected : / { printf "%.1f 0\n", $NF / 1000000 }' "$scratch/valgrind"
}

# The id of the eighth practice of the file.
eighth() {
    sed -n 9p "$catalogue/practices.csv" | cut -d '"' -f 2
}

# pass METER PROGRAM: METER with the command of the program. "listed", "complete" and "searchable"
# are the reading of the screen up to there, without a terminal; "loaded" is the screen itself, in a
# script whose only page comes after everything is searchable.
pass() {
    case $2 in
    bare_csv) set -- "$1" "$builddir/tests/bench/bare_csv" "$catalogue"/*.csv ;;
    listed | complete | searchable)
        set -- "$1" "$builddir/tests/bench/desk" "$2" "$catalogue"
        ;;
    loaded)
        set -- "$1" "$builddir/vademecum" -C "$catalogue" --script "$scratch/keys" \
            --size "${columns}x$rows"
        ;;
    list | collections) set -- "$1" "$builddir/vademecum" -C "$catalogue" "$2" ;;
    show) set -- "$1" "$builddir/vademecum" -C "$catalogue" show "$(eighth)" ;;
    check) set -- "$1" "$builddir/vademecum" check "$catalogue" ;;
    esac
    meter=$1
    shift
    # shellcheck disable=SC2086 # a command with its options
    clean $meter "$@"
}
