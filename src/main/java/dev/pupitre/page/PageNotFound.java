package dev.pupitre.page;

import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.PageId;

/** There is no such Page. */
class PageNotFound extends NotFound {
    PageNotFound(PageId page) {
        super("Expected a Page that was connected once, but there is none with the id " + page);
    }
}
