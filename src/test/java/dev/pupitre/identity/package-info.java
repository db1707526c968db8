@NullMarked
package dev.pupitre.identity;

import org.jspecify.annotations.NullMarked;
