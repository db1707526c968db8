package dev.pupitre.graph;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import org.jspecify.annotations.Nullable;

/** What a call for a Page needs: its token, and the app's secret that proves the call comes from our server. */
public record PageAccess(
        PageId page, Secret token, @Nullable Secret appSecret) {}
