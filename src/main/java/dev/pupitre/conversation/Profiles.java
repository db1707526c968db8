package dev.pupitre.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.conversation.FileDownload.Refused;
import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.Profile;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Pages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Learns how a customer is called and looks, and again when that was long ago; a conversation never waits for it. */
@Component
class Profiles {
    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);
    private static final int AT_ONCE = 4;
    private static final long LARGEST_PICTURE = 2 << 20;

    private final Lanes lanes = new Lanes("profiles", AT_ONCE);
    private final GraphApi graph;
    private final Pages pages;
    private final LiveConversations live;
    private final Recordings recordings;
    private final FileDownload download;
    private final Files files;
    private final Announcements announcements;
    private final ConversationProperties properties;
    private final Clock clock;

    Profiles(
            GraphApi graph,
            Pages pages,
            LiveConversations live,
            Recordings recordings,
            FileDownload download,
            Files files,
            Announcements announcements,
            ConversationProperties properties,
            Clock clock) {
        this.graph = graph;
        this.pages = pages;
        this.live = live;
        this.recordings = recordings;
        this.download = download;
        this.files = files;
        this.announcements = announcements;
        this.properties = properties;
        this.clock = clock;
    }

    /** Who comments is named with the comment, and is no one Meta tells more of. */
    void learn(StoredConversation conversation) {
        if (conversation.origin().channel() == Channel.MESSENGER && isDue(conversation)) {
            lanes.submit(conversation.thread(), () -> ask(conversation));
        }
    }

    private boolean isDue(StoredConversation conversation) {
        var profile = conversation.profile();
        return profile == null || profile.learntAt().isBefore(clock.instant().minus(properties.profilesLast()));
    }

    private void ask(StoredConversation conversation) {
        pages.find(new PageId(conversation.page().id()))
                .flatMap(page ->
                        graph.profile(page.access(), conversation.customer().id()))
                .ifPresent(told -> introduce(conversation, told));
    }

    private void introduce(StoredConversation conversation, Profile told) {
        var before = conversation.profile();
        var old = before == null ? null : before.picture();
        var picture = told.picture() == null ? old : picture(conversation, told.picture(), old);
        var known = new CustomerProfile(picture, told.locale(), clock.instant());
        var changed = live.introduce(conversation.conversationId(), told.name(), known);
        if (changed.isPresent() || isRecorded(conversation)) {
            recordings.introduce(
                    conversation.thread(), new Party(conversation.customer().id(), told.name()), known);
            changed.ifPresent(announcements::conversation);
        } else if (picture != null) {
            files.delete(picture);
        }
    }

    /** Of an erased conversation's customer nothing is to be known again. */
    private boolean isRecorded(StoredConversation conversation) {
        return recordings
                .find(conversation.conversationId())
                .filter(recorded ->
                        recorded.customer().id().equals(conversation.customer().id()))
                .isPresent();
    }

    private @Nullable String picture(StoredConversation conversation, String address, @Nullable String old) {
        try {
            Path temporary = java.nio.file.Files.createTempFile("pupitre-", ".picture");
            try {
                var read = download.read(address, temporary);
                return keep(conversation.thread(), temporary, read).orElse(old);
            } finally {
                java.nio.file.Files.deleteIfExists(temporary);
            }
        } catch (Refused | IOException untold) {
            LOG.debug("The customer is shown without a new picture", untold);
            return old;
        }
    }

    private Optional<String> keep(String thread, Path picture, FileDownload.Downloaded read) throws IOException {
        var type = FileTypes.of(picture, read.name(), read.contentType());
        if (!type.startsWith("image/") || java.nio.file.Files.size(picture) > LARGEST_PICTURE) {
            return Optional.empty();
        }
        try (var in = java.nio.file.Files.newInputStream(picture)) {
            return Optional.of(files.store(idOf(thread, picture), "picture", type, in, LARGEST_PICTURE)
                    .id());
        }
    }

    /** A customer's same picture has the same id each time; another one gets its own, as earlier conversations show the old. */
    private static String idOf(String thread, Path picture) throws IOException {
        var seed = new ByteArrayOutputStream();
        seed.writeBytes(thread.getBytes(UTF_8));
        seed.write(0);
        java.nio.file.Files.copy(picture, seed);
        return UUID.nameUUIDFromBytes(seed.toByteArray()).toString();
    }
}
