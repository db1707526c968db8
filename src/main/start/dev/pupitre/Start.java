package dev.pupitre;

/** Starts Pupitre on a Java that is new enough, and says so on another: this class alone is compiled for older ones. */
public final class Start {
    private static final int REQUIRED = 25;

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int present = Runtime.version().feature();
        if (present < REQUIRED) {
            System.err.println("Expected Java " + REQUIRED + " or newer, but this is Java " + present
                    + ": start Pupitre with a newer one, or set JAVA_HOME to it.");
            System.exit(1);
        }
        Class.forName("dev.pupitre.PupitreApplication")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
