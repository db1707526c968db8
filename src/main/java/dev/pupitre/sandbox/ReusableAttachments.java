package dev.pupitre.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Attachments that Pages uploaded to send again by their id, until it expires. */
@Profile("local")
@Component
class ReusableAttachments implements Forgets {
    private static final int CAPACITY = 10_000;
    private static final int NOT_FOUND = 2018074;

    /** An id is good for the Page that uploaded it only. */
    private record Key(String page, String id) {}

    private final Map<Key, Attached> attachments = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Attached> eldest) {
            return size() > CAPACITY;
        }
    };

    synchronized String keep(FacebookPage page, Attached attached) {
        var id = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 10_000_000_000_000_000L));
        attachments.put(new Key(page.id(), id), attached);
        return id;
    }

    synchronized Attached require(FacebookPage page, String id) {
        var attached = attachments.get(new Key(page.id(), id));
        if (attached == null) {
            throw GraphError.invalidParameter(
                    NOT_FOUND, "Invalid attachment ID. Cannot find attachment with id %s.".formatted(id));
        }
        return attached;
    }

    @Override
    public synchronized void startAnew() {
        attachments.clear();
    }
}
