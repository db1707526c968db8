package dev.pupitre.page;

import dev.pupitre.graph.Account;
import dev.pupitre.graph.TokenReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person has to allow, and what it is for (Graph API, permissions reference). */
enum Permission {
    PAGES_MESSAGING(Need.ALWAYS, "to read and write messages of the Page"),
    PAGES_MANAGE_METADATA(Need.ALWAYS, "to be told when somebody writes to the Page"),
    PAGES_SHOW_LIST(Need.TO_CONNECT, "to show which Pages can be connected"),
    PAGES_READ_ENGAGEMENT(Need.FOR_COMMENTS, "to read what the Page publishes"),
    PAGES_READ_USER_CONTENT(Need.FOR_COMMENTS, "to read comments under the Page's posts"),
    PAGES_MANAGE_ENGAGEMENT(Need.FOR_COMMENTS, "to answer, like, hide and delete comments"),
    BUSINESS_MANAGEMENT(Need.TO_CONNECT_ALL, "to show Pages that belong to a business");

    private enum Need {
        ALWAYS,
        TO_CONNECT,
        FOR_COMMENTS,
        TO_CONNECT_ALL
    }

    /** Without these tasks on a Page, a person's token cannot answer for it (Graph API, Page tasks). */
    private static final List<String> TASKS = List.of("MESSAGING", "MODERATE");

    private static final String TASK = "task:";

    private final Need need;
    private final String purpose;

    Permission(Need need, String purpose) {
        this.need = need;
        this.purpose = purpose;
    }

    /** The name by which Meta knows it. */
    String scope() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> scopes() {
        return Arrays.stream(values()).map(Permission::scope).toList();
    }

    /** Those that the person was asked for and did not give at all. */
    static List<String> missing(TokenReport report) {
        return without(report.scopes(), List.of(values()));
    }

    /** Those that a connected Page needs day by day and its token does not carry. */
    static List<String> missingOnPage(TokenReport report) {
        return without(
                report.scopes(),
                Arrays.stream(values())
                        .filter(one -> one.need == Need.ALWAYS || one.need == Need.FOR_COMMENTS)
                        .toList());
    }

    /** Those that the person did not give for this Page, and the tasks they do not have on it. */
    static List<String> missing(TokenReport report, Account account) {
        var missing = new ArrayList<>(missingOnPage(report));
        report.limitedTo().forEach((scope, targets) -> {
            if (scope.startsWith("pages_")
                    && !missing.contains(scope)
                    && !targets.contains(account.page().value())) {
                missing.add(scope);
            }
        });
        if (!account.tasks().isEmpty()) {
            TASKS.stream()
                    .filter(task -> !account.tasks().contains(task))
                    .map(task -> TASK + task)
                    .forEach(missing::add);
        }
        return missing;
    }

    /** Whether without it nothing works at all. */
    static boolean isEssential(String missing) {
        return missing.equals(TASK + "MESSAGING")
                || named(missing).filter(one -> one.need == Need.ALWAYS).isPresent();
    }

    /** One plain sentence about what is missing. */
    static String sentence(String missing) {
        return missing.startsWith(TASK)
                ? "The task %s on the Page is missing: an administrator of the Page can give it"
                        .formatted(missing.substring(TASK.length()))
                : named(missing)
                        .map(one -> "The permission %s is missing: Pupitre needs it %s".formatted(missing, one.purpose))
                        .orElseGet(() -> "The permission %s is missing".formatted(missing));
    }

    private static Optional<Permission> named(String scope) {
        return Arrays.stream(values()).filter(one -> one.scope().equals(scope)).findFirst();
    }

    private static List<String> without(Collection<String> granted, List<Permission> wanted) {
        return wanted.stream()
                .map(Permission::scope)
                .filter(scope -> !granted.contains(scope))
                .toList();
    }
}
