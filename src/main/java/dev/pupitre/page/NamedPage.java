package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;

/** The Page that the settings name, with the token they give. */
record NamedPage(PageId id, Secret token) {}
