package dev.pupitre.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A Facebook user in the sandbox. */
final class Customer {
    private final HttpSession http;
    final String id;

    private Customer(HttpSession http, String id) {
        this.http = http;
        this.id = id;
    }

    static Customer named(URI base, String name) {
        return named(new HttpSession(base), name);
    }

    /** One of many who share a connection. */
    static Customer named(HttpSession http, String name) {
        var created = http.post("/sandbox/api/customers", Map.of("name", name));
        return new Customer(http, created.json().get("id").asString());
    }

    /** Of another Page than the settings' own. */
    static Customer of(URI base, String name, String page) {
        var http = new HttpSession(base);
        var created = http.post("/sandbox/api/customers", Map.of("name", name, "page", page));
        return new Customer(http, created.json().get("id").asString());
    }

    void writes(String text) {
        var answer = http.post("/sandbox/api/customers/" + id + "/messages", Map.of("text", text));
        if (answer.status() != 202) {
            throw new AssertionError("Expected the sandbox to take the message, but got " + answer);
        }
    }

    void reads() {
        http.post("/sandbox/api/customers/" + id + "/read", Map.of());
    }

    /** What the Page wrote, oldest first. */
    List<String> received() {
        return http.get("/sandbox/api/customers/" + id + "/messages")
                .json()
                .valueStream()
                .filter(message -> message.get("fromPage").asBoolean())
                .map(message -> message.get("text").asString())
                .toList();
    }

    /** What the customer wrote that Meta could not hand over yet. */
    List<JsonNode> undelivered() {
        return http.get("/sandbox/api/customers/" + id + "/messages")
                .json()
                .valueStream()
                .filter(message -> !message.get("problem").isNull())
                .toList();
    }
}
