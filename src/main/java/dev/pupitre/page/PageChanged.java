package dev.pupitre.page;

import dev.pupitre.kernel.PageId;

/**
 * Something that the screens show of a Page has changed.
 *
 * @param here whether this node changed it, or has only seen it
 */
record PageChanged(PageId page, boolean here) {}
