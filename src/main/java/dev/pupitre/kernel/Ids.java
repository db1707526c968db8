package dev.pupitre.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.springframework.stereotype.Component;

/** New identifiers that sort by the time they were made (UUID version 7, RFC 9562). */
@Component
public class Ids {
    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    public ConversationId newConversation() {
        return new ConversationId(next());
    }

    public MessageId newMessage() {
        return new MessageId(next());
    }

    /** For an attachment, and the file it may become. */
    public String newAttachment() {
        return next();
    }

    private String next() {
        return generator.generate().toString();
    }
}
