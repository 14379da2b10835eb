/*
 * A curses program that does nothing but show a full screen until a key is pressed: what any
 * program with curses pays before it has done work of its own. The last word shown is "footer".
 */
#include <curses.h>
#include <locale.h>

int main(void) {
    setlocale(LC_ALL, "");
    initscr();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    for (int row = 0; row < LINES - 1; row++) {
        mvprintw(row, 0, "%2d  a line of plain words, about as long as most lines are", row + 1);
    }
    attron(A_REVERSE);
    mvaddstr(LINES - 1, 0, "footer");
    attroff(A_REVERSE);
    getch();
    endwin();
    return 0;
}
