@NullMarked
package dev.pupitre.rules;

import org.jspecify.annotations.NullMarked;
