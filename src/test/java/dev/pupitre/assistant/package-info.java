@NullMarked
package dev.pupitre.assistant;

import org.jspecify.annotations.NullMarked;
