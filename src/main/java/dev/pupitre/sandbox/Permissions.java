package dev.pupitre.sandbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The permissions that a person can grant an app for Pages (Meta's "Permissions Reference"). */
final class Permissions {
    static final String MESSAGING = "pages_messaging";
    static final String METADATA = "pages_manage_metadata";
    static final String LIST = "pages_show_list";
    static final String ENGAGEMENT = "pages_manage_engagement";
    static final String READ = "pages_read_engagement";

    static final Set<String> ALL = new LinkedHashSet<>(List.of(
            LIST,
            MESSAGING,
            METADATA,
            READ,
            "pages_read_user_content",
            ENGAGEMENT,
            "pages_utility_messaging",
            "business_management",
            "public_profile"));

    private Permissions() {}

    static Set<String> allBut(Set<String> missing) {
        var left = new LinkedHashSet<>(ALL);
        left.removeAll(missing);
        return left;
    }
}
