package dev.pupitre.conversation;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who write the tables what in them cannot be followed. */
@RestController
class RulesProblemsController {
    private final OpenProblems problems;

    RulesProblemsController(OpenProblems problems) {
        this.problems = problems;
    }

    @PreAuthorize("hasAnyRole('ANALYST', 'SUPERVISOR', 'ADMIN')")
    @GetMapping("/api/v1/rules/problems")
    List<RulesProblems.Problem> problems() {
        return problems.newest();
    }
}
