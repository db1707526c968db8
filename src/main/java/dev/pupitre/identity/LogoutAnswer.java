package dev.pupitre.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import tools.jackson.databind.json.JsonMapper;

/** Tells a browser that is logged out where to go for it at the company's login, if it came from there. */
final class LogoutAnswer implements LogoutSuccessHandler {
    private static final JsonMapper JSON = new JsonMapper();

    record Elsewhere(String location) {}

    private final CompanyLogin company;

    LogoutAnswer(CompanyLogin company) {
        this.company = company;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        var byCompany = login != null && login.getDetails() instanceof LoginDetails details && details.byCompany();
        var elsewhere = byCompany ? company.logout(request) : Optional.<URI>empty();
        if (elsewhere.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write(JSON.writeValueAsString(new Elsewhere(elsewhere.get().toString())));
    }
}
