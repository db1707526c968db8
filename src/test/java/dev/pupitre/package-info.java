@NullMarked
package dev.pupitre;

import org.jspecify.annotations.NullMarked;
