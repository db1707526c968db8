/**
 * A day at the desk in fast motion: customers at the Facebook stand-in, agents over HTTP, the real application, store and
 * broker.
 *
 * <p>Only time is played. Both clocks stand still until all that follows from one event is done, and then jump to the
 * next one. So the counts and waiting times are those of the simulated day, however slow the machine is; all chance comes
 * from one seed.
 */
@NullMarked
package dev.pupitre.day;

import org.jspecify.annotations.NullMarked;
