/*
 * core_links: a program made of every object below src/cli/ and src/tui/, without curses. That it
 * could be linked is the test.
 */
#include <stdio.h>

int main(void) {
    puts("ok - what is below cli and tui links without curses");
    return 0;
}
