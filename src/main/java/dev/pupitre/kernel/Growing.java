package dev.pupitre.kernel;

/**
 * An enumeration that is stored, and that a later version may add to: a node that does not know a name yet, as in a rolling
 * upgrade, reads it as the constant {@value #UNKNOWN}. Nothing keeps a node from writing that back: who writes a document
 * that it has read as a whole is to take the stored names over, or to leave it to a node that knows them.
 */
public interface Growing {
    String UNKNOWN = "UNKNOWN";
}
