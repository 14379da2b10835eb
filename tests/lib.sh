# shellcheck shell=sh
# lib.sh: what the test scripts share. They read it first:
#
#     srcdir=${srcdir:-$(dirname "$0")/..}
#     . "$srcdir/tests/lib.sh"
#
# and say `finish` last. `make check` gives srcdir and builddir; by hand, from the build folder,
# `sh ../tests/NAME.test` does too.

set -u

srcdir=$(cd "$srcdir" && pwd) || exit 1
builddir=$(cd "${builddir:-.}" && pwd) || exit 1
export srcdir builddir

scratch=$(mktemp -d) || exit 1 # a folder for the test, removed at its end
failed=0

trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

# ok WHAT: a test passed.
ok() {
    echo "ok - $1"
}

# not_ok WHAT: a test failed. What helps to find out why is printed before it.
not_ok() {
    echo "not ok - $1"
    failed=1
}

# skip WHAT WHY: a test cannot be done here.
skip() {
    echo "ok - $1 # SKIP $2"
}

# expect WHAT COMMAND…: a test that passes when the command does.
expect() {
    what=$1
    shift
    if "$@"; then ok "$what"; else not_ok "$what"; fi
}

# refuse WHAT COMMAND…: a test that passes when the command fails.
refuse() {
    what=$1
    shift
    if "$@"; then not_ok "$what"; else ok "$what"; fi
}

# have TOOL…: whether all these programs are installed.
have() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null 2>&1 || return 1
    done
}

# quoted WORD…: the words as a shell reads them.
quoted() {
    for word in "$@"; do
        printf "'%s' " "$(printf %s "$word" | sed "s/'/'\\\\''/g")"
    done
}

# mounts: whether disks can be mounted here, in a user namespace: unshare -Urm COMMAND.
mounts() {
    mkdir -p "$scratch/mounts" &&
        have unshare mount && unshare -Urm mount -t tmpfs tmpfs "$scratch/mounts" 2>/dev/null
}
no_mounts='no disk can be mounted in a user namespace here'

# made TARGET…: make in the build folder, by itself, not as a part of the make that runs the tests.
made() {
    (
        unset MAKEFLAGS MFLAGS MAKELEVEL
        "${MAKE:-make}" -s -C "$builddir" "$@"
    ) >"$scratch/make.log" 2>&1 || {
        cat "$scratch/make.log"
        false
    }
}

finish() {
    exit $failed
}
