package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Causes.Finding;
import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.engine.EngineState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has the engine evaluate the tables that a conversation was to be decided by, with the same facts. */
@Component
class TableTrials {
    /** A table that cannot be evaluated mostly fails for everybody: a few trials a look tell enough. */
    private static final int A_LOOK = 20;

    private final EngineState engine;
    private final StartFacts startFacts;
    private final Campaigns campaigns;
    private final Clock clock;

    TableTrials(EngineState engine, StartFacts startFacts, Campaigns campaigns, Clock clock) {
        this.engine = engine;
        this.startFacts = startFacts;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    Trial begin(Enquiry enquiry) {
        return new Trial(enquiry);
    }

    /** The trials of one look. */
    final class Trial {
        private final Enquiry enquiry;
        private int left = A_LOOK;

        private Trial(Enquiry enquiry) {
            this.enquiry = enquiry;
        }

        Finding of(StoredConversation conversation, Step step) {
            if ((step != Step.DECIDE && step != Step.OPEN) || left == 0) {
                return Finding.UNKNOWN;
            }
            left--;
            for (var question : questions(conversation)) {
                var answer = enquiry.ask(patience -> engine.tryTable(question.table(), question.facts(), patience));
                if (answer.isEmpty()) {
                    return Finding.UNKNOWN;
                }
                var broken = answer.get();
                if (broken.isPresent()) {
                    return new Finding(cause(broken.get()), false);
                }
            }
            return Finding.TABLES_WELL;
        }
    }

    private static Cause cause(EngineState.BrokenTable broken) {
        return new Cause(Cause.Kind.TABLE, broken.decisionId(), broken.version(), broken.message());
    }

    private record Question(String table, Object facts) {}

    /** In the process's order. */
    private List<Question> questions(StoredConversation conversation) {
        var facts = startFacts.of(conversation, BeginningAgain.startOf(conversation));
        var questions = new ArrayList<Question>();
        questions.add(new Question("listening", facts));
        var campaign = campaigns.findOrCatchAll(conversation.campaign());
        var moment = ScheduleClock.of(campaign, clock.instant());
        questions.add(new Question(OpeningHours.TABLE, moment));
        questions.add(new Question("routing", HeardFacts.of(facts).at(campaign, moment)));
        return questions;
    }
}
