package dev.pupitre.campaign;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who look after campaigns and tables how these hang together. */
@RestController
class NamingRowsController {
    private final NamingRows rows;

    NamingRowsController(NamingRows rows) {
        this.rows = rows;
    }

    @PreAuthorize("hasAnyRole('ANALYST', 'SUPERVISOR', 'ADMIN')")
    @GetMapping("/api/v1/rules/naming")
    NamingRows.Naming naming() {
        return rows.all();
    }
}
