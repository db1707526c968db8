package dev.pupitre.conversation;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Update;

/** Conversations in an AI agent's hands, on a real store, for the tests of who answers in them. */
public final class AssistedRoom implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ConversationRoom room;
    private final AtomicInteger written = new AtomicInteger();

    public AssistedRoom() {
        this(new TestDatabase());
    }

    private AssistedRoom(TestDatabase database) {
        room = new ConversationRoom(database);
        given(room.graph.send(any(), any())).willAnswer(call -> "mid-" + written.incrementAndGet());
    }

    /** Another node on the same store. */
    public AssistedRoom another() {
        return new AssistedRoom(room.database);
    }

    public AiAgent agent() {
        return new AiAgent(
                room.live,
                room.rules,
                room.ways,
                room.outbox,
                new Announcements(mock(LiveFeed.class)),
                new Ids(),
                room.clock);
    }

    public Wordings wordings() {
        return new Wordings(CampaignsFixture.campaigns(), mock(OpeningHours.class), room.clock);
    }

    public MovableClock clock() {
        return room.clock;
    }

    /** A new conversation of this campaign, which its process is about to give to the AI agent. */
    public ConversationId opened(CampaignId campaign, String text) {
        write(text);
        var id = stored().conversationId();
        room.live.change(where("conversationId").is(id), new Update().set("campaign", campaign));
        return id;
    }

    /** The same under a comment, for all to read. */
    public ConversationId openedUnderAComment(CampaignId campaign, String text) {
        var id = AComment.opened(room, text);
        room.live.change(where("conversationId").is(id), new Update().set("campaign", campaign));
        return id;
    }

    /** The comments that Meta was asked to publish for the Page, oldest first. */
    public List<String> saidInPublic(ConversationId id) {
        return transcript(id).stream()
                .filter(message -> message.direction() == Direction.OUT && message.via() == Via.PUBLIC)
                .map(Message::text)
                .toList();
    }

    /** The customer takes the comment back. */
    public void removeComment(ConversationId id) {
        room.live.change(
                where("conversationId").is(id), new Update().set("messages.0.extras.removedAt", room.clock.instant()));
    }

    /** The customer writes, and Meta has told us. */
    public void write(String text) {
        var mid = "m-" + written.incrementAndGet();
        room.customerWrites("42", mid, text);
        await().atMost(PATIENCE)
                .until(() -> room.live
                        .find(ConversationRoom.thread("42"))
                        .filter(conversation -> conversation.withKey(mid).isPresent())
                        .isPresent());
    }

    /** Meta tells the customer's language. */
    public void learnLocale(ConversationId id, String locale) {
        room.live.introduce(id, "Ada Lovelace", new CustomerProfile(null, locale, room.clock.instant()));
    }

    public void answerInMetasInbox(String text) {
        room.told(new MessageEchoed(
                ConversationRoom.PAGE,
                "42",
                room.clock.instant(),
                "e-" + written.incrementAndGet(),
                text,
                null,
                false));
        await().atMost(PATIENCE).until(() -> stored().service().botPaused());
    }

    /** A human's answer in Meta's inbox is in the transcript, but a crash came before all that follows of it. */
    public void hearAnAnswerOfMetasInbox(String text) {
        var message = StoredMessage.echoed(
                new Ids().newMessage(), "e-" + written.incrementAndGet(), text, room.clock.instant(), Extras.NONE);
        new OpenTranscripts(room.live).overhear(ConversationRoom.thread("42"), message, room.clock.instant());
    }

    public void giveToAlice(ConversationId id) {
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.conversations.assign(id, ConversationRoom.ALICE.id(), "Alice");
    }

    public void answerAsAlice(ConversationId id, String text) {
        room.reply(ConversationRoom.ALICE, id, text, null);
    }

    public void handOn(ConversationId id, Target target) {
        var assignee = room.conversations.get(id).assignee();
        if (assignee == null) {
            room.conversations.release(id, target, null, null);
        } else {
            room.conversations.release(id, new UserId(assignee.id()), target, null, null);
        }
    }

    public void end(ConversationId id) {
        room.closing.complete(id, null);
    }

    /** What the AI agent has said, oldest first. */
    public List<String> said(ConversationId id) {
        return transcript(id).stream()
                .filter(message -> message.author().kind() == Author.Kind.BOT)
                .map(Message::text)
                .toList();
    }

    /** What the desk was told at each hand-off. */
    public List<Map<String, String>> handedOver(ConversationId id) {
        return lines(id, Happening.Type.HANDED_OVER);
    }

    public List<Map<String, String>> lines(ConversationId id, Happening.Type type) {
        return transcript(id).stream()
                .flatMap(message -> Stream.ofNullable(message.happening()))
                .filter(happening -> happening.type() == type)
                .map(Happening::values)
                .toList();
    }

    public Automation automation() {
        return stored().service().automation();
    }

    public ConversationId idOfOpen() {
        return stored().conversationId();
    }

    public boolean isAwaited() {
        return stored().course().awaited();
    }

    public int unanswered() {
        return stored().unanswered();
    }

    private List<Message> transcript(ConversationId id) {
        return room.archive.transcript(id, null, 100).items();
    }

    private StoredConversation stored() {
        return room.live.find(ConversationRoom.thread("42")).orElseThrow();
    }

    @Override
    public void close() {
        room.close();
    }
}
