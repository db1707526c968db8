package dev.pupitre.graph;

import com.restfb.Parameter;
import com.restfb.json.JsonArray;
import com.restfb.json.JsonObject;
import dev.pupitre.graph.MessengerProfile.Greeting;
import dev.pupitre.graph.MessengerProfile.IceBreaker;
import dev.pupitre.graph.MessengerProfile.MenuItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The Messenger profile of a Page (Messenger Platform, Messenger Profile API), in the default locale but for greetings. */
@Component
public class GraphMessengerProfiles {
    private static final String PATH = "me/messenger_profile";
    private static final String GREETING = "greeting";
    private static final String GET_STARTED = "get_started";
    private static final String ICE_BREAKERS = "ice_breakers";
    private static final String MENU = "persistent_menu";
    private static final String ACTIONS = "call_to_actions";

    private final GraphClients clients;

    GraphMessengerProfiles(GraphClients clients) {
        this.clients = clients;
    }

    public MessengerProfile read(PageAccess access) {
        return clients.call("messenger_profile", access, client -> {
            var answer = client.fetchObject(
                    PATH,
                    JsonObject.class,
                    Parameter.withFields(String.join(",", GREETING, GET_STARTED, ICE_BREAKERS, MENU)));
            return profile(GraphJson.objects(answer, "data").findFirst().orElseGet(JsonObject::new));
        });
    }

    /** Sets what is in it and deletes what is not. */
    public void write(PageAccess access, MessengerProfile profile) {
        var set = new ArrayList<Parameter>();
        var deleted = new JsonArray();
        put(MENU, profile.menu().isEmpty(), menu(profile), set, deleted);
        put(ICE_BREAKERS, profile.iceBreakers().isEmpty(), iceBreakers(profile), set, deleted);
        put(GREETING, profile.greetings().isEmpty(), greetings(profile), set, deleted);
        var payload = profile.getStarted();
        put(
                GET_STARTED,
                payload == null,
                new JsonObject().add("payload", payload == null ? "" : payload).toString(),
                set,
                deleted);
        if (!set.isEmpty()) {
            var _ = clients.call(
                    "set_messenger_profile",
                    access,
                    client -> client.publish(PATH, JsonObject.class, set.toArray(Parameter[]::new)));
        }
        if (!deleted.isEmpty()) {
            var _ = clients.call(
                    "delete_messenger_profile",
                    access,
                    client -> client.deleteObject(PATH, Parameter.with("fields", deleted.toString())));
        }
    }

    private static void put(String name, boolean empty, String value, List<Parameter> set, JsonArray deleted) {
        if (empty) {
            deleted.add(name);
        } else {
            set.add(Parameter.with(name, value));
        }
    }

    private static String greetings(MessengerProfile profile) {
        return GraphJson.array(profile.greetings().stream()
                        .map(greeting -> new JsonObject()
                                .add("locale", greeting.locale())
                                .add("text", greeting.text()))
                        .toList())
                .toString();
    }

    private static String iceBreakers(MessengerProfile profile) {
        return inDefaultLocale(GraphJson.array(profile.iceBreakers().stream()
                .map(asked -> new JsonObject().add("question", asked.question()).add("payload", asked.payload()))
                .toList()));
    }

    private static String menu(MessengerProfile profile) {
        return inDefaultLocale(GraphJson.array(
                profile.menu().stream().map(GraphMessengerProfiles::action).toList()));
    }

    private static JsonObject action(MenuItem item) {
        return switch (item.kind()) {
            case LINK ->
                new JsonObject()
                        .add("type", "web_url")
                        .add("title", item.title())
                        .add("url", item.value());
            case POSTBACK ->
                new JsonObject()
                        .add("type", "postback")
                        .add("title", item.title())
                        .add("payload", item.value());
        };
    }

    private static String inDefaultLocale(JsonArray actions) {
        return new JsonArray()
                .add(new JsonObject().add("locale", "default").add(ACTIONS, actions))
                .toString();
    }

    private static MessengerProfile profile(JsonObject found) {
        return new MessengerProfile(
                GraphJson.objects(found, GREETING)
                        .map(one -> new Greeting(text(one, "locale"), text(one, "text")))
                        .toList(),
                GraphJson.text(GraphJson.object(found, GET_STARTED), "payload").orElse(null),
                actions(found, ICE_BREAKERS)
                        .map(one -> new IceBreaker(text(one, "question"), text(one, "payload")))
                        .toList(),
                actions(found, MENU).map(GraphMessengerProfiles::item).toList());
    }

    /** Ice breakers come in an older form, too, without locales. */
    private static Stream<JsonObject> actions(JsonObject found, String property) {
        var localized = GraphJson.objects(found, property)
                .filter(one -> one.get(ACTIONS) != null)
                .toList();
        return localized.isEmpty()
                ? GraphJson.objects(found, property)
                : localized.stream()
                        .filter(one -> text(one, "locale").equals("default"))
                        .flatMap(one -> GraphJson.objects(one, ACTIONS));
    }

    private static MenuItem item(JsonObject found) {
        return text(found, "type").equals("web_url")
                ? new MenuItem(MenuItem.Kind.LINK, text(found, "title"), text(found, "url"))
                : new MenuItem(MenuItem.Kind.POSTBACK, text(found, "title"), text(found, "payload"));
    }

    private static String text(JsonObject object, String field) {
        return GraphJson.text(object, field).orElse("");
    }
}
