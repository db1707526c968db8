package dev.pupitre.page;

import dev.pupitre.kernel.PageId;

/** Something that the screens show of a Page has changed. */
record PageChanged(PageId page) {}
