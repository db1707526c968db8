package dev.pupitre.graph;

import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What Meta tells our webhook of a Page (Graph API, Page subscribed_apps). */
@Component
public class GraphSubscriptions {
    private static final String EDGE = "/subscribed_apps";

    private final GraphClients clients;

    GraphSubscriptions(GraphClients clients) {
        this.clients = clients;
    }

    /** The fields this app is subscribed to; none when it is not subscribed at all. */
    public List<String> fields(PageAccess access, String app) {
        return clients.call("subscriptions", access, client -> {
            var answer = client.fetchObject(
                    access.page() + EDGE, JsonObject.class, Parameter.withFields("id,subscribed_fields"));
            return GraphJson.objects(answer, "data")
                    .filter(found ->
                            GraphJson.text(found, "id").filter(app::equals).isPresent())
                    .flatMap(found -> GraphJson.texts(found, "subscribed_fields").stream())
                    .sorted()
                    .toList();
        });
    }

    /** Subscribes the app to these fields and no others. */
    public void subscribe(PageAccess access, Collection<String> fields) {
        var _ = clients.call(
                "subscribe",
                access,
                client -> client.publish(
                        access.page() + EDGE,
                        JsonObject.class,
                        Parameter.with("subscribed_fields", String.join(",", new TreeSet<>(fields)))));
    }

    public void unsubscribe(PageAccess access) {
        var _ = clients.call("unsubscribe", access, client -> client.deleteObject(access.page() + EDGE));
    }
}
