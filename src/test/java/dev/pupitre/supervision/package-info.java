@NullMarked
package dev.pupitre.supervision;

import org.jspecify.annotations.NullMarked;
