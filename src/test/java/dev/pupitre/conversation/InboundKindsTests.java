package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
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
import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessageUnsent;
import dev.pupitre.conversation.InboundEvent.PolicyEnforced;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged.Control;
import dev.pupitre.conversation.InboundEvent.Unrecognised;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.page.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    void changesTheTextAndKeepsTheLatestEdit() {
        room.customerWrites("42", "m1", "Helo");
        room.told(new MessageEdited(PAGE, "42", at(2), "m1", "Hello!", 2));
        room.told(new MessageEdited(PAGE, "42", at(1), "m1", "Hello", 1));

        var message = message("42", "m1", found -> found.editedAt() != null && drained());
        assertThat(message.text()).isEqualTo("Hello!");
        assertThat(message.editedAt()).isEqualTo(at(2));
    }

    @Test
    void takesAnEditThatComesBeforeItsMessage() {
        room.told(new MessageEdited(PAGE, "42", at(1), "m1", "Hello", 1));
        room.customerWrites("42", "m1", "Helo");
        room.openWith("42", 1);
        room.clock.advance(Duration.ofSeconds(6));

        await().untilAsserted(() -> {
            room.sweeper.start();
            assertThat(room.openWith("42", 1).views().getFirst().text()).isEqualTo("Hello");
        });
    }

    @Test
    void emptiesWhatIsTakenBackWithItsFiles() {
        var picture = room.meta.has("/a.png", "image/png", 10);
        room.told(picture("m1", picture));
        var stored = message("42", "m1", found -> is(found, Attachment.State.STORED));
        var file = stored.attachments().getFirst().id();
        assertThat(room.files.open(file)).isPresent();

        room.told(new MessageUnsent(PAGE, "42", at(3), "m1"));

        var message = message("42", "m1", found -> found.removedAt() != null);
        assertThat(message.text()).isEmpty();
        assertThat(message.attachments()).isEmpty();
        assertThat(room.files.open(file)).isEmpty();
    }

    @Test
    void showsOneSignOfTheCustomerTheLatest() {
        room.customerWrites("42", "m1", "Hello");
        room.told(new MessageReacted(PAGE, "42", at(1), "m1", true, "like", "👍"));
        room.told(new MessageReacted(PAGE, "42", at(3), "m1", true, "love", "❤️"));
        room.told(new MessageReacted(PAGE, "42", at(2), "m1", false, null, null));

        await().until(this::drained);
        assertThat(message("42", "m1", found -> true).reactions())
                .extracting(Reaction::name)
                .containsExactly("love");
        room.told(new MessageReacted(PAGE, "42", at(4), "m1", false, null, null));
        assertThat(message("42", "m1", found -> found.reactions().isEmpty()).reactions())
                .isEmpty();
    }

    @Test
    void findsAMessageInAConversationThatIsOverAndInAPartThatWasMoved() {
        for (int number = 1; number <= 120; number++) {
            room.customerWrites("42", "m" + number, "line " + number);
        }
        var id = room.openWith("42", 120).conversationId();
        room.told(new MessageEdited(PAGE, "42", at(5), "m3", "edited in a part", 1));
        await().until(() -> textOf(id, 3).equals("edited in a part"));

        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0);
        room.conversations.assign(id, ALICE.id(), ALICE.displayName());
        room.closing.close(id, null);
        room.told(new MessageEdited(PAGE, "42", at(6), "m3", "edited again", 2));
        room.told(new MessageEdited(PAGE, "42", at(6), "m119", "edited when over", 1));

        await().until(() ->
                textOf(id, 3).equals("edited again") && textOf(id, 119).equals("edited when over"));
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
        await().until(this::drained);
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
        await().until(this::drained);
        assertThat(window()).isEqualTo(Window.ofMessage(at(0)));

        room.told(new MessageReacted(PAGE, "42", at(70), "m1", true, "love", "❤️"));
        await().until(this::drained);
        assertThat(window()).isEqualTo(new Window(at(70), at(0)));
        room.told(new CustomerReferred(PAGE, "42", at(80), AD));
        await().until(this::drained);
        assertThat(window()).isEqualTo(new Window(at(80), at(0)));
    }

    @Test
    void remembersTheWindowFromOneConversationToTheNext() {
        var id = room.givenToAlice("42");
        room.closing.close(id, null);
        room.told(new MessageReacted(PAGE, "42", at(90), "42-first", true, "love", "❤️"));
        await().until(this::drained);

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
        await().until(this::drained);
        assertThat(room.openWith("42", 4).views())
                .extracting(Message::text)
                .containsExactly("Hello", "I am on it", "", "Done");
        assertThat(conversation.views().get(1).author().kind()).isEqualTo(Author.Kind.META_INBOX);
        assertThat(conversation.view().botPaused()).isTrue();
        assertThat(conversation.view().firstResponseAt()).isEqualTo(at(1));
        assertThat(room.openWith("42", 4).view().unanswered()).isZero();
    }

    @Test
    void stopsTheClockWhileAnotherApplicationAnswers() {
        room.customerWrites("42", "m1", "Hello");
        var id = room.openWith("42", 1).conversationId();
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0);
        room.told(control(Control.THEIRS, "app-2", 10));
        await().until(this::drained);

        assertThat(room.conversations.get(id).elsewhere()).isEqualTo(new Elsewhere("app-2", at(10)));
        assertThat(room.conversations.deal(id, ALICE.id(), "Alice")).isEmpty();
        assertThat(room.conversations.waitingSince(at(1000))).isEmpty();
        assertThat(room.happened).contains(new ConversationEvent.WentElsewhere(id));

        room.told(control(Control.NOBODYS, null, 70));
        await().until(this::drained);
        assertThat(room.conversations.get(id).elsewhere()).isNull();
        assertThat(room.conversations.get(id).stopped()).isEqualTo(Duration.ofSeconds(60));
        assertThat(room.happened).contains(new ConversationEvent.CameBack(id));
        assertThat(lines(id)).containsExactly(Happening.Type.PASSED_ELSEWHERE, Happening.Type.CAME_BACK);
        assertThat(room.conversations.deal(id, ALICE.id(), "Alice")).isPresent();
    }

    @Test
    void takesTheThreadBackWhenTheCustomerWritesToUsAgain() {
        room.customerWrites("42", "m1", "Hello");
        var id = room.openWith("42", 1).conversationId();
        room.told(control(Control.THEIRS, "app-2", 10));
        await().until(this::drained);

        room.told(new MessageReceived(PAGE, "42", at(90), "m2", "Still there?"));
        await().until(this::drained);

        assertThat(room.conversations.get(id))
                .returns(null, Conversation::elsewhere)
                .returns(Duration.ofSeconds(80), Conversation::stopped);
    }

    @Test
    void believesTheLaterOfTwoChangesOfControlWhicheverComesLast() {
        room.customerWrites("42", "m1", "Hello");
        var id = room.openWith("42", 1).conversationId();
        room.told(control(Control.OURS, null, 20));
        room.told(control(Control.THEIRS, "app-2", 10));
        await().until(this::drained);

        assertThat(room.conversations.get(id).elsewhere()).isNull();
    }

    @Test
    void showsStandbyMessagesWhereAConversationIsOpenAndOpensNone() {
        room.told(new MessageReceived(PAGE, "42", at(0), "m1", "For others", ReceivedContent.NONE, true));
        await().until(this::drained);
        assertThat(room.live.find(thread("42"))).isEmpty();

        room.customerWrites("42", "m2", "For us");
        room.openWith("42", 1);
        room.told(new MessageReceived(PAGE, "42", at(1), "m3", "For others again", ReceivedContent.NONE, true));

        assertThat(room.openWith("42", 2).view().unanswered()).isEqualTo(1);
    }

    @Test
    void saysInTheTranscriptWhatTheCustomerDidBesideWriting() {
        var id = room.givenToAlice("42");
        room.told(new AccountLinked(PAGE, "42", at(1), true));
        await().until(() -> lines(id).contains(Happening.Type.ACCOUNT_LINKED));
        room.closing.close(id, null);
        room.told(new FeedbackGiven(PAGE, "42", at(2), null, "Good response"));

        await().until(() -> lines(id).contains(Happening.Type.FEEDBACK));
        assertThat(room.live.find(thread("42"))).isEmpty();
    }

    @Test
    void holdsAPageThatMetaBlocksAndLetsItGoOn() {
        room.told(new PolicyEnforced(PAGE, at(1), "warning", "spam"));
        room.told(new PolicyEnforced(PAGE, at(2), "block", "spam"));
        room.told(new PolicyEnforced(PAGE, at(3), "unblock", "Reviewed"));

        await().until(this::drained);
        then(room.pages).should().hold(eq(PAGE), eq(Hold.Cause.RESTRICTED), any());
        then(room.pages).should().release(PAGE, Hold.Cause.RESTRICTED);
    }

    @Test
    void keepsWhatNobodyHasToldUsOf() {
        room.told(new Unrecognised(PAGE, at(1), "telepathy", "{\"telepathy\":{}}", "abc"));

        await().until(this::drained);
        assertThat(room.database.template().findAll(UnrecognisedEvents.Kept.class, UnrecognisedEvents.COLLECTION))
                .extracting(UnrecognisedEvents.Kept::kind)
                .containsExactly("telepathy");
    }

    private boolean drained() {
        return room.hasNothingPending();
    }

    private Message message(String customer, String mid, Predicate<Message> as) {
        await().until(() -> find(customer, mid).stream().anyMatch(as));
        return find(customer, mid).getFirst();
    }

    private List<Message> find(String customer, String mid) {
        return room.live.find(thread(customer)).stream()
                .flatMap(conversation -> conversation.views().stream())
                .filter(message -> mid.equals(message.mid()))
                .toList();
    }

    private Window window() {
        return room.live.find(thread("42")).orElseThrow().window();
    }

    private String textOf(ConversationId id, int seq) {
        return room.archive.transcript(id, seq + 1, 1).items().getFirst().text();
    }

    private List<Happening.Type> lines(ConversationId id) {
        return room.archive.transcript(id, null, 50).items().stream()
                .flatMap(message -> Stream.ofNullable(message.happening()))
                .map(Happening::type)
                .toList();
    }

    private MessageReceived picture(String mid, String address) {
        var attachment = new ReceivedAttachment(Attachment.Type.IMAGE, address, null, null, null, null, null);
        var content = new ReceivedContent(List.of(attachment), null, null, null);
        return new MessageReceived(PAGE, "42", at(0), mid, "", content, false);
    }

    private static boolean is(Message message, Attachment.State state) {
        return message.attachments().stream().allMatch(attachment -> attachment.state() == state);
    }

    private ThreadControlChanged control(Control control, @Nullable String app, int second) {
        return new ThreadControlChanged(PAGE, "42", at(second), control, app);
    }

    /** So many seconds after the room opened. */
    private Instant at(int second) {
        return start.plusSeconds(second);
    }
}
