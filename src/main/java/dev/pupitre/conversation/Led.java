package dev.pupitre.conversation;

import org.springframework.data.mongodb.core.query.Update;

/**
 * By which process a conversation is led, and on which model that runs.
 *
 * @param process the engine's key of the instance
 */
record Led(long process, Trail.Model model) {
    /** Has this change of a conversation keep it. */
    Update noteIn(Update update) {
        return update.set("course.trail.process", process).set("course.trail.model", model);
    }
}
