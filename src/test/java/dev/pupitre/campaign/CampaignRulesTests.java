package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignRulesTests {
    private static final CampaignRoom ROOM = new CampaignRoom();

    @AfterAll
    static void close() {
        ROOM.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'name': ' '                                                                    | name                           | BLANK
            'name': null                                                                   | name                           | BLANK
            'pages': ['999']                                                               | pages                          | PAGE_NOT_CONNECTED
            'schedule': 'shop'                                                             | schedule                       | SCHEDULE_UNKNOWN
            'strategy': ''                                                                 | strategy                       | BLANK
            'zone': ''                                                                     | zone                           | BLANK
            'thresholds': {'serviceLevel': -1}                                             | thresholds.serviceLevel        | RANGE
            'thresholds': {'serviceLevelTarget': 101}                                      | thresholds.serviceLevelTarget  | RANGE
            'thresholds': {'idle': 604801}                                                 | thresholds.idle                | RANGE
            'maximumPerAgent': 101                                                         | maximumPerAgent                | RANGE
            'waiting': {'overflow': 'TEAM'}                                                | waiting.team                   | TEAM_UNKNOWN
            'waiting': {'overflow': 'TEAM', 'team': 'nobody'}                              | waiting.team                   | TEAM_UNKNOWN
            'greeting': {'on': true}                                                       | greeting.text                  | BLANK
            'greeting': {'text': {'fr': 'Bonjour'}}                                        | greeting.text                  | NO_DEFAULT
            'greeting': {'text': {'default': 'Hi {{customer.lastName}}'}}                  | greeting.text.default          | UNKNOWN_PLACEHOLDER
            'greeting': {'text': {'default': 'Hi', 'french': 'Salut'}}                     | greeting.text.french           | LANGUAGE
            'greeting': {'text': null}                                                     | greeting.text                  | BLANK
            'survey': {'on': true}                                                         | survey.question                | BLANK
            'survey': {'notAgainDays': 366}                                                | survey.notAgainDays            | RANGE
            'assistant': {'threshold': 1.1}                                                | assistant.threshold            | RANGE
            'assistant': {'entries': [{'questions': [], 'answer': {'default': 'A'}}]}      | assistant.entries[0].questions | BLANK
            'assistant': {'entries': [{'questions': ['Q'], 'answer': {}}]}                 | assistant.entries[0].answer    | BLANK
            'members': {'list': [{'user': 'nadia', 'expertise': [], 'capacity': null}]}    | members.list                   | NOT_AN_AGENT
            'members': {'list': [{'user': 'alice', 'expertise': [], 'capacity': 101}]}     | members.list[0].capacity       | RANGE
            'cannedResponses': [{'shortcut': 'A b', 'title': 'T', 'text': {'default': 'A'}}] | cannedResponses[0].shortcut  | SHORTCUT
            'cannedResponses': [{'shortcut': 'a', 'title': 'T', 'text': {}}]               | cannedResponses[0].text        | BLANK
            'cannedResponses': [{'shortcut': 'a', 'title': 'T', 'text': {'default': 'Hi {{customer.lastName}}'}}] | cannedResponses[0].text.default | UNKNOWN_PLACEHOLDER
            'cannedResponses': [{'shortcut': 'a', 'title': 'T', 'text': {'default': 'A', 'fr': 'Moi, {agent}'}}] | cannedResponses[0].text.fr | UNKNOWN_PLACEHOLDER
            'greeting': {'text': {'default': 'Hi {{{agent}}}'}}                            | greeting.text.default          | UNKNOWN_PLACEHOLDER
            'channels': ['COMMENT'], 'survey': {'on': true, 'question': {'default': 'Q'}}  | survey.on                      | PRIVATE_ONLY
            'channels': ['COMMENT'], 'greeting': {'on': true, 'text': {'default': 'Hi'}}   | greeting.on                    | PRIVATE_ONLY
            'tags': ['']                                                                   | tags                           | BLANK
            """)
    void namesTheFieldThatIsWrong(String fields, String field, String code) {
        assertThat(refusal("{'name': 'A', " + fields + "}").problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple(field, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'strategy': 'GUESS'                                 | strategy
            'zone': 'Mars/Olympus'                              | zone
            'thresholds': 60                                    | thresholds
            'thresholds': {'idle': 1.5}                         | thresholds.idle
            'channels': ['FAX']                                 | channels[0]
            'cannedResponses': [{'shortcut': 'a', 'title': 'T'}] | cannedResponses[0].text
            """)
    void namesTheFieldThatIsOfAnotherKind(String fields, String field) {
        assertThat(refusal("{'name': 'A', " + fields + "}"))
                .returns(field, InvalidInput::field)
                .hasMessageContaining("documented kind");
    }

    @Test
    void namesThePlaceholderThatNobodyKnows() {
        var refusal = refusal("""
                {'name': 'A', 'cannedResponses': [{'shortcut': 'a', 'title': 'T', 'text':
                 {'default': 'Hi {{customer.lastName}}, { agent } here :-{'}}]}""");

        assertThat(refusal.problems())
                .extracting(FieldProblem::message)
                .containsExactly(
                        "must not hold {{customer.lastName}}, which nobody knows",
                        "must not hold { agent }, as placeholders are written {{agent}}");
    }

    @Test
    void saysEverythingAtOnce() {
        var refusal = refusal("""
                {'name': '', 'thresholds': {'idle': -1, 'offer': -1}, 'cannedResponses': [
                 {'shortcut': 'a', 'title': 'T', 'text': {'default': 'A'}},
                 {'shortcut': 'a', 'title': 'T', 'text': {'default': '%s'}}]}""".formatted("x".repeat(2001)));

        assertThat(refusal.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder(
                        "name",
                        "thresholds.idle",
                        "thresholds.offer",
                        "cannedResponses",
                        "cannedResponses[1].text.default");
    }

    @Test
    void takesAnOverflowToATeamThatIsThereAndKeepsTheTeamAsLongAsItIsNeeded() {
        var team = ROOM.teamEditor.create(null, "Night shift", Set.of("alice"));
        var campaign = ROOM.made("{'name': 'Overflowing', 'waiting': {'overflow': 'TEAM', 'team': 'night-shift'}}");

        assertThatExceptionOfType(CampaignRefused.class)
                .isThrownBy(() -> ROOM.teamEditor.delete(team.id()))
                .withMessageContaining("Overflowing");

        ROOM.editor.delete(CampaignRoom.SOFIA, campaign.id());
        ROOM.teamEditor.delete(team.id());
        assertThat(ROOM.teams.find(team.id())).isEmpty();
    }

    private static InvalidInput refusal(String body) {
        try {
            ROOM.made(body);
        } catch (InvalidInput refused) {
            return refused;
        }
        throw new AssertionError("Expected %s to be refused, but it was taken".formatted(body));
    }
}
