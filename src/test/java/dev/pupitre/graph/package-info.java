@NullMarked
package dev.pupitre.graph;

import org.jspecify.annotations.NullMarked;
