@NullMarked
package dev.pupitre.page;

import org.jspecify.annotations.NullMarked;
