package dev.pupitre.page;

import dev.pupitre.kernel.PageId;

/** Something went wrong with a Page that is worth looking into now. */
record CheckWanted(PageId page) {}
