package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What brought a customer into the thread: an m.me link or an ad (webhooks reference, {@code messaging_referrals}).
 *
 * @param source such as {@code SHORTLINK} or {@code ADS}
 * @param ref what the link's or the ad's author wrote into it
 * @param ad the ad's id
 * @param post the post the ad was made of
 */
public record Referral(
        @Nullable String source,
        @Nullable String ref,
        @Nullable String ad,
        @Nullable String adTitle,
        @Nullable String photo,
        @Nullable String video,
        @Nullable String post,
        @Nullable String product,
        @Nullable String referer) {}
