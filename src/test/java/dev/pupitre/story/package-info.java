/** The whole application, used as customers and agents use it: over HTTP, on the real engine. */
@NullMarked
package dev.pupitre.story;

import org.jspecify.annotations.NullMarked;
