@NullMarked
package dev.pupitre.routing;

import org.jspecify.annotations.NullMarked;
