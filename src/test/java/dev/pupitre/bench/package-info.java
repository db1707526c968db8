/** What Pupitre costs, measured in one run beside what it is built on. */
@NullMarked
package dev.pupitre.bench;

import org.jspecify.annotations.NullMarked;
