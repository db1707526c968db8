package dev.pupitre.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The session that a request belongs to, and how it was begun. */
final class LoginDetails extends WebAuthenticationDetails {
    private final boolean byCompany;

    LoginDetails(String address, String session, boolean byCompany) {
        super(address, session);
        this.byCompany = byCompany;
    }

    boolean byCompany() {
        return byCompany;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof LoginDetails details && details.byCompany == byCompany;
    }

    @Override
    public int hashCode() {
        return super.hashCode() * 31 + Boolean.hashCode(byCompany);
    }
}
