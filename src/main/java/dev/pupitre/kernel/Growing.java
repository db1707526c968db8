package dev.pupitre.kernel;

/**
 * An enumeration that is stored, and that a later version may add to: a node that does not know a name yet, as in a rolling
 * upgrade, reads it as the constant {@value #UNKNOWN}, which nobody writes.
 */
public interface Growing {
    String UNKNOWN = "UNKNOWN";
}
