package dev.pupitre.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.assistant.TryController.Trial;
import dev.pupitre.campaign.Assistant;
import dev.pupitre.campaign.Campaigns;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TryControllerTests {
    private final Campaigns campaigns = mock();
    private final TryController controller =
            new TryController(campaigns, new Answerers(List.of(new SearchAnswerer(new KnowledgeIndexes()))));

    @BeforeEach
    void openShop() {
        given(campaigns.find(Shop.ID)).willReturn(Optional.of(Shop.with(Shop.assistant(Assistant.Kind.BUILT_IN))));
    }

    @Test
    void showsTheAnswerItsScoreAndWhereItStands() {
        var tried = controller.tryOut(Shop.ID, new Trial("what are your opening hours", "fr_FR"));

        assertThat(tried.answers()).containsExactly("Nous sommes ouverts de 9 h à 18 h, du lundi au samedi.");
        assertThat(tried.score()).isBetween(0.99, 1.0);
        assertThat(tried.threshold()).isEqualTo(0.5);
        assertThat(tried.sources()).containsExactly("entry 1");
        assertThat(tried.reason()).isNull();
    }

    @Test
    void showsHowFarAnUnknownQuestionIsFromTheThreshold() {
        var tried = controller.tryOut(Shop.ID, new Trial("Is there a car park at the station?", null));

        assertThat(tried.answers()).isEmpty();
        assertThat(tried.score()).isBetween(0.01, 0.49);
        assertThat(tried.reason()).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void showsThatAWishForAHumanIsHeard() {
        assertThat(controller.tryOut(Shop.ID, new Trial("un humain svp", null)).reason())
                .isEqualTo(Reason.REQUESTED);
    }

    @Test
    void answersNotFoundForACampaignThatIsNot() {
        given(campaigns.find(any())).willReturn(Optional.empty());

        assertThatExceptionOfType(NoSuchCampaign.class)
                .isThrownBy(() -> controller.tryOut(Shop.ID, new Trial("hours", null)));
    }
}
