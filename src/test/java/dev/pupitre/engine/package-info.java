@NullMarked
package dev.pupitre.engine;

import org.jspecify.annotations.NullMarked;
