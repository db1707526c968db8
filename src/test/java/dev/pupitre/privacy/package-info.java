/** Meta's calls about people's data, deletions and retention, tried on a real store. */
@NullMarked
package dev.pupitre.privacy;

import org.jspecify.annotations.NullMarked;
