package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.then;

import dev.pupitre.conversation.InboundEvent.AccountLinked;
import dev.pupitre.conversation.InboundEvent.CustomerReferred;
import dev.pupitre.conversation.InboundEvent.FeedbackGiven;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.PolicyEnforced;
import dev.pupitre.conversation.InboundEvent.Unrecognised;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.page.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each kind of event does to a private conversation. */
class InboundKindsTests {
    private static final Referral AD = new Referral("ADS", "summer", "77", "Été", null, null, null, null, null);

    private final ConversationRoom room = new ConversationRoom();
    private final Instant start = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void keepsTheAdWithTheConversationItOpensAndSaysSo() {
        var content = new ReceivedContent(List.of(), null, null, AD);
        room.told(new MessageReceived(PAGE, "42", at(0), "m1", "Hello", content, false));

        var conversation = room.openWith("42", 2);
        assertThat(conversation.view().referral()).isEqualTo(AD);
        assertThat(conversation.views().getFirst().happening())
                .isEqualTo(new Happening(
                        Happening.Type.REFERRED, Map.of("source", "ADS", "ref", "summer", "ad", "77", "title", "Été")));
        assertThat(conversation.view().unanswered()).isEqualTo(1);
    }

    @Test
    void keepsALinkForTheNextConversationAndOpensNone() {
        room.told(new CustomerReferred(PAGE, "42", at(0), AD));
        await().until(room::hasNothingPending);
        assertThat(room.live.find(thread("42"))).isEmpty();

        room.clock.advance(Duration.ofHours(30));
        room.customerWrites("42", "m1", "Hello");

        assertThat(room.openWith("42", 2).view().referral()).isEqualTo(AD);
    }

    @Test
    void opensTheWindowByMessagesSignsAndLinksButNotByWhatThePageDoes() {
        room.customerWrites("42", "m1", "Hello");
        room.openWith("42", 1);
        room.told(new MessageEchoed(PAGE, "42", at(50), "e1", "Hi", null, false));
        room.told(new InboundEvent.MessagesRead(PAGE, "42", at(60), at(60)));
        await().until(room::hasNothingPending);
        assertThat(window()).isEqualTo(Window.ofMessage(at(0)));

        room.told(new MessageReacted(PAGE, "42", at(70), "m1", true, "love", "❤️"));
        await().until(room::hasNothingPending);
        assertThat(window()).isEqualTo(new Window(at(70), at(0)));
        room.told(new CustomerReferred(PAGE, "42", at(80), AD));
        await().until(room::hasNothingPending);
        assertThat(window()).isEqualTo(new Window(at(80), at(0)));
    }

    @Test
    void remembersTheWindowFromOneConversationToTheNext() {
        var id = room.givenToAlice("42");
        room.closing.complete(id, null);
        room.told(new MessageReacted(PAGE, "42", at(90), "42-first", true, "love", "❤️"));
        await().until(room::hasNothingPending);

        room.told(new InboundEvent.PostbackReceived(PAGE, "42", at(5), "m2", "Menu", "MENU"));

        assertThat(room.openWith("42", 1).window()).isEqualTo(new Window(at(90), at(0)));
    }

    @Test
    void showsWhatAHumanWroteInMetasInboxAndPausesTheBotOnce() {
        room.customerWrites("42", "m1", "Hello");
        room.told(new MessageEchoed(PAGE, "42", at(1), "e1", "I am on it", null, false));
        room.told(new MessageEchoed(PAGE, "42", at(2), "e2", "Done", null, false));
        room.told(new MessageEchoed(PAGE, "42", at(2), "e2", "Done", null, false));

        var conversation = room.openWith("42", 4);
        await().until(room::hasNothingPending);
        assertThat(room.openWith("42", 4).views())
                .extracting(Message::text)
                .containsExactly("Hello", "I am on it", "", "Done");
        assertThat(conversation.views().get(1).author().kind()).isEqualTo(Author.Kind.META_INBOX);
        assertThat(conversation.view().botPaused()).isTrue();
        assertThat(conversation.view().firstResponseAt()).isEqualTo(at(1));
        assertThat(room.openWith("42", 4).view().unanswered()).isZero();
    }

    @Test
    void saysInTheTranscriptWhatTheCustomerDidBesideWriting() {
        var id = room.givenToAlice("42");
        room.told(new AccountLinked(PAGE, "42", at(1), true));
        await().until(() -> lines(id).contains(Happening.Type.ACCOUNT_LINKED));
        room.closing.complete(id, null);
        room.told(new FeedbackGiven(PAGE, "42", at(2), null, "Good response"));

        await().until(() -> lines(id).contains(Happening.Type.FEEDBACK));
        assertThat(room.live.find(thread("42"))).isEmpty();
    }

    @Test
    void holdsAPageThatMetaBlocksAndLetsItGoOn() {
        room.told(new PolicyEnforced(PAGE, at(1), "warning", "spam"));
        room.told(new PolicyEnforced(PAGE, at(2), "block", "spam"));
        room.told(new PolicyEnforced(PAGE, at(3), "unblock", "Reviewed"));

        await().until(room::hasNothingPending);
        then(room.pages).should().hold(eq(PAGE), eq(Hold.Cause.RESTRICTED), any());
        then(room.pages).should().release(PAGE, Hold.Cause.RESTRICTED);
    }

    @Test
    void keepsWhatNobodyHasToldUsOf() {
        room.told(new Unrecognised(PAGE, at(1), "telepathy", "{\"telepathy\":{}}", "abc"));

        await().until(room::hasNothingPending);
        assertThat(room.database.template().findAll(UnrecognisedEvents.Kept.class, UnrecognisedEvents.COLLECTION))
                .extracting(UnrecognisedEvents.Kept::kind)
                .containsExactly("telepathy");
    }

    private Window window() {
        return room.live.find(thread("42")).orElseThrow().window();
    }

    private List<Happening.Type> lines(ConversationId id) {
        return room.archive.transcript(id, null, 50).items().stream()
                .flatMap(message -> Stream.ofNullable(message.happening()))
                .map(Happening::type)
                .toList();
    }

    /** So many seconds after the room opened. */
    private Instant at(int second) {
        return start.plusSeconds(second);
    }
}
