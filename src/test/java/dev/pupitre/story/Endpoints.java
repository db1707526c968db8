package dev.pupitre.story;

import dev.pupitre.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which role may call which endpoint, as {@link AuthorisationIT} proves it; an endpoint without a row fails that test.
 *
 * <p>To add an endpoint, add a line: its method, its path as the controller writes it (with the prefix of the class),
 * and who may. Name each of the roles AGENT, SUPERVISOR, ANALYST and ADMIN that may, and say the same at the controller
 * by {@code @ForAgents}, {@code @ForSupervisors}, {@code @ForAdministrators} or {@code @PreAuthorize}: what says nothing
 * under {@code /api} is for all four. {@code ANYONE} needs no login. {@code SIGNED} is refused to all who do not prove by
 * Meta's own signature or secret that they are Meta. {@code LOCAL} is open on one's own machine and shut elsewhere, as
 * {@code ServerModeTests} proves. A path that ends in {@code /**} stands for everything below it, whatever the method.
 */
final class Endpoints {
    private static final String TABLE = """
            GET    /                                                               ANYONE
            GET    /login                                                          ANYONE
            GET    /api/v1/login-options                                           ANYONE
            GET    /desk                                                           ANYONE
            GET    /desk/*                                                         ANYONE
            GET    /supervision                                                    ANYONE
            GET    /supervision/*                                                  ANYONE
            GET    /supervision/*/*                                                ANYONE
            GET    /campaigns                                                      ANYONE
            GET    /campaigns/*                                                    ANYONE
            GET    /campaigns/*/*                                                  ANYONE
            GET    /teams                                                          ANYONE
            GET    /reports                                                        ANYONE
            GET    /admin                                                          ANYONE
            GET    /admin/*                                                        ANYONE
            GET    /account                                                        ANYONE
            GET    /rules                                                          ANYONE
            GET    /rules/*                                                        ANYONE
            GET    /rules/*/*                                                      ANYONE
            GET    /pages                                                          ANYONE
            GET    /pages/*                                                        ANYONE
            GET    /pages/connect/*                                                ANYONE
            GET    /pages/connect/callback                                         ANYONE
            GET    /v3/api-docs                                                    ANYONE
            GET    /v3/api-docs.yaml                                               ANYONE
            GET    /actuator                                                       ADMIN
            GET    /actuator/health                                                ANYONE
            GET    /actuator/health/**                                             ANYONE
            GET    /actuator/info                                                  ANYONE
            GET    /actuator/prometheus                                            LOCAL

            GET    /webhooks/meta                                                  SIGNED
            POST   /webhooks/meta                                                  SIGNED
            POST   /privacy/meta/data-deletion                                     SIGNED
            POST   /privacy/meta/deauthorise                                       SIGNED
            GET    /privacy/deletions/{code}                                       ANYONE
            GET    /privacy/deletion.css                                           ANYONE

            GET    /api/v1/me                                                      AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/me/presence                                             AGENT SUPERVISOR ANALYST ADMIN
            PUT    /api/v1/me/presence                                             AGENT SUPERVISOR ADMIN
            POST   /api/v1/me/presence/alive                                       AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/me/read-marks                                           AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/me/mentions                                             AGENT SUPERVISOR ANALYST ADMIN
            POST   /api/v1/me/mentions/seen                                        AGENT SUPERVISOR ANALYST ADMIN
            DELETE /api/v1/me/mentions/{conversation}                              AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/me/account                                              AGENT SUPERVISOR ANALYST ADMIN
            PATCH  /api/v1/me/account                                              AGENT SUPERVISOR ANALYST ADMIN
            PUT    /api/v1/me/password                                             AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/me/sessions                                             AGENT SUPERVISOR ANALYST ADMIN
            DELETE /api/v1/me/sessions                                             AGENT SUPERVISOR ANALYST ADMIN
            DELETE /api/v1/me/sessions/{session}                                   AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/me/tokens                                               AGENT SUPERVISOR ANALYST ADMIN
            POST   /api/v1/me/tokens                                               AGENT SUPERVISOR ANALYST ADMIN
            DELETE /api/v1/me/tokens/{id}                                          AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/events                                                  AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/users                                                   ADMIN
            POST   /api/v1/users                                                   ADMIN
            PATCH  /api/v1/users/{id}                                              ADMIN
            GET    /api/v1/users/{id}/sessions                                     ADMIN
            DELETE /api/v1/users/{id}/sessions                                     ADMIN
            DELETE /api/v1/users/{id}/sessions/{session}                           ADMIN
            GET    /api/v1/tokens                                                  ADMIN
            POST   /api/v1/tokens                                                  ADMIN
            DELETE /api/v1/tokens/{id}                                             ADMIN
            GET    /api/v1/audit                                                   ADMIN

            GET    /api/v1/conversations                                           AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/conversations/{id}                                      AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/conversations/{id}/messages                             AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/conversations/{id}/decisions                            AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/conversations/{id}/survey                               AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/conversations/{id}/messaging-policy                     AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/conversations/{id}/queue                                AGENT SUPERVISOR ADMIN
            GET    /api/v1/conversations/{id}/canned-responses                     AGENT SUPERVISOR ADMIN
            GET    /api/v1/conversations/{id}/process                              AGENT SUPERVISOR ANALYST ADMIN
            PUT    /api/v1/conversations/{id}/read-mark                            AGENT SUPERVISOR ANALYST ADMIN
            DELETE /api/v1/conversations/{id}/read-mark                            AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/process-models/conversation                             AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/process-models/conversation/{drawing}                   AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/break-reasons                                           AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/break-reasons/versioned                                 AGENT SUPERVISOR ANALYST ADMIN
            PUT    /api/v1/break-reasons                                           ADMIN
            GET    /api/v1/attachments/{id}                                        AGENT SUPERVISOR ANALYST ADMIN
            POST   /api/v1/conversations/{id}/messages                             AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/messages/{message}/retry             AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/messages/{message}/discard           AGENT SUPERVISOR ADMIN
            PUT    /api/v1/conversations/{id}/messages/{message}/reaction          AGENT SUPERVISOR ADMIN
            DELETE /api/v1/conversations/{id}/messages/{message}/reaction          AGENT SUPERVISOR ADMIN
            PUT    /api/v1/conversations/{id}/messages/{message}/comment           AGENT SUPERVISOR ADMIN
            DELETE /api/v1/conversations/{id}/messages/{message}/comment           AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/attachments                          AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/notes                                AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/tags                                 AGENT SUPERVISOR ADMIN
            DELETE /api/v1/conversations/{id}/tags                                 AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/reopen                               AGENT SUPERVISOR ADMIN
            GET    /api/v1/conversations/{id}/earlier                              AGENT SUPERVISOR ANALYST ADMIN
            PUT    /api/v1/conversations/{id}/watch                                AGENT SUPERVISOR ADMIN
            DELETE /api/v1/conversations/{id}/watch                                AGENT SUPERVISOR ADMIN
            GET    /api/v1/blocked-customers                                       SUPERVISOR ADMIN
            GET    /api/v1/customers/{page}/{id}                                   AGENT SUPERVISOR ADMIN
            PATCH  /api/v1/customers/{page}/{id}                                   AGENT SUPERVISOR ADMIN
            PUT    /api/v1/customers/{page}/{id}/block                             AGENT SUPERVISOR ADMIN
            DELETE /api/v1/customers/{page}/{id}/block                             AGENT SUPERVISOR ADMIN
            GET    /api/v1/customer-fields                                         AGENT SUPERVISOR ADMIN
            PUT    /api/v1/customer-fields                                         ADMIN
            POST   /api/v1/conversations/{id}/typing                               AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/seen                                 AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/opened                               AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/claim                                AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/transfer                             AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/assign                               SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/resolve                              AGENT SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/push                                 SUPERVISOR ADMIN
            POST   /api/v1/conversations/{id}/thread-control                       AGENT SUPERVISOR ADMIN
            GET    /api/v1/colleagues                                              AGENT SUPERVISOR ADMIN
            GET    /api/v1/transfer-targets                                        AGENT SUPERVISOR ADMIN
            GET    /api/v1/queue                                                   AGENT SUPERVISOR ADMIN
            GET    /api/v1/queue/unattended                                        AGENT SUPERVISOR ADMIN
            PUT    /api/v1/agents/{id}/presence                                    SUPERVISOR ADMIN
            PUT    /api/v1/agents/{id}/capacity                                    SUPERVISOR ADMIN
            GET    /api/v1/recordings/export                                       SUPERVISOR ADMIN
            GET    /api/v1/conversations/{id}/export                               SUPERVISOR ADMIN
            GET    /api/v1/alerts                                                  SUPERVISOR ADMIN
            POST   /api/v1/alerts/{id}/acknowledge                                 SUPERVISOR ADMIN
            GET    /api/v1/alert-limits                                            SUPERVISOR ADMIN
            PUT    /api/v1/alert-limits/{campaign}                                 SUPERVISOR ADMIN
            GET    /api/v1/alert-webhooks                                          ADMIN
            POST   /api/v1/alert-webhooks                                          ADMIN
            PATCH  /api/v1/alert-webhooks/{id}                                     ADMIN
            DELETE /api/v1/alert-webhooks/{id}                                     ADMIN
            POST   /api/v1/alert-webhooks/{id}/secret                              ADMIN
            POST   /api/v1/alert-webhooks/{id}/test                                ADMIN
            GET    /api/v1/alert-webhooks/{id}/deliveries                          ADMIN
            POST   /api/v1/alert-webhooks/{id}/deliveries/{delivery}/again         ADMIN
            GET    /api/v1/monitor                                                 SUPERVISOR ADMIN
            GET    /api/v1/monitor/stuck                                           SUPERVISOR ADMIN
            POST   /api/v1/monitor/stuck/push                                      SUPERVISOR ADMIN
            GET    /api/v1/reports                                                 SUPERVISOR ADMIN
            GET    /api/v1/reports/comments                                        SUPERVISOR ADMIN
            GET    /api/v1/reports/{table}.csv                                     SUPERVISOR ADMIN

            GET    /api/v1/campaign-names                                          AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/user-names                                              SUPERVISOR ADMIN
            GET    /api/v1/campaigns                                               SUPERVISOR ANALYST ADMIN
            GET    /api/v1/campaigns/options                                       SUPERVISOR ADMIN
            GET    /api/v1/campaigns/{id}                                          SUPERVISOR ANALYST ADMIN
            GET    /api/v1/campaigns/{id}/canned-responses                         AGENT SUPERVISOR ADMIN
            GET    /api/v1/campaigns/{id}/tags                                     AGENT SUPERVISOR ADMIN
            GET    /api/v1/campaigns/{id}/members                                  SUPERVISOR ADMIN
            POST   /api/v1/campaigns                                               SUPERVISOR ADMIN
            PATCH  /api/v1/campaigns/{id}                                          SUPERVISOR ADMIN
            DELETE /api/v1/campaigns/{id}                                          SUPERVISOR ADMIN
            POST   /api/v1/campaigns/{id}/enable                                   SUPERVISOR ADMIN
            POST   /api/v1/campaigns/{id}/disable                                  SUPERVISOR ADMIN
            POST   /api/v1/campaigns/{id}/duplicate                                SUPERVISOR ADMIN
            POST   /api/v1/campaigns/{id}/restore                                  SUPERVISOR ADMIN
            POST   /api/v1/campaigns/{id}/preview                                  SUPERVISOR ADMIN
            POST   /api/v1/campaigns/{id}/assistant/try                            SUPERVISOR ADMIN
            PUT    /api/v1/campaigns/{id}/members/{user}                           SUPERVISOR ADMIN
            DELETE /api/v1/campaigns/{id}/members/{user}                           SUPERVISOR ADMIN
            GET    /api/v1/teams                                                   AGENT SUPERVISOR ANALYST ADMIN
            GET    /api/v1/teams/{id}                                              AGENT SUPERVISOR ANALYST ADMIN
            POST   /api/v1/teams                                                   SUPERVISOR ADMIN
            PATCH  /api/v1/teams/{id}                                              SUPERVISOR ADMIN
            DELETE /api/v1/teams/{id}                                              SUPERVISOR ADMIN
            GET    /api/v1/rules/naming                                            SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/problems                                          SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules                                                  SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}                                          SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}/versions                                 SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}/versions/{number}                        SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}/diff                                     SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}/drafts                                   SUPERVISOR ANALYST ADMIN
            POST   /api/v1/rules/{table}/drafts                                   ANALYST ADMIN
            GET    /api/v1/rules/{table}/drafts/{id}                              SUPERVISOR ANALYST ADMIN
            PUT    /api/v1/rules/{table}/drafts/{id}                              ANALYST ADMIN
            DELETE /api/v1/rules/{table}/drafts/{id}                              ANALYST ADMIN
            POST   /api/v1/rules/{table}/deploy                                   ANALYST ADMIN
            POST   /api/v1/rules/{table}/rollback                                 ANALYST ADMIN
            GET    /api/v1/rules/{table}/planned                                  SUPERVISOR ANALYST ADMIN
            POST   /api/v1/rules/{table}/planned                                  ANALYST ADMIN
            GET    /api/v1/rules/{table}/planned/{id}                             SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}/planned/{id}/diff                        SUPERVISOR ANALYST ADMIN
            POST   /api/v1/rules/{table}/planned/{id}/approve                     ANALYST ADMIN
            POST   /api/v1/rules/{table}/planned/{id}/refuse                      ANALYST ADMIN
            POST   /api/v1/rules/{table}/planned/{id}/cancel                      ANALYST ADMIN
            POST   /api/v1/rules/{table}/check                                     SUPERVISOR ANALYST ADMIN
            POST   /api/v1/rules/{table}/test                                      SUPERVISOR ANALYST ADMIN
            GET    /api/v1/rules/{table}/cases                                     SUPERVISOR ANALYST ADMIN
            POST   /api/v1/rules/{table}/cases                                     ANALYST ADMIN
            PUT    /api/v1/rules/{table}/cases/{id}                                ANALYST ADMIN
            DELETE /api/v1/rules/{table}/cases/{id}                                ANALYST ADMIN
            POST   /api/v1/rules/{table}/cases/run                                 SUPERVISOR ANALYST ADMIN
            POST   /api/v1/rules/{table}/backtest                                  ANALYST ADMIN
            GET    /api/v1/rules/{table}/backtest/{id}                             SUPERVISOR ANALYST ADMIN
            DELETE /api/v1/rules/{table}/backtest/{id}                             ANALYST ADMIN

            GET    /api/v1/pages                                                   SUPERVISOR ADMIN
            GET    /api/v1/pages/{id}                                              SUPERVISOR ADMIN
            GET    /api/v1/pages/{id}/profile                                      SUPERVISOR ADMIN
            PUT    /api/v1/pages/{id}/profile                                      ADMIN
            PATCH  /api/v1/pages/{id}                                              ADMIN
            DELETE /api/v1/pages/{id}                                              ADMIN
            POST   /api/v1/pages/{id}/check                                        ADMIN
            POST   /api/v1/pages/{id}/resubscribe                                  ADMIN
            GET    /api/v1/pages/connect                                           ADMIN
            GET    /api/v1/pages/connect/{state}                                   ADMIN
            POST   /api/v1/pages/connect/{state}                                   ADMIN
            GET    /api/v1/privacy/deletions                                       SUPERVISOR ADMIN
            GET    /api/v1/privacy/deletions/{code}                                SUPERVISOR ADMIN
            POST   /api/v1/privacy/deletions                                       ADMIN
            POST   /api/v1/privacy/deletions/{code}/match                          SUPERVISOR ADMIN
            POST   /api/v1/privacy/deletions/{code}/retry                          SUPERVISOR ADMIN

            GET    /sandbox                                                        LOCAL
            ANY    /sandbox/**                                                     LOCAL
            """;

    private static final Set<String> OTHERS = Set.of("ANYONE", "SIGNED", "LOCAL");

    /** Who may call what. */
    record Row(String method, String path, Set<String> who) {
        static Row of(String line) {
            var words = List.of(line.strip().split(" +"));
            var who = Set.copyOf(words.subList(2, words.size()));
            var row = new Row(words.get(0), words.get(1), who);
            if (!OTHERS.containsAll(who)) {
                who.forEach(Role::valueOf);
            }
            return row;
        }

        String endpoint() {
            return method + " " + path;
        }

        boolean open() {
            return who.contains("ANYONE");
        }

        boolean signed() {
            return who.contains("SIGNED");
        }

        boolean local() {
            return who.contains("LOCAL");
        }

        boolean allows(Role role) {
            return open() || who.contains(role.name());
        }

        boolean covers(String endpoint) {
            return method.equals("ANY")
                    ? endpoint.substring(endpoint.indexOf(' ') + 1).startsWith(path.substring(0, path.length() - 2))
                    : endpoint.equals(endpoint());
        }
    }

    private Endpoints() {}

    static List<Row> rows() {
        return Arrays.stream(TABLE.split("\n"))
                .filter(line -> !line.isBlank())
                .map(Row::of)
                .toList();
    }
}
