package dev.pupitre.webhook;

import static dev.pupitre.webhook.WebhookFixture.CUSTOMER;
import static dev.pupitre.webhook.WebhookFixture.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.Attachment;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.InboundEvent.AccountLinked;
import dev.pupitre.conversation.InboundEvent.CommentEdited;
import dev.pupitre.conversation.InboundEvent.CommentHidden;
import dev.pupitre.conversation.InboundEvent.CommentRemoved;
import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.CustomerOptedIn;
import dev.pupitre.conversation.InboundEvent.CustomerReferred;
import dev.pupitre.conversation.InboundEvent.FeedbackGiven;
import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessageUnsent;
import dev.pupitre.conversation.InboundEvent.PageMentioned;
import dev.pupitre.conversation.InboundEvent.PageRated;
import dev.pupitre.conversation.InboundEvent.PolicyEnforced;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged.Control;
import dev.pupitre.conversation.InboundEvent.Unrecognised;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Post;
import dev.pupitre.conversation.ReceivedAttachment;
import dev.pupitre.conversation.ReceivedContent;
import dev.pupitre.conversation.Referral;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is neither message nor receipt. */
class WebhookKindsTests {
    private static final Instant AT = Instant.ofEpochMilli(1763719200123L);
    private static final Instant ENTRY = Instant.ofEpochMilli(1763719200500L);
    private static final Instant CREATED = Instant.ofEpochSecond(1763719200);
    private static final Party CAMILLE = new Party("8000000000000001", "Camille Martin");
    private static final Post POST =
            new Post("100000000000001_1", null, "https://www.facebook.com/pupitre/posts/1", null);

    private final WebhookParts webhook = new WebhookParts();

    @Test
    void understandsEditsAndWhatIsTakenBack() {
        assertThat(only("edit")).isEqualTo(new MessageEdited(PAGE, CUSTOMER, AT, "m_1", "Bonsoir", 1));
        assertThat(only("unsend")).isEqualTo(new MessageUnsent(PAGE, CUSTOMER, AT, "m_1"));
        assertThat(only("echo-unsent")).isEqualTo(new MessageUnsent(PAGE, CUSTOMER, AT, "m_e"));
    }

    @Test
    void understandsReactions() {
        assertThat(only("reaction")).isEqualTo(new MessageReacted(PAGE, CUSTOMER, AT, "m_a", true, "love", "❤️"));
        assertThat(only("unreact")).isEqualTo(new MessageReacted(PAGE, CUSTOMER, AT, "m_a", false, null, null));
    }

    @Test
    void understandsLinksAndAds() {
        assertThat(only("referral"))
                .isEqualTo(new CustomerReferred(
                        PAGE,
                        CUSTOMER,
                        AT,
                        new Referral("SHORTLINK", "summer", null, null, null, null, null, null, null)));
        assertThat(only("referral-from-ad"))
                .isEqualTo(new CustomerReferred(
                        PAGE,
                        CUSTOMER,
                        AT,
                        new Referral(
                                "ADS",
                                "summer",
                                "6045246247433",
                                "Été",
                                "https://scontent.xx.fbcdn.net/ad.jpg",
                                "https://video.xx.fbcdn.net/ad.mp4",
                                "100000000000001_9",
                                "p9",
                                "https://www.facebook.com/")));
    }

    @Test
    void understandsOptInsLinkedAccountsAndFeedback() {
        assertThat(only("optin")).isInstanceOf(CustomerOptedIn.class);
        assertThat(only("optin-messages"))
                .isEqualTo(new CustomerOptedIn(PAGE, CUSTOMER, AT, "notification_messages", "Nos nouvelles"));
        assertThat(only("account-linked")).isEqualTo(new AccountLinked(PAGE, CUSTOMER, AT, true));
        assertThat(only("account-linking")).isEqualTo(new AccountLinked(PAGE, CUSTOMER, ENTRY, false));
        assertThat(only("response-feedback")).isEqualTo(new FeedbackGiven(PAGE, CUSTOMER, AT, "m_e", "Good response"));
        assertThat(only("feedback-template")).isEqualTo(new FeedbackGiven(PAGE, CUSTOMER, AT, null, "4, Très bien"));
    }

    @ParameterizedTest
    @CsvSource({
        "pass-thread-control, THEIRS, 1",
        "pass-thread-control-to-us, OURS, 263902037430900",
        "pass-thread-control-to-nobody, NOBODYS,",
        "take-thread-control, THEIRS,",
        "take-thread-control-by-us, OURS, 263902037430900",
        "request-thread-control, REQUESTED, 1"
    })
    void understandsWhoAnswers(String sample, Control control, String app) {
        assertThat(only(sample)).isEqualTo(new ThreadControlChanged(PAGE, CUSTOMER, AT, control, app));
    }

