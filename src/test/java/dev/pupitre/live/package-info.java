@NullMarked
package dev.pupitre.live;

import org.jspecify.annotations.NullMarked;
