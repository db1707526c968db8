package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.util.List;
import java.util.Optional;

/** The connected Pages. */
public class Pages {
    private final List<Page> connected;

    Pages(List<Page> connected) {
        this.connected = connected;
    }

    public List<Page> all() {
        return connected;
    }

    public Optional<Page> find(PageId id) {
        return connected.stream().filter(page -> page.id().equals(id)).findFirst();
    }
}
