package dev.pupitre.privacy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a person's data is to be erased; what names the person goes with the data.
 *
 * @param code cannot be guessed: whoever has it may ask how far it has got
 * @param request the same request again is the same deletion
 * @param person as Meta numbers them for our app; null where a customer was named, and when all is done
 * @param customers the page-scoped ids found to be the person's
 * @param until what came up to here is erased; null as long as nobody has been found
 * @param fileIds those of erased messages, which may come from Meta late
 * @param due what the process has yet to be told
 * @param toldAt when it was last told anything; null as long as it was not
 */
@Document("deletions")
record DataDeletion(
        @Id String code,
        String request,
        Source source,
        State state,
        @Nullable String person,
        List<String> customers,
        Instant askedAt,
        @Nullable Instant until,
        @Nullable Instant finishedAt,
        int conversations,
        int messages,
        int files,
        List<String> fileIds,
        @Nullable Signal due,
        @Nullable Instant toldAt) {

    /** Who asked. */
    enum Source {
        META,
        ADMINISTRATOR
    }

    /** How far it has got. */
    enum State {
        RECEIVED,
        /** People look for whose data it is. */
        SEARCHING,
        ERASING,
        ERASED,
        /** There was nothing to erase. */
        NOTHING_HELD;

        boolean isFinished() {
            return this == ERASED || this == NOTHING_HELD;
        }
    }

    /** What the process waits for. */
    enum Signal {
        START,
        MATCHED,
        /** Where its process was lost, there has to be another. */
        AGAIN
    }

    /** Asked for by Meta in the name of a person. */
    static DataDeletion ofPerson(String code, SignedRequest request, Instant now) {
        return asked(code, request.fingerprint(), Source.META, request.person(), List.of(), now);
    }

    /** Asked for by someone who said which customer they are. */
    static DataDeletion ofCustomer(String code, String customer, Instant now) {
        return asked(code, code, Source.ADMINISTRATOR, null, List.of(customer), now);
    }

    private static DataDeletion asked(
            String code, String request, Source source, @Nullable String person, List<String> customers, Instant now) {
        return new DataDeletion(
                code,
                request,
                source,
                State.RECEIVED,
                person,
                customers,
                now,
                null,
                null,
                0,
                0,
                0,
                List.of(),
                Signal.START,
                null);
    }
}
