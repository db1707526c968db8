package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.Profile;
import dev.pupitre.page.PageEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;

class ProfilesTests {
    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void showsHowACustomerIsCalledAndLooks() {
        told("Ada Lovelace", room.meta.has("/v/ada.png", "image/png", 16), "fr_FR");

        room.customerWrites("42", "m1", "Hello");

        var customer = customerCalled("Ada Lovelace");
        assertThat(customer.locale()).isEqualTo("fr_FR");
        assertThat(customer.picture()).isNotNull().startsWith("/api/v1/attachments/");
        assertThat(room.files.open(fileOf(customer)))
                .get()
                .returns("image/png", OpenFile::contentType)
                .returns(16L, OpenFile::size);
    }

    @Test
    void isKnownInTheNextConversation() {
        told("Ada Lovelace", room.meta.has("/v/ada.png", "image/png", 16), "fr_FR");
        var id = room.givenToAlice("42");
        var customer = customerCalled("Ada Lovelace");

        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(id, requireNonNull(room.conversations.stored(id).resolution()));

        assertThat(room.knownThreads.find(thread("42")))
                .get()
                .extracting(known -> requireNonNull(known.profile()).picture())
                .isEqualTo(fileOf(customer));
    }

    @Test
    void holdsUpNoConversation() {
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        given(room.graph.profile(any(), any())).willAnswer(_ -> {
            asked.countDown();
            assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
            return Optional.of(new Profile("Ada Lovelace"));
        });

        room.customerWrites("42", "m1", "Hello");
        await().until(() -> asked.getCount() == 0);
        room.customerWrites("42", "m2", "Anyone?");
        assertThat(room.openWith("42", 2).customer().name()).isEqualTo("Customer 42");
        await().until(() -> room.publishedNames().contains("conversation-started"));
        answered.countDown();

        customerCalled("Ada Lovelace");
    }

    @Test
    void asksWhoWroteWhileTheAccessWasDead() {
        given(room.graph.profile(any(), any())).willThrow(new GraphFailure(GraphFailure.Kind.TOKEN, "Dead", null));
        room.customerWrites("42", "m1", "Hello");
        then(room.graph).should(timeout(120_000)).profile(any(), any());
        reset(room.graph);
        told("Ada Lovelace", room.meta.has("/v/ada.png", "image/png", 16), null);

        room.profiles.on(new PageEvent.Mended(PAGE));

        assertThat(customerCalled("Ada Lovelace").id()).isEqualTo("42");
    }

    @Test
    void asksAgainWhenItWasToldLongAgo() {
        told("Ada Byron", room.meta.has("/v/ada.png", "image/png", 16), null);
        var first = converse("m1", "Ada Byron");
        told("Ada Lovelace", room.meta.has("/v/ada.png", "image/png", 16), null);

        var second = converse("m2", "Ada Byron");
        then(room.graph).should(times(1)).profile(any(), any());
        room.clock.advance(Duration.ofDays(8));
        var third = converse("m3", "Ada Lovelace");

        assertThat(second.picture()).isEqualTo(first.picture());
        assertThat(third.picture()).isEqualTo(first.picture());
        assertThat(room.database.template().count(new Query(), "fs.files")).isEqualTo(1);
    }

    @Test
    void keepsAnEarlierPictureForTheConversationsThatShowIt() {
        told("Ada", room.meta.has("/v/young.png", "image/png", 16), null);
        var young = converse("m1", "Ada");
        told("Ada L.", room.meta.has("/v/old.png", "image/png", 17), null);
        room.clock.advance(Duration.ofDays(8));

        var old = converse("m2", "Ada L.");

        assertThat(old.picture()).isNotEqualTo(young.picture());
        assertThat(room.files.open(fileOf(young))).isPresent();
        assertThat(room.files.open(fileOf(old))).isPresent();
    }

    @Test
    void showsTheNameAloneWhenThePictureIsNotToBeHad() {
        told("Ada", "http://127.0.0.1:1/ada.png", null);
        converse("m1", "Ada");
        told("Ada L.", room.meta.answers("/v/gone.png", 403), null);
        room.clock.advance(Duration.ofDays(8));
        var gone = converse("m2", "Ada L.");
        told("Ada Lo.", room.meta.has("/v/page", "text/html", 16), null);
        room.clock.advance(Duration.ofDays(8));
        var page = converse("m3", "Ada Lo.");

        assertThat(gone.picture()).isNull();
        assertThat(page.picture()).isNull();
        assertThat(room.database.template().count(new Query(), "fs.files")).isZero();
    }

    @Test
    void asksAgainWithTheNextConversationWhenMetaToldNothing() {
        converse("m1", "Customer 42");
        told("Ada", null, null);

        assertThat(converse("m2", "Ada").picture()).isNull();
    }

    @Test
    void namesWhoWroteThoughTheConversationWasOverBeforeMetaToldIt() {
        var over = new CountDownLatch(1);
        given(room.graph.profile(any(), any())).willAnswer(_ -> {
            assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
            return Optional.of(new Profile("Ada Lovelace", null, "fr_FR"));
        });
        room.customerWrites("42", "m1", "stop");
        var id = room.openWith("42", 1).conversationId();
        room.closing.ignore(id, 1, null);
        over.countDown();

        await().untilAsserted(() -> assertThat(room.conversations.get(id).customer())
                .returns("Ada Lovelace", Conversation.Customer::name)
                .returns("fr_FR", Conversation.Customer::locale));
        assertThat(room.knownThreads.find(thread("42")))
                .get()
                .extracting(known -> requireNonNull(known.customer()).name())
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void learnsNothingOfWhoWasErasedMeanwhile() {
        var address = room.meta.has("/v/ada.png", "image/png", 16);
        given(room.graph.profile(any(), any())).willAnswer(_ -> {
            room.database.template().remove(new Query(), LiveConversations.COLLECTION);
            return Optional.of(new Profile("Ada", address, null));
        });

        room.customerWrites("42", "m1", "Hello");

        await().until(() -> room.meta.asked().contains("/v/ada.png"));
        await().during(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(room.knownThreads.find(thread("42"))).isEmpty());
        assertThat(room.database.template().count(new Query(), "fs.files")).isZero();
    }

    private void told(String name, @Nullable String picture, @Nullable String locale) {
        given(room.graph.profile(any(), any())).willReturn(Optional.of(new Profile(name, picture, locale)));
    }

    /** A conversation from its first message to its end. */
    private Conversation.Customer converse(String mid, String name) {
        room.customerWrites("42", mid, "Hello");
        var customer = customerCalled(name);
        var id = room.openWith("42", 1).conversationId();
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.closing.complete(id, null);
        return customer;
    }

    private Conversation.Customer customerCalled(String name) {
        await().until(() -> room.live
                .find(thread("42"))
                .filter(conversation -> conversation.customer().name().equals(name))
                .isPresent());
        // The picture may come after the name.
        await().until(room.profiles.underWay::isEmpty);
        return room.live.find(thread("42")).orElseThrow().view().customer();
    }

    private static String fileOf(Conversation.Customer customer) {
        var picture = String.valueOf(customer.picture());
        return picture.substring(picture.lastIndexOf('/') + 1);
    }
}
