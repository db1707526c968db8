package dev.pupitre.sandbox;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** All that the stand-in remembers, to be forgotten at once. */
@Profile("local")
@Component
class Sandbox {
    private final List<Forgets> all;

    /** In their order: the Pages come before the customers, who belong to them. */
    Sandbox(List<Forgets> all) {
        this.all = all;
    }

    synchronized void startAnew() {
        all.forEach(Forgets::startAnew);
    }
}
