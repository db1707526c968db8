package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.AccountLinked;
import dev.pupitre.conversation.InboundEvent.CommentEdited;
import dev.pupitre.conversation.InboundEvent.CommentHidden;
import dev.pupitre.conversation.InboundEvent.CommentRemoved;
import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.CustomerOptedIn;
import dev.pupitre.conversation.InboundEvent.CustomerReferred;
import dev.pupitre.conversation.InboundEvent.FeedbackGiven;
import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageEdited;
import dev.pupitre.conversation.InboundEvent.MessageReacted;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessageUnsent;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PageMentioned;
import dev.pupitre.conversation.InboundEvent.PageRated;
import dev.pupitre.conversation.InboundEvent.PolicyEnforced;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.conversation.InboundEvent.Unrecognised;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes each event to the part that knows what it means for a conversation. */
@Component
class Intake {
    private final Arrivals arrivals;
    private final Echoes echoes;
    private final Receipts receipts;
    private final Amendments amendments;
    private final Asides asides;
    private final Handovers handovers;
    private final Wall wall;
    private final PageNotices notices;

    Intake(
            Arrivals arrivals,
            Echoes echoes,
            Receipts receipts,
            Amendments amendments,
            Asides asides,
            Handovers handovers,
            Wall wall,
            PageNotices notices) {
        this.arrivals = arrivals;
        this.echoes = echoes;
        this.receipts = receipts;
        this.amendments = amendments;
        this.asides = asides;
        this.handovers = handovers;
        this.wall = wall;
        this.notices = notices;
    }

    /** Returns false when the event needs to know of what is not known yet. */
    boolean take(InboundEvent event, Waiting waiting) {
        return switch (event) {
            case MessageEdited edit -> amendments.edited(edit);
            case MessageUnsent unsent -> amendments.unsent(unsent);
            case MessageReacted reaction -> amendments.reacted(reaction);
            case MessageEchoed echo -> echoes.echoed(echo, waiting);
            case CommentWritten comment -> wall.written(comment, waiting);
            case CommentEdited edit -> wall.edited(edit);
            case CommentRemoved removal -> wall.removed(removal);
            case CommentHidden change -> wall.hidden(change);
            case InboundEvent other -> {
                bring(other);
                yield true;
            }
        };
    }

    private void bring(InboundEvent event) {
        switch (event) {
            case MessageReceived message -> arrivals.received(message);
            case PostbackReceived postback -> arrivals.received(postback);
            case MessagesDelivered delivered ->
                receipts.reached(
                        delivered, MessageStatus.DELIVERED, Set.copyOf(delivered.mids()), delivered.watermark());
            case MessagesRead read -> receipts.reached(read, MessageStatus.READ, Set.of(), read.watermark());
            case CustomerReferred referral -> asides.referred(referral);
            case CustomerOptedIn optIn -> asides.optedIn(optIn);
            case AccountLinked linked -> asides.linked(linked);
            case FeedbackGiven feedback -> asides.judged(feedback);
            case ThreadControlChanged change -> handovers.changed(change);
            case PageMentioned mention -> wall.mentioned(mention);
            case PageRated rating -> wall.rated(rating);
            case PolicyEnforced enforced -> notices.enforced(enforced);
            case Unrecognised unrecognised -> notices.keep(unrecognised);
            case MessageEdited _,
                    MessageUnsent _,
                    MessageReacted _,
                    MessageEchoed _,
                    CommentWritten _,
                    CommentEdited _,
                    CommentRemoved _,
                    CommentHidden _ ->
                throw new IllegalArgumentException("Expected what needs no other message, but got " + event);
        }
    }
}
