package dev.pupitre.rules;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables and their versions over HTTP, for whoever wants to know how things are decided. */
@RestController
@ForReaders
@RequestMapping("/api/v1/rules")
class TablesController {
    private final TableSummaries summaries;
    private final TablePages pages;
    private final TableVersions versions;
    private final OutdatedVersions outdated;
    private final Drafts drafts;

    TablesController(
            TableSummaries summaries,
            TablePages pages,
            TableVersions versions,
            OutdatedVersions outdated,
            Drafts drafts) {
        this.summaries = summaries;
        this.pages = pages;
        this.versions = versions;
        this.outdated = outdated;
        this.drafts = drafts;
    }

    @GetMapping
    List<TableSummary> tables() {
        return summaries.all();
    }

    @GetMapping("/{table}")
    TablePage table(@PathVariable String table) {
        return pages.of(TableName.of(table));
    }

    @GetMapping("/{table}/versions")
    List<VersionView> versions(@PathVariable String table) {
        return outdated.all(TableName.of(table));
    }

    @GetMapping("/{table}/versions/{number}")
    VersionView version(@PathVariable String table, @PathVariable int number) {
        return VersionView.whole(version(TableName.of(table), number));
    }

    /** @param to the number of a version, or the id of a draft */
    @GetMapping("/{table}/diff")
    List<RowChange> diff(@PathVariable String table, @RequestParam int from, @RequestParam String to) {
        var name = TableName.of(table);
        var before = version(name, from).dmn();
        var after = to.matches("\\d{1,9}")
                ? version(name, Integer.parseInt(to)).dmn()
                : drafts.get(name, to).dmn();
        return RowDiff.between(DmnReader.parse(name, before), DmnReader.parse(name, after));
    }

    private TableVersion version(TableName table, int number) {
        return versions.deployed(table, number).orElseThrow(() -> new NoSuchVersion(table, number));
    }
}
