package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The connected Pages. */
@Component
public class Pages {
    public Optional<Page> find(PageId id) {
        return Optional.empty();
    }
}
