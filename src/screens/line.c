#include "vademecum/base/i18n.h"
#include "vademecum/screens/screens.h"
#include "vademecum/screens/write.h"

const struct screen line_screen = {
    .title = N_("Write"),
    .shape = SHAPE_BOX,
    .panels = {{.name = "", .entries = write_lines, .rows = write_line_rows}},
    .enter = write_enter,
    .place = write_place,
    .key = write_key,
    .paste = write_paste,
    .drafted = write_drafted,
    .widened = write_widened,
};
