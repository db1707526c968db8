package dev.pupitre.engine;

/** An outcome the model draws as an error event: thrown by a worker, caught by the process under its code. */
public class BpmnError extends RuntimeException {
    private final String code;

    public BpmnError(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
