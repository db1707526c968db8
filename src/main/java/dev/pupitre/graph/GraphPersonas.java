package dev.pupitre.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import dev.pupitre.graph.GraphFailure.Kind;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Under whose name and picture the Page may write (Messenger Platform, personas). */
@Component
public class GraphPersonas {
    private final GraphClients clients;

    GraphPersonas(GraphClients clients) {
        this.clients = clients;
    }

    /**
     * Makes a persona.
     *
     * @param name at most 50 characters
     * @return Meta's id of it
     */
    public String create(PageAccess access, String name, URI picture) {
        return clients.call("create-persona", access, client -> {
            var answer = client.publish(
                    access.page() + "/personas",
                    JsonObject.class,
                    Parameter.with("name", name),
                    Parameter.with("profile_picture_url", picture.toString()));
            return GraphAnswers.id(answer, "id");
        });
    }

    /** Whether Meta still has it. */
    public boolean exists(PageAccess access, String persona) {
        try {
            var _ = clients.call(
                    "persona",
                    access,
                    client -> client.fetchObject(path(persona), JsonObject.class, Parameter.withFields("id")));
            return true;
        } catch (GraphFailure failure) {
            if (failure.kind() == Kind.RECIPIENT) {
                return false;
            }
            throw failure;
        }
    }

    public void delete(PageAccess access, String persona) {
        var _ = clients.call("delete-persona", access, client -> client.deleteObject(path(persona)));
    }

    private static String path(String persona) {
        return UriUtils.encodePathSegment(persona, UTF_8);
    }
}
