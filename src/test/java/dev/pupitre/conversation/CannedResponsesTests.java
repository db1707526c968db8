package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.pupitre.campaign.CannedResponse;
import dev.pupitre.campaign.Localised;
import dev.pupitre.conversation.CannedResponsesController.Worded;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an agent finds by "/"; it is Monday, 10:00 UTC. */
class CannedResponsesTests {
    private static final Localised HELLO = new Localised(Map.of(
            "fr", "Bonjour {{customer.firstName}}, ici {{agent}}.",
            "default", "Hello {{customer.firstName}}, {{agent}} here."));

    private final ConversationRoom room = new ConversationRoom();
    private final CannedResponsesController controller = new CannedResponsesController(
            room.conversations, room.campaigns, new Wordings(room.campaigns, room.hours, room.clock));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areWordedForTheCustomerByName() {
        offers(new CannedResponse("hello", "Greeting", HELLO));
        var id = room.givenToAlice("1");
        room.live.introduce(id, "Zoé Martin", new CustomerProfile(null, "fr_FR", room.clock.instant()));

        assertThat(controller.cannedResponses(id))
                .containsExactly(new Worded("hello", "Greeting", "Bonjour Zoé, ici Alice."));
    }

    @Test
    void leaveNoGapForACustomerWhoseNameNobodyKnows() {
        offers(new CannedResponse("hello", "Greeting", HELLO));

        assertThat(controller.cannedResponses(room.givenToAlice("1")))
                .extracting(Worded::text)
                .containsExactly("Hello, Alice here.");
    }

    @Test
    void tellWhenTheDeskOpensNext() {
        offers(new CannedResponse("later", "Closed", new Localised(Map.of("default", "Back {{nextOpening}}."))));

        assertThat(controller.cannedResponses(room.givenToAlice("1")))
                .extracting(Worded::text)
                .first()
                .asString()
                .contains("March 3, 2026", "9:00");
    }

    @Test
    void areLeftOutWhereTheyHaveNothingToSayToThisCustomer() {
        offers(new CannedResponse("retour", "Returns", new Localised(Map.of("fr", "Voici comment faire."))));

        assertThat(controller.cannedResponses(room.givenToAlice("1"))).isEmpty();
    }

    private void offers(CannedResponse response) {
        given(room.campaigns.find(CAMPAIGN))
                .willReturn(Optional.of(ACampaign.open(CAMPAIGN.value(), "office", ZoneOffset.UTC)
                        .offering(List.of(response))));
    }
}
