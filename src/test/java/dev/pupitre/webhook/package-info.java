@NullMarked
package dev.pupitre.webhook;

import org.jspecify.annotations.NullMarked;
