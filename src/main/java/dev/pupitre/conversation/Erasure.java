package dev.pupitre.conversation;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds and erases what is known of customers: what they wrote and were written, their files and their profile.
 *
 * <p>Of a conversation there remains that it took place, without its customer and its words, so that what was counted
 * stays right. Every step can be repeated, and a repeat finishes what a crash broke off.
 */
@Component
public class Erasure {
    /**
     * What is no more.
     *
     * @param files the ids of files, among them such as may still be on their way from Meta
     */
    public record Erased(int conversations, int messages, List<String> files) {
        public static final Erased NOTHING = new Erased(0, 0, List.of());

        public Erased {
            files = List.copyOf(files);
        }

        public Erased and(Erased more) {
            var all = new ArrayList<>(files);
            all.addAll(more.files);
            return new Erased(conversations + more.conversations, messages + more.messages, all);
        }
    }

    private final Traces traces;
    private final ThreadTraces threads;
    private final ConversationEraser conversations;
    private final CommentEraser comments;
    private final Files files;
    private final Customers customers;

    Erasure(
            Traces traces,
            ThreadTraces threads,
            ConversationEraser conversations,
            CommentEraser comments,
            Files files,
            Customers customers) {
        this.traces = traces;
        this.threads = threads;
        this.conversations = conversations;
        this.comments = comments;
        this.files = files;
        this.customers = customers;
    }

    /** Whether anything from up to this instant is there of the customer with this page-scoped id. */
    public boolean knows(String customer, Instant until) {
        return traces.isKnown(customer, until)
                || (threads.there(Set.of(customer)).isEmpty() && customers.isKept(customer));
    }

    /**
     * Erases what is there of the customer from up to this instant. A conversation goes or stays as a whole: one that has
     * anything from before goes, with what was added to it since; one that began later is left with all that belongs to
     * it, as the customer has come anew.
     *
     * <p>An open conversation ends, and its process with it. In conversations under other people's comments only the
     * customer's own comments are emptied.
     *
     * @throws dev.pupitre.engine.EngineUnavailable when a process could not be told; the call has to be repeated
     */
    public Erased erase(String customer, Instant until) {
        traces.removePending(customer, until);
        var erased = Erased.NOTHING;
        for (var conversation : traces.conversationsOf(customer, until)) {
            erased = erased.and(conversations.erase(conversation));
        }
        erased = erased.and(comments.empty(customer, until));
        threads.removeItemsBut(customer, threads.remaining(customer));
        var pictures = threads.removeThreads(customer, until);
        pictures.forEach(files::delete);
        forgetIfGone(customer);
        return erased.and(new Erased(0, 0, pictures));
    }

    /** What colleagues keep about somebody goes with the last of their conversations. */
    private void forgetIfGone(String customer) {
        if (threads.there(Set.of(customer)).isEmpty()) {
            customers.forget(customer);
        }
    }

    /**
     * Erases up to so many of the Page's conversations that were over before this instant. That somebody is blocked is
     * kept: else they would be heard again, and nobody told.
     */
    public Erased eraseClosedBefore(PageId page, Instant before, int atMost) {
        var erased = Erased.NOTHING;
        var touched = new HashSet<String>();
        for (var conversation : traces.closedBefore(page, before, atMost)) {
            touched.add(conversation.customer().id());
            erased = erased.and(conversations.erase(conversation));
            var pictures = threads.removeThreadAfter(conversation);
            pictures.forEach(files::delete);
            erased = erased.and(new Erased(0, 0, pictures));
        }
        touched.removeAll(threads.there(touched));
        customers.forgetUnlessBlocked(touched);
        return erased;
    }

    /** Takes away what may have come of the customer after the erasure, and belongs to nothing any more. */
    public void tidy(String customer, Instant until, List<String> lateFiles) {
        lateFiles.forEach(files::delete);
        traces.removePending(customer, until);
        forgetIfGone(customer);
    }
}
