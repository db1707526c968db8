package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What else is to be said of a decision, as a code with the values that go into its words. */
public record Remark(Code code, Map<String, String> values) {
    /** What is said. */
    public enum Code {
        /** The engine decided by another version than {@code version}, the one that is known here. */
        OTHER_VERSION,
        /** {@code campaign} takes no conversations. */
        CAMPAIGN_DISABLED,
        /** {@code campaign} is not for the conversation's Page, {@code page}. */
        CAMPAIGN_OTHER_PAGE,
        /** {@code campaign} does not take what comes by {@code channel}. */
        CAMPAIGN_OTHER_CHANNEL
    }

    static Remark otherVersion(@Nullable Integer version) {
        return new Remark(Code.OTHER_VERSION, version == null ? Map.of() : Map.of("version", version.toString()));
    }

    static Remark disabled(CampaignId campaign) {
        return new Remark(Code.CAMPAIGN_DISABLED, Map.of("campaign", campaign.value()));
    }

    static Remark otherPage(CampaignId campaign, String page) {
        return new Remark(Code.CAMPAIGN_OTHER_PAGE, Map.of("campaign", campaign.value(), "page", page));
    }

    static Remark otherChannel(CampaignId campaign, String channel) {
        return new Remark(Code.CAMPAIGN_OTHER_CHANNEL, Map.of("campaign", campaign.value(), "channel", channel));
    }

    /** For logs, and for programs without words of their own. */
    String words() {
        var campaign = values.get("campaign");
        return switch (code) {
            case OTHER_VERSION ->
                "The engine decided by another version of the table than version %s, which is known here"
                        .formatted(values.get("version"));
            case CAMPAIGN_DISABLED -> "Campaign %s is disabled".formatted(campaign);
            case CAMPAIGN_OTHER_PAGE -> "Campaign %s is not for the Page %s".formatted(campaign, values.get("page"));
            case CAMPAIGN_OTHER_CHANNEL ->
                "Campaign %s does not take the channel %s".formatted(campaign, values.get("channel"));
        };
    }
}
