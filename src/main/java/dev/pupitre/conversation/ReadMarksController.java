package dev.pupitre.conversation;

import dev.pupitre.conversation.ReadMarks.ReadMark;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has read, over HTTP. */
@RestController
@RequestMapping("/api/v1")
class ReadMarksController {
    record Read(@Min(1) int seq) {}

    private final ReadMarks marks;

    ReadMarksController(ReadMarks marks) {
        this.marks = marks;
    }

    @GetMapping("/me/read-marks")
    List<ReadMark> mine(@AuthenticationPrincipal Caller caller) {
        return marks.of(caller.id());
    }

    @PutMapping("/conversations/{id}/read-mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @Valid @RequestBody Read read) {
        marks.read(caller.id(), id, read.seq());
    }

    @DeleteMapping("/conversations/{id}/read-mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unread(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        marks.unread(caller.id(), id);
    }
}
