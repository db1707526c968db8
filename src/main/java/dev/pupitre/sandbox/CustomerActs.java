package dev.pupitre.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns what a customer does in the sandbox's page into what happens in their thread. */
@Profile("local")
@Component
class CustomerActs {
    /** Meta's own thumb. */
    private static final long THUMB = 369239263222822L;

    private static final String HEART = "❤";
    private static final Map<String, String> EMOJIS = Map.of(
            "love", HEART, "smile", "😆", "wow", "😮", "sad", "😢", "angry", "😠", "like", "👍", "dislike", "👎");

    private final SandboxFiles files;
    private final Samples samples;

    CustomerActs(SandboxFiles files, Samples samples) {
        this.files = files;
        this.samples = samples;
    }

    /** An attachment as the control interface names it; what is left out is made up. */
    record NewAttachment(
            String type,
            @Nullable String url,
            @Nullable String title,
            @Nullable Long stickerId,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable JsonNode payload) {}

    List<Attached> attach(@Nullable List<NewAttachment> wanted) {
        return wanted == null ? List.of() : wanted.stream().map(this::attach).toList();
    }

    private Attached attach(NewAttachment wanted) {
        return switch (wanted.type()) {
            case "location" ->
                new Attached(
                        "location",
                        Objects.requireNonNullElse(wanted.url(), "https://www.bing.com/maps/default.aspx"),
                        Objects.requireNonNullElse(wanted.title(), "Location"),
                        null,
                        null,
                        Objects.requireNonNullElse(wanted.latitude(), 45.764043),
                        Objects.requireNonNullElse(wanted.longitude(), 4.835659),
                        wanted.payload());
            case "fallback" ->
                new Attached(
                        "fallback",
                        Objects.requireNonNullElse(wanted.url(), "https://example.com/article"),
                        Objects.requireNonNullElse(wanted.title(), "An article"),
                        null,
                        null,
                        null,
                        null,
                        wanted.payload());
            case "template", "product", "appointment_booking", "unsupported_type" ->
                plain(wanted, wanted.payload() == null ? madeUp(wanted.type()) : wanted.payload());
            default -> withFile(wanted);
        };
    }

    private Attached withFile(NewAttachment wanted) {
        var sticker = wanted.type().equals("sticker") ? Objects.requireNonNullElse(wanted.stickerId(), THUMB) : null;
        if (wanted.url() != null || wanted.payload() != null) {
            return new Attached(
                    wanted.type(), wanted.url(), wanted.title(), null, sticker, null, null, wanted.payload());
        }
        var file = samples.of(wanted.type());
        return new Attached(
                wanted.type(),
                files.link(file),
                Objects.requireNonNullElse(wanted.title(), file.name()),
                file.contentType(),
                sticker,
                null,
                null,
                null);
    }

    private static Attached plain(NewAttachment wanted, @Nullable JsonNode payload) {
        var type = wanted.type().equals("product") ? "template" : wanted.type();
        return new Attached(type, wanted.url(), wanted.title(), null, null, null, null, payload);
    }

    private @Nullable JsonNode madeUp(String type) {
        var made = JsonNodeFactory.instance.objectNode();
        switch (type) {
            case "template", "product" ->
                made.putObject("product")
                        .putArray("elements")
                        .addObject()
                        .put("id", "4000000000000001")
                        .put("retailer_id", "SKU-1")
                        .put("image_url", files.link(samples.of("product")))
                        .put("title", "Coffee beans")
                        .put("subtitle", "12 €");
            case "appointment_booking" ->
                made.put("booking_id", "5000000000000001")
                        .put("status", "CONFIRMED")
                        .put("start_time", 1_795_000_000L)
                        .put("end_time", 1_795_001_800L)
                        .put("timezone", "Europe/Paris");
            default -> {
                return null;
            }
        }
        return made;
    }

    List<Attached> upload(List<MultipartFile> uploaded) {
        return uploaded.stream()
                .map(files::keep)
                .map(file -> Attached.file(file.type(), files.link(file), file.name(), file.contentType()))
                .toList();
    }

    Message getStarted(CustomerThread thread, @Nullable Referral referral, @Nullable Instant at) {
        var payload = Objects.requireNonNullElse(thread.page().view().getStarted(), "GET_STARTED");
        return thread.say(Content.pressed("Get Started", payload, referral), null, at);
    }

    /** An m.me link or an ad opens the window again; it comes as an event of its own in a thread that exists. */
    void refer(CustomerThread thread, Referral referral, @Nullable Instant at) {
        var event = JsonNodeFactory.instance.objectNode();
        event.set("referral", referral.toWebhook());
        thread.happen("messaging_referrals", event, at, true);
    }

    Message react(CustomerThread thread, String mid, @Nullable String reaction, @Nullable String emoji) {
        var name = reaction != null ? reaction : emoji == null ? "love" : nameOf(emoji);
        return thread.react(mid, name, emoji != null ? emoji : EMOJIS.getOrDefault(name, HEART));
    }

    private static String nameOf(String emoji) {
        return EMOJIS.entrySet().stream()
                .filter(known -> emoji.startsWith(known.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("other");
    }

    static @Nullable Instant hoursBefore(Instant now, @Nullable Double hours) {
        return hours == null ? null : now.minus(Duration.ofMillis(Math.round(hours * 3_600_000)));
    }
}
