@NullMarked
package dev.pupitre.kernel;

import org.jspecify.annotations.NullMarked;
