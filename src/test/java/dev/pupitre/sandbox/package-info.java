@NullMarked
package dev.pupitre.sandbox;

import org.jspecify.annotations.NullMarked;
