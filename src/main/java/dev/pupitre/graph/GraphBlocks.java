package dev.pupitre.graph;

import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import dev.pupitre.graph.GraphFailure.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom the Page keeps from writing to it (Graph API reference, Page blocked); each call may be repeated. */
@Component
public class GraphBlocks {
    private final GraphClients clients;

    GraphBlocks(GraphClients clients) {
        this.clients = clients;
    }

    public void block(PageAccess access, String customer) {
        var answer = clients.call(
                "block",
                access,
                client -> client.publish(path(access), JsonObject.class, Parameter.with("psid", List.of(customer))));
        if (answer.get(customer) != null && answer.get(customer).isFalse()) {
            throw new GraphFailure(Kind.REJECTED, "Facebook did not block the customer", null);
        }
    }

    public void unblock(PageAccess access, String customer) {
        var _ = clients.call(
                "unblock", access, client -> client.deleteObject(path(access), Parameter.with("psid", customer)));
    }

    private static String path(PageAccess access) {
        return access.page() + "/blocked";
    }
}
