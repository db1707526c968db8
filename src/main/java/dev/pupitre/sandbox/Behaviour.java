package dev.pupitre.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the stand-in behaves until told otherwise; what is left out is as with the real one. */
record Behaviour(
        @Min(0) @Max(600_000) @Nullable Integer delayMillis,
        @Nullable Boolean echoes,
        @Nullable Boolean deliveries,
        @Nullable Boolean reads,
        @Min(1) @Max(100) @Nullable Integer copies,
        @Min(1) @Nullable Integer copyEvery,
        @Min(0) @Max(600_000) @Nullable Integer lateMillis,
        @Min(1) @Nullable Integer lateEvery,
        @Nullable StickerForm stickers,
        @Min(0) @Max(31_536_000) @Nullable Integer linkSeconds) {

    /** Meta sent stickers as pictures before it gave them a type of their own. */
    enum StickerForm {
        STICKER,
        IMAGE
    }

    private static final int A_DAY = 86_400;

    static final Behaviour NORMAL = new Behaviour(null, null, null, null, null, null, null, null, null, null);

    int delay() {
        return Objects.requireNonNullElse(delayMillis, 0);
    }

    boolean sendsEchoes() {
        return !Boolean.FALSE.equals(echoes);
    }

    boolean sendsDeliveries() {
        return !Boolean.FALSE.equals(deliveries);
    }

    boolean readsAtOnce() {
        return Boolean.TRUE.equals(reads);
    }

    boolean stickersAsPictures() {
        return stickers == StickerForm.IMAGE;
    }

    int linkLife() {
        return Objects.requireNonNullElse(linkSeconds, A_DAY);
    }

    /** How often the webhook with that number is sent. */
    int copiesOf(long number) {
        return falls(number, copyEvery) ? Objects.requireNonNullElse(copies, 1) : 1;
    }

    int latenessOf(long number) {
        return falls(number, lateEvery) ? Objects.requireNonNullElse(lateMillis, 0) : 0;
    }

    /** Whether webhooks that are late let others pass, so that they come out of order. */
    boolean letsOthersPass() {
        return lateEvery != null;
    }

    private static boolean falls(long number, @Nullable Integer every) {
        return every == null || number % every == 0;
    }
}
