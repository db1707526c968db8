package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.NamingRows.Row;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.DecisionTables.Saying;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamingRowsTests {
    private final DecisionTables tables = mock();
    private final NamingRows rows = new NamingRows(tables);

    @BeforeEach
    void tablesOfAShop() {
        given(tables.sayings("listening"))
                .willReturn(List.of(
                        says("listening", 1, Map.of("listen", "false", "campaign", "\"sales\"")),
                        says("listening", 2, Map.of("listen", "true", "campaign", "\"sales\"")),
                        says(
                                "listening",
                                3,
                                Map.of("listen", "true", "campaign", "if page = \"1\" then \"a\" else \"b\"")),
                        says("listening", 4, Map.of("listen", "true", "campaign", "\"default\""))));
        given(tables.sayings("routing"))
                .willReturn(List.of(
                        says("routing", 1, Map.of("target", "\"team\"", "team", "\"billing\"")),
                        says("routing", 2, Map.of("target", "\"members\"", "team", "null")),
                        says("routing", 3, Map.of("target", "\"team\"", "team", "\"billing\""))));
    }

    @Test
    void namesTheRowsThatGiveACampaignItsConversations() {
        assertThat(rows.all().campaigns())
                .containsOnlyKeys("default", "sales")
                .containsEntry("sales", List.of(new Row("listening", 7, 2, "Row 2")));
    }

    @Test
    void namesTheRowsThatSendToATeam() {
        assertThat(rows.all().teams()).containsOnlyKeys("billing");
        assertThat(rows.all().teams().get("billing")).extracting(Row::row).containsExactly(1, 3);
    }

    @Test
    void ownsUpToRowsOfWhichNobodyCanTell() {
        assertThat(rows.all().computed()).containsExactly(new Row("listening", 7, 3, "Row 3"));
    }

    private static Saying says(String table, int row, Map<String, String> cells) {
        return new Saying(table, 7, row, "Row " + row, cells);
    }
}
