@NullMarked
package dev.pupitre.survey;

import org.jspecify.annotations.NullMarked;