    @Test
    void understandsMeasuresAgainstThePageInBothSpellings() {
        assertThat(only("policy-enforcement")).isEqualTo(new PolicyEnforced(PAGE, AT, "block", "spam"));
        assertThat(only("policy-unblocked")).isEqualTo(new PolicyEnforced(PAGE, AT, "unblock", "Reviewed"));
    }

    @Test
    void understandsCommentsAndReplies() {
        assertThat(only("comment"))
                .isEqualTo(new CommentWritten(
                        PAGE, "1_2", CREATED, "1_2", null, CAMILLE, "Prix ?", ReceivedContent.NONE, POST));
        assertThat(only("comment-reply"))
                .isEqualTo(new CommentWritten(
                        PAGE, "1_2", CREATED, "1_3", "1_2", CAMILLE, "Moi aussi", ReceivedContent.NONE, POST));
        assertThat(only("feed-comment")).returns("c:" + PAGE + ":1_2", InboundEvent::thread);
    }

    @Test
    void understandsCommentsAsTheyWereSentBefore() {
        assertThat(only("comment-of-old"))
                .isEqualTo(new CommentWritten(
                        PAGE,
                        "1_2",
                        CREATED,
                        "1_2",
                        null,
                        CAMILLE,
                        "Prix ?",
                        ReceivedContent.NONE,
                        new Post("100000000000001_1", null, null, null)));
    }

    @Test
    void understandsCommentsOfSomebodyMetaDoesNotName() {
        assertThat(only("comment-without-author"))
                .isInstanceOfSatisfying(
                        CommentWritten.class,
                        comment -> assertThat(comment.author().name()).isEqualTo("Facebook user"));
    }

    @ParameterizedTest
    @CsvSource({"comment-with-photo, IMAGE", "comment-with-video, VIDEO"})
    void takesThePictureOrTheVideoOfAComment(String sample, Attachment.Type type) {
        assertThat(only(sample))
                .isInstanceOfSatisfying(
                        CommentWritten.class,
                        comment -> assertThat(comment.content().attachments())
                                .extracting(ReceivedAttachment::type)
                                .isEqualTo(List.of(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment-edited", "comment-edit"})
    void understandsChangedComments(String sample) {
        assertThat(only(sample)).isEqualTo(new CommentEdited(PAGE, "1_2", ENTRY, "1_2", "Quel prix ?"));
    }

    @Test
    void understandsWhatBecomesOfComments() {
        assertThat(only("comment-removed")).isEqualTo(new CommentRemoved(PAGE, "1_2", ENTRY, "1_2"));
        assertThat(only("comment-hidden")).isEqualTo(new CommentHidden(PAGE, "1_2", ENTRY, "1_2", true));
        assertThat(only("comment-shown-again")).isEqualTo(new CommentHidden(PAGE, "1_2", ENTRY, "1_2", false));
    }

    @Test
    void understandsMentions() {
        assertThat(only("mention")).isInstanceOfSatisfying(PageMentioned.class, mention -> {
            assertThat(mention.top()).isEqualTo("100000000000001_1");
            assertThat(mention.author()).isNull();
        });
        assertThat(only("mention-in-comment"))
                .isEqualTo(new PageMentioned(
                        PAGE, "1_7", CREATED, CAMILLE, "Demandez à @Café", new Post("55_1", null, null, null)));
    }

    @Test
    void understandsRecommendations() {
        assertThat(only("rating")).isEqualTo(new PageRated(PAGE, "900", CREATED, CAMILLE, true, "Très bon café", null));
        assertThat(only("rating-negative"))
                .isEqualTo(new PageRated(PAGE, "900", CREATED, CAMILLE, false, "Froid", null));
        assertThat(only("rating-edited")).isEqualTo(new CommentEdited(PAGE, "900", ENTRY, "900", "Excellent"));
        assertThat(only("rating-comment")).returns("c:" + PAGE + ":900", InboundEvent::thread);
    }

    @ParameterizedTest
    @CsvSource({"unheard-of, telepathy", "unheard-of-change, moon_phase"})
    void keepsAndCountsWhatNobodyHasToldUsOf(String sample, String kind) {
        assertThat(only(sample)).isInstanceOfSatisfying(Unrecognised.class, kept -> {
            assertThat(kept.kind()).isEqualTo(kind);
            assertThat(kept.json()).contains(kind);
        });
        assertThat(webhook.ignored()).isEqualTo("other 1");
    }

    private InboundEvent only(String sample) {
        var events = webhook.understands(sample);
        assertThat(events).as(sample).hasSize(1);
        return events.getFirst();
    }
}
