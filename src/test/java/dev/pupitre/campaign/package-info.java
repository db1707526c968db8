@NullMarked
package dev.pupitre.campaign;

import org.jspecify.annotations.NullMarked;
