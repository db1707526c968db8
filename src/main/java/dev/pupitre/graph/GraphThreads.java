package dev.pupitre.graph;

import com.restfb.Parameter;
import com.restfb.json.JsonObject;
import com.restfb.types.send.IdMessageRecipient;
import com.restfb.types.send.SenderActionEnum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the Page does in a private thread besides writing: signs, reactions, and who answers it. */
@Component
public class GraphThreads {
    private final GraphClients clients;

    GraphThreads(GraphClients clients) {
        this.clients = clients;
    }

    /** Shows for a moment that someone writes (Send API, sender actions). */
    public void typing(PageAccess access, String customer, @Nullable String persona) {
        action("typing", access, customer, SenderActionEnum.typing_on.name(), persona(persona));
    }

    /** Shows that the customer's messages were read. */
    public void seen(PageAccess access, String customer) {
        action("seen", access, customer, SenderActionEnum.mark_seen.name());
    }

    /** Puts the Page's sign on a message of the customer, in place of an earlier one. */
    public void react(PageAccess access, String customer, String mid, String emoji) {
        var payload = Map.of("message_id", mid, "reaction", emoji);
        action("react", access, customer, "react", Parameter.with("payload", payload));
    }

    public void unreact(PageAccess access, String customer, String mid) {
        action("unreact", access, customer, "unreact", Parameter.with("payload", Map.of("message_id", mid)));
    }

    /** Takes the thread from whichever application has it (Conversation Routing). */
    public void take(PageAccess access, String customer) {
        control(access, customer, "take_thread_control");
    }

    /** Hands the thread to another application. */
    public void pass(PageAccess access, String customer, String app) {
        control(access, customer, "pass_thread_control", Parameter.with("target_app_id", app));
    }

    /** Leaves the thread to whoever answers next. */
    public void release(PageAccess access, String customer) {
        control(access, customer, "release_thread_control");
    }

    private static Parameter[] persona(@Nullable String persona) {
        return persona == null ? new Parameter[0] : new Parameter[] {Parameter.with("persona_id", persona)};
    }

    private void action(String call, PageAccess access, String customer, String action, Parameter... more) {
        var parameters = new ArrayList<>(Arrays.asList(more));
        parameters.add(Parameter.with("sender_action", action));
        post(call, access, "/messages", customer, parameters.toArray(Parameter[]::new));
    }

    private void control(PageAccess access, String customer, String action, Parameter... more) {
        post(action.replace('_', '-'), access, "/" + action, customer, more);
    }

    private void post(String call, PageAccess access, String edge, String customer, Parameter... more) {
        var parameters = new ArrayList<>(Arrays.asList(more));
        parameters.add(Parameter.with("recipient", new IdMessageRecipient(customer)));
        var _ = clients.call(
                call,
                access,
                client -> client.publish(access.page() + edge, JsonObject.class, parameters.toArray(Parameter[]::new)));
    }
}
