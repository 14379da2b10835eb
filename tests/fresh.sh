#!/bin/sh
# fresh.sh [SUITE…]: whether ./bootstrap run and ./bootstrap check work on systems that have nothing
# but essential packages and apt: as root, and then as an ordinary user for whom root has installed
# the packages, in a folder with a blank in its name.
#
# SUITEs are Debian's; bookworm and trixie when none is named. Each becomes a root folder by
# mmdebstrap, from the mirror that apt uses here, and is removed at the end; the logs stay in fresh/
# of the build folder. What runs there has its own processes and mounts. It needs to be root, 2 GB,
# and half an hour for a suite.
#
#     AROUND=nice tests/fresh.sh      # words of a command that each run is started by

set -u

srcdir=$(cd "${srcdir:-$(dirname "$0")/..}" && pwd) || exit 1
builddir=$(cd "${builddir:-$srcdir/build}" && pwd) || exit 1
logs=$builddir/fresh
around=${AROUND:-}
user=1000
failed=0

main() {
    mkdir -p "$logs" || exit 1
    [ $# -gt 0 ] || set -- bookworm trixie
    for suite in "$@"; do
        root=$logs/$suite
        trap 'rm -rf --one-file-system "$root"' EXIT
        trap 'exit 1' HUP INT TERM
        if ! timed "$suite: making the system" system_made; then
            continue
        fi
        both root "/root/vademecum" env HOME=/root
        chown -R $user:$user "$root/home/someone"
        both user "/home/someone/my copy" setpriv --reuid=$user --regid=$user --clear-groups \
            env HOME=/home/someone
        rm -rf --one-file-system "$root"
    done
    exit $failed
}

system_made() {
    log=$logs/$suite.log
    # shellcheck disable=SC2016 # words of apt-get
    mirror=$(apt-get indextargets --format '$(REPO_URI)' \
        'Created-By: Packages' 'Label: Debian' | head -n 1)
    rm -rf --one-file-system "$root"
    mmdebstrap --variant=apt "$suite" "$root" "$mirror" >"$log" 2>&1 &&
        # Names of hosts are found as they are here.
        cp /etc/resolv.conf /etc/hosts "$root/etc" &&
        echo "someone:x:$user:$user::/home/someone:/bin/sh" >>"$root/etc/passwd" &&
        echo "someone:x:$user:" >>"$root/etc/group" &&
        copied /root/vademecum && copied "/home/someone/my copy"
}

# copied FOLDER: what git keeps, there.
copied() {
    mkdir -p "$root$1" &&
        (cd "$srcdir" && git ls-files -z | tar --null -T - -cf -) | tar -xf - -C "$root$1"
}

# both WHO FOLDER COMMAND…: the two commands in that folder, started by the words of COMMAND.
both() {
    who=$1
    folder=$2
    shift 2
    for what in "run list" check; do
        log=$logs/$suite-$who-${what%% *}.log
        # shellcheck disable=SC2016,SC2086 # words of the inner shell; two words
        timed "$suite, $who: ./bootstrap $what" inside "$@" sh -c \
            'cd "$1" && shift && ./bootstrap "$@"' sh "$folder" $what
    done
}

# inside COMMAND…: runs it with $root as its root folder.
inside() {
    # shellcheck disable=SC2016,SC2086 # words of the inner shell; words
    $around unshare --mount --pid --fork --kill-child sh -c '
        root=$1
        date +%s >"$2"
        shift 2
        mount --bind "$root" "$root" && mount -t proc proc "$root/proc" &&
            mount --rbind /dev "$root/dev" && mount --rbind /sys "$root/sys" &&
            mount -t tmpfs -o mode=1777 tmpfs "$root/tmp" &&
            cd "$root" && mount --move . / || exit
        exec chroot . /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"' \
        sh "$root" "$logs/since" "$@" >"$log" 2>&1 </dev/null
}

# timed WHAT COMMAND…: tells how it ended and how long it took; what failed is shown.
timed() {
    timed=$1
    shift
    date +%s >"$logs/since"
    "$@"
    status=$?
    echo "$timed: status $status, $(($(date +%s) - $(cat "$logs/since"))) s; $(tail -n 1 "$log")"
    [ $status -eq 0 ] && return
    failed=1
    grep -E '^    ([A-Z]+: |skipped)' "$log"
    echo "All of it is in $log."
    return 1
}

main "$@"
