/** Pupitre: a contact desk for Facebook Pages on Camunda 8. */
@NullMarked
package dev.pupitre;

import org.jspecify.annotations.NullMarked;
