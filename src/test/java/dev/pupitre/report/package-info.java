@NullMarked
package dev.pupitre.report;

import org.jspecify.annotations.NullMarked;
