package dev.pupitre.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one can log in, for the login screen. */
@RestController
class LoginOptionsController {
    static final String PATH = "/api/v1/login-options";

    /** The company's own login. */
    record Company(String name, String address) {}

    record LoginOptions(@Nullable Company company) {}

    private final CompanyLogin company;

    LoginOptionsController(CompanyLogin company) {
        this.company = company;
    }

    @GetMapping(PATH)
    LoginOptions options() {
        return new LoginOptions(company.isOn() ? new Company(company.name(), CompanyLogin.BEGIN) : null);
    }
}
