package dev.pupitre.campaign;

import java.util.List;
import org.springframework.stereotype.Component;

/** The campaigns, each by the name the table {@code listening} gives. */
@Component
public class Campaigns {
    public List<Campaign> all() {
        return List.of();
    }
}
