#!/bin/sh
# figures.sh [LIST]: figures of the sources, one a line; with the name of a list, what it counts.
#
# circles      files that call each other round about, in one room: ROOM FILE
# writers      parts of the desk that more than one file assigns to: PART FILE…
# places       where src/ names a screen or a panel: FILE:LINE:WHAT
# named        files that name a screen of another file: FILE SCREEN
# long         functions of more than 45 lines: FILE FUNCTION LINES
# big          files of more than 400 lines: FILE LINES
# tags         structs and enums that two headers declare
# strangers    functions that a header declares and another source than that of its name defines:
#              HEADER FUNCTION SOURCE; NAME_parts.h is what the sources NAME and NAME_... share
# prefixes     public functions that do not begin with the name of their file: FILE FUNCTION
#
# Runs in the build folder, or with builddir and srcdir in the environment. house.test holds the
# lists against those in tests/house/.

srcdir=${srcdir:-$(dirname "$0")/..}
builddir=${builddir:-.}

if [ -z "$(find "$builddir/src" -name '*.o' 2>/dev/null | head -n 1)" ]; then
    echo "figures.sh: no objects below $builddir/src; run it in a build folder, after make" >&2
    exit 1
fi

# symbols: "ROOM FILE defines|wants NAME" for the objects of each room.
symbols() {
    {
        (cd "$srcdir" && find src -name '*.c' | sed 's/^/source /')
        (cd "$builddir" && find src -mindepth 2 -name '*.o' -exec nm -A -P {} +)
    } | awk '
        $1 == "source" { there[$2] = 1; next }
        {
            object = $1
            sub(/:$/, "", object)
            count = split(object, part, "/")
            sub(/.*_a-/, "", part[count])
            sub(/\.o$/, "", part[count])
            at = part[count - 1] " " part[count]
            if (!(("src/" part[count - 1] "/" part[count] ".c") in there))
                next # left over from a source that is gone
        }
        $3 ~ /^[TDBRC]$/ { print at, "defines", $2 }
        $3 == "U" { print at, "wants", $2 }'
}

circles() {
    symbols | awk '
        $3 == "defines" { home[$4] = $1 " " $2 }
        $3 == "wants" { wants[$1 " " $2] = wants[$1 " " $2] " " $4 }
        END {
            for (file in wants) {
                count = split(wants[file], names, " ")
                split(file, at, " ")
                for (i = 1; i <= count; i++) {
                    other = home[names[i]]
                    split(other, there, " ")
                    if (other != "" && other != file && there[1] == at[1])
                        step[file, other] = 1
                }
            }
            for (pair in step) {
                split(pair, two, SUBSEP)
                nodes[two[1]] = nodes[two[2]] = 1
            }
            for (middle in nodes)
                for (from in nodes)
                    if ((from, middle) in step)
                        for (to in nodes)
                            if ((middle, to) in step)
                                step[from, to] = 1
            for (node in nodes)
                if ((node, node) in step)
                    print node
        }' | sort
}

writers() {
    (cd "$srcdir" && grep -HnoE '\bdesk->[a-z_]+[][a-z_.>()-]*( [|&+-]?=[^=]|\+\+|--)' -r src) |
        sed -E 's/^([^:]*):[0-9]*:desk->([a-z_]+).*/\2 \1/' | sort -u |
        awk '{ files[$1] = files[$1] " " $2; count[$1]++ }
             END { for (part in files) if (count[part] > 1) print part files[part] }' | sort
}

places() {
    (cd "$srcdir" && grep -rnoE '\b(SCREEN|PANEL)_[A-Z_]+' src)
}

named() {
    list=include/vademecum/desk/screen.h
    (cd "$srcdir" && sed -n 's/^ *X([A-Z_]*, \([a-z_]*\)).*/\1/p' $list | while read -r screen; do
        grep -rlE "\b${screen}_screen\b" src --include='*.c'
        grep -rl "vademecum/screens/$screen.h" src --include='*.c'
    done | sort -u | while read -r file; do
        for screen in $(grep -ohE '\b[a-z_]+_screen\b|vademecum/screens/[a-z_]+' "$file" |
            sed 's/_screen$//; s|.*/||' | sort -u); do
            case ${file#src/screens/} in
                screens.c | "$screen".c | "$screen"_*.c) continue ;;
            esac
            grep -q "^const struct screen ${screen}_screen = " "$file" && continue
            grep -q "X([A-Z_]*, $screen)" $list && echo "$file $screen"
        done
    done)
}

functions() {
    (cd "$srcdir" && find src -name '*.c' -exec awk '
        /^[a-z].*\(/ && !/;$/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name); start = FNR }
        /^}/ && start { print FILENAME, name, FNR - start + 1; start = 0 }
        /^[^ }].*;$/ { start = 0 }' {} +)
}

long() {
    functions | awk '$3 > 45' | sort
}

big() {
    (cd "$srcdir" && find src include -name '*.[ch]' -exec wc -l {} + | awk '
        $2 != "total" && $1 > 400 { print $2, $1 }' | sort)
}

tags() {
    (cd "$srcdir" && grep -rhoE '^(struct|enum) [a-z_]+ \{' include) | sort | uniq -d
}

# declared: "ROOM FILE FUNCTION" for each function that a header declares.
declared() {
    (cd "$srcdir" && find include -name '*.h' -exec awk '
        /^[a-z].*[ *][a-z_0-9]+\(/ && !/^(typedef|static|extern)/ {
            name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)
            at = FILENAME; sub(/\.h$/, "", at); sub(/.*vademecum\//, "", at); sub(/\//, " ", at)
            print at, name
        }' {} +) | sort
}

# defined: "ROOM FILE FUNCTION" for each function that other files can call.
defined() {
    symbols | awk '$3 == "defines" { print $1, $2, $4 }' | sort -u
}

strangers() {
    { defined | sed 's/^/defined /'; declared | sed 's/^/declared /'; } | awk '
        $1 == "defined" { home[$2 " " $4] = $3; next }
        {
            file = home[$2 " " $4]
            name = $3
            sub(/_parts$/, "", name)
            if (file != "" && file != $3 && file != name && index(file, name "_") != 1)
                print $2 "/" $3 ".h", $4, file ".c"
        }' | sort
}

prefixes() {
    { declared | sed 's/^/declared /'; defined | sed 's/^/defined /'; } | awk '
        $1 == "declared" { public[$2 " " $4] = 1; next }
        ($2 " " $4) in public {
            first = $3
            sub(/_.*/, "", first)
            if ($4 != $3 && index($4, $3 "_") != 1 && index($4, first "_") != 1)
                print $2 "/" $3 ".c", $4
        }' | sort
}

# fields: the fields at the top of the state of the desk.
fields() {
    awk '/^struct desk \{/ { inside = 1; next }
         inside && /^}/ { exit }
         inside && /;/' "$srcdir/include/vademecum/desk/desk.h"
}

lines() {
    (cd "$srcdir" && find src include -name '*.[ch]' -exec cat {} +)
}

if [ $# -gt 0 ]; then
    "$1"
    exit
fi
for figure in circles writers fields places named long big tags strangers prefixes lines; do
    printf '%-10s %s\n' "$figure" "$($figure | wc -l)"
done
printf '%-10s %s\n' longest "$(functions | sort -k3n | tail -1)"
