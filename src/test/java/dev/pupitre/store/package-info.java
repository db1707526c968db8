@NullMarked
package dev.pupitre.store;

import org.jspecify.annotations.NullMarked;
