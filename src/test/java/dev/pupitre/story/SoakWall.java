package dev.pupitre.story;

import static dev.pupitre.story.SoakExpected.PAGE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens where all can read it: comments and what becomes of them, mentions, recommendations. */
final class SoakWall {
    private final SoakExpected expected;
    private final List<String> tops = new ArrayList<>();
    private final List<Standing> untouched = new ArrayList<>();

    /** A comment that nothing else is about, and what it stands under. */
    private record Standing(String comment, String parent) {}

    SoakWall(SoakExpected expected) {
        this.expected = expected;
    }

    /** One that others answer. */
    SoakTold top() {
        var told = comment();
        tops.add(untouched.removeLast().comment());
        return told;
    }

    SoakTold comment() {
        var top = id();
        expected.opened(top);
        return added(top, expected.post(), expected.stranger(), "Somebody");
    }

    SoakTold reply() {
        return reply(expected.stranger(), "Someone");
    }

    SoakTold ofThePage() {
        var told = reply(PAGE, "The Page");
        untouched.removeLast();
        return told;
    }

    private SoakTold reply(String author, String name) {
        var top = tops.get(expected.random.nextInt(tops.size()));
        if (author.equals(PAGE)) {
            expected.pausedBy(top);
        }
        var id = id();
        expected.walls.computeIfAbsent(top, _ -> new ArrayList<>()).add(id);
        return added(id, top, author, name);
    }

    private SoakTold added(String id, String parent, String author, String name) {
        untouched.add(new Standing(id, parent));
        var value = value("comment", "add");
        value.put("comment_id", id);
        value.put("parent_id", parent);
        value.put("post_id", expected.post());
        value.put("from", Map.of("id", author, "name", name));
        value.put("message", "Comment " + expected.number());
        return SoakTold.change("feed", value);
    }

    boolean hasUntouched() {
        return !untouched.isEmpty();
    }

    /** One is edited, hidden or removed. */
    SoakTold changed() {
        var about = untouched.remove(expected.random.nextInt(untouched.size()));
        var verb = List.of("edited", "hide", "remove").get(expected.random.nextInt(3));
        var value = value("comment", verb);
        value.put("comment_id", about.comment());
        value.put("parent_id", about.parent());
        value.put("post_id", expected.post());
        switch (verb) {
            case "edited" -> {
                var text = "Comment on second thoughts " + expected.nextNumber();
                expected.edited.put(about.comment(), text);
                value.put("message", text);
            }
            case "hide" -> expected.hidden.add(about.comment());
            default -> expected.removed.add(about.comment());
        }
        return SoakTold.change("feed", value);
    }

    /** Meta does not tell by whom. */
    SoakTold mention() {
        var post = expected.elsewhere() + expected.nextNumber();
        expected.opened(post);
        var value = value("post", "add");
        value.put("post_id", post);
        value.put("message", "Mention " + expected.number());
        return SoakTold.change("mention", value);
    }

    SoakTold rating() {
        var story = "9" + expected.run + expected.nextNumber();
        var positive = expected.random.nextBoolean();
        expected.opened(story);
        expected.rated.put(story, positive ? "like" : "dislike");
        var value = value("rating", "add");
        value.put("open_graph_story_id", story);
        value.put("reviewer_id", expected.stranger());
        value.put("reviewer_name", "A reviewer");
        value.put("recommendation_type", positive ? "POSITIVE" : "NEGATIVE");
        value.put("review_text", "Review " + expected.number());
        return SoakTold.change("ratings", value);
    }

    private String id() {
        return PAGE + expected.run + "_" + expected.nextNumber();
    }

    private Map<String, Object> value(String item, String verb) {
        return new HashMap<>(Map.of("item", item, "verb", verb, "created_time", expected.nextTime() / 1000));
    }
}
