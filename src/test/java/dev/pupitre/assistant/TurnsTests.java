package dev.pupitre.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Assistant;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.AssistedRoom;
import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.conversation.Happening;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AI agent's turns with the built-in search, in conversations on a real store. */
class TurnsTests {
    private static final String HOURS = "We are open from 9 to 18, Monday to Saturday.";
    private static final String DELIVERY = "Delivery costs 4.90 and takes three days.";
    private static final String NOTICE = Phrases.AUTOMATED.in("en");
    private static final String PASSING_ON = Phrases.HANDING_OVER.in("en");

    private final AssistedRoom room = new AssistedRoom();
    private final Campaigns campaigns = mock();
    private final Answerer search = new SearchAnswerer(new KnowledgeIndexes());
    private final Turns turns = turns(search);

    @BeforeEach
    void openShop() {
        given(campaigns.find(any())).willReturn(Optional.of(Shop.with(Shop.assistant(Assistant.Kind.BUILT_IN))));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Turns turns(Answerer answerer) {
        return new Turns(room.agent(), campaigns, new Answerers(List.of(answerer)), room.wordings());
    }

    private ConversationId opened(String text) {
        return room.opened(Shop.ID, text);
    }

    @Test
    void saysThatItIsAutomaticBeforeItsFirstAnswerOnly() {
        var id = opened("When do you open?");

        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        assertThat(room.said(id)).containsExactly(NOTICE, HOURS);

        room.write("Do you deliver?");
        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, DELIVERY);
        assertThat(room.unanswered()).isZero();
        assertThat(room.handedOver(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr_FR | Do you deliver?        | La livraison coûte 4,90 € et prend trois jours.
            en_US | Livrez-vous ?          | Delivery costs 4.90 and takes three days.
                  | Est-ce que vous livrez ? | La livraison coûte 4,90 € et prend trois jours.
                  | Do you deliver?        | Delivery costs 4.90 and takes three days.
            """)
    void answersInTheCustomersLanguageOrElseInTheOneTheyWrite(String locale, String text, String answer) {
        var id = opened(text);
        if (locale != null) {
            room.learnLocale(id, locale);
        }

        turns.take(id);

        assertThat(room.said(id)).last().isEqualTo(answer);
    }

    @Test
    void answersAllThatWasWrittenSinceItsLastAnswerInOneTurn() {
        var id = opened("Hello!");
        room.write("When do you open?");
        room.write("And do you deliver?");

        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, DELIVERY);
        assertThat(room.automation().turns()).isEqualTo(1);
    }

    @Test
    void findsTheQuestionInAStory() {
        var id = opened("Hi, I was in town yesterday with my brother. The door was shut! When do you open?");

        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        assertThat(room.said(id)).contains(HOURS);
    }

    @Test
    void handsOverWhatItDoesNotKnowWithWhatItLearnt() {
        var id = opened("My name is Ada Lovelace, where is my order 2024-0815? Mail me at ada@example.com");

        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
        assertThat(room.handedOver(id))
                .singleElement()
                .isEqualTo(Map.of(
                        "reason", "UNKNOWN",
                        "question", "My name is Ada Lovelace, where is my order 2024-0815? Mail me at ada@example.com",
                        "answers", "0",
                        "name", "Ada Lovelace",
                        "order", "2024-0815",
                        "email", "ada@example.com"));
        assertThat(room.unanswered()).isEqualTo(1);
    }

    @Test
    void answersWhatItKnowsAndHandsOverTheRest() {
        var id = opened("When do you open?");
        room.write("Do you repair telephones?");

        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, PASSING_ON);
        assertThat(room.handedOver(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary).containsEntry("reason", "UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({"'Can I speak to a person?'", "'Je voudrais PARLER A QUELQU’UN'", "'un conseiller svp'"})
    void handsOverOnRequest(String wish) {
        var id = opened("When do you open?");
        turns.take(id);
        room.write(wish);

        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.handedOver(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary)
                        .containsEntry("reason", "REQUESTED")
                        .containsEntry("question", wish)
                        .containsEntry("answers", "2"));
    }

    @Test
    void handsOverAfterAsManyAnswersAsTheCampaignWants() {
        var id = opened("When do you open?");
        for (var turn = 0; turn < 3; turn++) {
            assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
            room.write("Do you deliver?");
        }

        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, DELIVERY, DELIVERY, PASSING_ON);
        assertThat(room.handedOver(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary).containsEntry("reason", "TURNS"));
    }

    @Test
    void speaksTheLanguageOfTheNewestMessageWhereNothingElseTells() {
        var id = opened("When do you open?");
        turns.take(id);
        room.write("Je voudrais parler à une personne de votre équipe");

        turns.take(id);

        assertThat(room.said(id)).last().isEqualTo(Phrases.HANDING_OVER.in("fr"));
    }

    @Test
    void saysGoodByeAndIsDone() {
        var id = opened("When do you open?");
        turns.take(id);
        room.write("Great, thank you!");

        assertThat(turns.take(id)).isEqualTo(Outcome.DONE);
        assertThat(turns.take(id)).isEqualTo(Outcome.DONE);

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, Phrases.FAREWELL.in("en"));
        assertThat(room.isAwaited()).isFalse();
    }

    @Test
    void losesNothingThatIsWrittenAfterTheGoodBye() {
        var id = opened("When do you open?");
        turns.take(id);
        room.write("Great, thank you!");
        turns.take(id);

        room.write("Wait, do you deliver?");

        assertThat(room.idOfOpen()).isNotEqualTo(id);
    }

    @Test
    void asksWhatAGreetingIsAboutAndSaysNothingToANod() {
        var id = opened("Hello");

        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        room.write("ok");
        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.said(id)).containsExactly(NOTICE, Phrases.WELCOME.in("en"));
        assertThat(room.isAwaited()).isTrue();
    }

    @Test
    void doesNothingTwiceWhenTheJobIsRepeated() {
        var id = opened("When do you open?");

        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        room.write("Let me talk to somebody");
        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);
        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);
        room.write("When do you open?");
        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, PASSING_ON);
        assertThat(room.handedOver(id)).hasSize(1);
    }

    @Test
    void answersOnceWhenManyNodesHaveTheSameJob() throws Exception {
        var id = opened("When do you open?");
        var others = Stream.generate(room::another).limit(3).toList();
        var jobs = Stream.concat(Stream.of(room), others.stream())
                .<Callable<Outcome>>map(node -> {
                    var there = new Turns(node.agent(), campaigns, new Answerers(List.of(search)), node.wordings());
                    return () -> there.take(id);
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var job : threads.invokeAll(jobs)) {
                assertThat(job.get()).isEqualTo(Outcome.ANSWERED);
            }
        }

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS);
        assertThat(room.automation().turns()).isEqualTo(1);
    }

    @Test
    void dropsAnAnswerThatComesAfterAHumansInMetasInbox() {
        var id = opened("When do you open?");
        var thinking = turns(meanwhile(() -> room.answerInMetasInbox("We open at nine!")));

        assertThat(thinking.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
        assertThat(room.handedOver(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary).containsEntry("reason", "HUMAN"));
        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);
    }

    @Test
    void dropsAnAnswerThatComesAfterAHumansThatIsOnlyBeingTakenIn() {
        var id = opened("When do you open?");
        var thinking = turns(meanwhile(() -> room.hearAnAnswerOfMetasInbox("We open at nine!")));

        assertThat(thinking.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
    }

    @Test
    void dropsAnAnswerThatComesAfterAnAgentHasTakenTheConversation() {
        var id = opened("When do you open?");
        var thinking = turns(meanwhile(() -> room.giveToAlice(id)));

        assertThat(thinking.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
    }

    @Test
    void dropsAnAnswerThatComesAfterTheConversationWasHandedOn() {
        var id = opened("When do you open?");
        var thinking = turns(meanwhile(() -> room.handOn(id, Target.team("returns"))));

        assertThat(thinking.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
    }

    @Test
    void answersInTheSameJobWhatIsWrittenWhileItThinks() {
        var id = opened("When do you open?");
        var asked = new AtomicInteger();
        var thinking = turns(meanwhile(() -> {
            if (asked.getAndIncrement() == 0) {
                room.write("Do you deliver?");
            }
        }));

        assertThat(thinking.take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.said(id)).containsExactly(NOTICE, HOURS, DELIVERY);
        assertThat(room.isAwaited()).isTrue();
        assertThat(room.unanswered()).isZero();
    }

    @Test
    void beginsAnewWhenAnAgentGivesTheConversationBackToIt() {
        var id = opened("I want a human");
        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);
        room.giveToAlice(id);
        room.answerAsAlice(id, "The assistant knows better");

        room.handOn(id, Target.assistant());
        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);
        assertThat(room.isAwaited()).isTrue();
        room.write("When do you open?");
        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.said(id)).containsExactly(NOTICE, PASSING_ON, HOURS);
    }

    @Test
    void sendsNothingAfterTheWindowHasClosedAndSaysWhy() {
        var id = opened("When do you open?");
        room.clock().advance(Duration.ofHours(25));

        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.said(id)).isEmpty();
        assertThat(room.lines(id, Happening.Type.NOT_SENT))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("step", "assistant")
                        .hasEntrySatisfying(
                                "reason", reason -> assertThat(reason).contains("24 hours")));
        assertThat(room.handedOver(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary).containsEntry("reason", "NOT_ALLOWED"));
    }

    @Test
    void answersACommentByOnePublicAnswer() {
        var id = room.openedUnderAComment(Shop.ID, "When do you open?");

        assertThat(turns.take(id)).isEqualTo(Outcome.ANSWERED);

        assertThat(room.saidInPublic(id)).containsExactly(NOTICE + "\n\n" + HOURS);
        assertThat(room.lines(id, Happening.Type.NOT_SENT)).isEmpty();
    }

    @Test
    void asksNobodyForAnAnswerThatCouldNotBeSent() {
        var asked = new AtomicInteger();
        var paid = turns(meanwhile(asked::incrementAndGet));
        var late = opened("When do you open?");
        room.clock().advance(Duration.ofHours(25));
        var removed = room.openedUnderAComment(Shop.ID, "When do you open?");
        room.removeComment(removed);

        assertThat(paid.take(late)).isEqualTo(Outcome.HAND_OFF);
        assertThat(paid.take(removed)).isEqualTo(Outcome.HAND_OFF);

        assertThat(asked).hasValue(0);
        assertThat(room.said(late)).isEmpty();
        assertThat(room.lines(late, Happening.Type.NOT_SENT)).hasSize(1);
        assertThat(room.lines(removed, Happening.Type.NOT_SENT))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("code", "COMMENT_GONE"));
    }

    @Test
    void leavesAConversationThatIsOver() {
        var id = opened("When do you open?");
        room.end(id);

        assertThat(turns.take(id)).isEqualTo(Outcome.DONE);
    }

    @Test
    void handsOverWhereTheCampaignDoesNotWantItAnyMore() {
        given(campaigns.find(any())).willReturn(Optional.of(Shop.with(Assistant.OFF)));
        var id = opened("When do you open?");

        assertThat(turns.take(id)).isEqualTo(Outcome.HAND_OFF);

        assertThat(room.handedOver(id))
                .singleElement()
                .satisfies(summary -> assertThat(summary).containsEntry("reason", "OFF"));
    }

    /** Searches, but something else happens before it has found anything. */
    private Answerer meanwhile(Runnable event) {
        return new Answerer() {
            @Override
            public Assistant.Kind kind() {
                return Assistant.Kind.BUILT_IN;
            }

            @Override
            public Answer answer(Question question) {
                event.run();
                return search.answer(question);
            }
        };
    }
}
