package dev.pupitre.engine;

import java.util.Set;

/** Whoever keeps the versions of tables: asked at the start of each node, before its workers are opened. */
public interface TableKeeper {
    /** The decisions whose tables are kept; all others come with this version of Pupitre. */
    Set<String> kept();

    /**
     * Gives the engine the current version of each, which may be called again and again.
     *
     * @throws RuntimeException when that is not possible yet; it is tried again
     */
    void bringUp();
}
