package dev.pupitre.engine;

import org.springframework.stereotype.Component;

/** Whether the models have been deployed since this node started: before, nothing may be published. */
@Component
class EngineStatus {
    private volatile boolean ready;

    boolean isReady() {
        return ready;
    }

    void becomeReady() {
        ready = true;
    }
}
