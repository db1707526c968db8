package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableCheckTests {
    private final TableCheck check = new CheckedShop().check;

    @ParameterizedTest
    @EnumSource(TableName.class)
    void findsNothingWrongWithWhatIsShipped(TableName table) {
        assertThat(check.check(table, table.packaged())).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotTheTables() {
        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> check.check(TableName.ROUTING, TableName.LISTENING.packaged()));
    }
}
