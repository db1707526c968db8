package dev.pupitre.audit;

/** What can be done that is written down; the screen has words for each. */
public enum Act {
    USER_ADDED(Area.USERS),
    USER_CHANGED(Area.USERS),
    USER_SIGNED_UP(Area.USERS),
    SESSIONS_ENDED(Area.USERS),
    OWN_PROFILE_CHANGED(Area.USERS),
    OWN_PASSWORD_CHANGED(Area.USERS),
    BREAK_REASONS_CHANGED(Area.USERS),
    TOKEN_MADE(Area.TOKENS),
    TOKEN_REVOKED(Area.TOKENS),
    TEAM_CREATED(Area.TEAMS),
    TEAM_CHANGED(Area.TEAMS),
    TEAM_DELETED(Area.TEAMS),
    CAMPAIGN_CREATED(Area.CAMPAIGNS),
    CAMPAIGN_CHANGED(Area.CAMPAIGNS),
    CAMPAIGN_ENABLED(Area.CAMPAIGNS),
    CAMPAIGN_DISABLED(Area.CAMPAIGNS),
    CAMPAIGN_DELETED(Area.CAMPAIGNS),
    CAMPAIGN_RESTORED(Area.CAMPAIGNS),
    MEMBER_CHANGED(Area.CAMPAIGNS),
    MEMBER_REMOVED(Area.CAMPAIGNS),
    PAGES_CONNECTED(Area.PAGES),
    PAGE_CHANGED(Area.PAGES),
    PAGE_RESUBSCRIBED(Area.PAGES),
    PAGE_DISCONNECTED(Area.PAGES),
    PROFILE_CHANGED(Area.PAGES),
    DELETION_ASKED(Area.PRIVACY),
    DELETION_MATCHED(Area.PRIVACY),
    DELETION_RETRIED(Area.PRIVACY),
    CUSTOMER_FIELDS_DEFINED(Area.CUSTOMERS);

    /** What an act is about. */
    public enum Area {
        USERS,
        TOKENS,
        TEAMS,
        CAMPAIGNS,
        PAGES,
        PRIVACY,
        CUSTOMERS
    }

    private final Area area;

    Act(Area area) {
        this.area = area;
    }

    public Area area() {
        return area;
    }
}
