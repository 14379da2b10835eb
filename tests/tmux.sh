# shellcheck shell=sh
# tmux.sh: programs in a real terminal, which is tmux. Test scripts read it after lib.sh.
#
# Several terminals can be open beside one another; $terminal is the name of the one that the
# functions mean. Nothing of the caller's environment gets in but what programs and sanitizers need,
# and the variables that $passed names.

terminal=one
passed='HOME TMPDIR' # variables
around=''             # a script that the terminal is to be started by, as its arguments
limit=20             # seconds until something that should come soon is given up

trap 'terminals_close; rm -rf "$scratch"' EXIT

# Keeps its process id in NAME.pid, and in NAME.status how it ended.
cat >"$scratch/run" <<'END'
name=$1
shift
sh -c 'echo $$ >"$0.pid"; exec "$@"' "$name" "$@"
echo $? >"$name.status"
END

# bare COMMAND…: with that environment.
bare() {
    for variable in $passed; do
        eval "[ -z \"\${$variable+set}\" ] || set -- \"$variable=\$$variable\" \"\$@\""
    done
    env -i PATH="$PATH" LC_ALL=C.UTF-8 TERM=xterm-256color ENV=/dev/null \
        ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
        LSAN_OPTIONS="${LSAN_OPTIONS-}" "$@"
}

# tell ARGUMENT…: a command of tmux, for the terminal's own server.
tell() {
    bare tmux -u -S "$scratch/$terminal.socket" -f /dev/null "$@"
}

# begin SIZE COMMAND…: a terminal of COLUMNSxROWS in which the command runs. What the terminal
# showed last stays when the command has ended.
begin() {
    size=$1
    shift
    close
    forget
    bare ${around:+sh "$around"} tmux -u -S "$scratch/$terminal.socket" -f /dev/null start-server \; \
        set-option -g default-terminal tmux-256color \; set-option -g remain-on-exit on \; \
        new-session -d -x "${size%x*}" -y "${size#*x}" sh "$scratch/run" "$scratch/$terminal" "$@"
}

# again COMMAND…: the command, in the same terminal, once the one before has ended.
again() {
    forget
    tell respawn-window sh "$scratch/run" "$scratch/$terminal" "$@"
}

# forget: how the command before has ended.
forget() {
    rm -f "$scratch/$terminal.pid" "$scratch/$terminal.status"
}

close() {
    [ ! -S "$scratch/$terminal.socket" ] || tell kill-server 2>/dev/null
    rm -f "$scratch/$terminal.socket"
}

terminals_close() {
    for socket in "$scratch"/*.socket; do
        terminal=${socket##*/}
        terminal=${terminal%.socket}
        close
    done
}

# press KEY…: types keys by tmux's names.
press() {
    tell send-keys "$@"
}

# write TEXT: types a text.
write() {
    tell send-keys -l "$1"
}

# until_done COMMAND…: whether the command succeeds before the limit.
until_done() {
    end=$(($(date +%s) + limit))
    until "$@"; do
        [ "$(date +%s)" -lt "$end" ] || return 1
    done
}

# look: the screen as it is now, to $scratch/screen.
look() {
    tell capture-pane -p >"$scratch/screen" 2>"$scratch/err"
}

# there TEXT…: whether the screen has all of these texts at once.
there() {
    look
    for text in "$@"; do
        grep -qF -e "$text" "$scratch/screen" || return 1
    done
}

gone() {
    look
    ! grep -qF -e "$1" "$scratch/screen"
}

# found COMMAND…: waits until it succeeds; shows the screen when it does not.
found() {
    until_done "$@" && return
    echo "not so: $*"
    cat "$scratch/screen"
    return 1
}

# shows WHAT TEXT…: a test that passes when the texts come up.
shows() {
    what=$1
    shift
    expect "$what" found there "$@"
}

ended() {
    grep -q '^[0-9]' "$scratch/$terminal.status" 2>/dev/null
}

# ends WHAT STATUS: a test that passes when the command ends so.
ends() {
    until_done ended
    status=$(cat "$scratch/$terminal.status")
    [ "$status" = "$2" ] || echo "status $status, not $2"
    expect "$1" [ "$status" = "$2" ]
}

# signal NAME: to the program.
signal() {
    kill -s "$1" "$(cat "$scratch/$terminal.pid")"
}
