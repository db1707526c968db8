package dev.pupitre.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Breaks connections off unanswered, which no servlet can: only the server holds the socket. */
@Profile("local")
@Component
class DroppedConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String MARK = DroppedConnections.class.getName();

    static void drop(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Scissors());
    }

    private static final class Scissors extends ValveBase {
        private static final boolean ASYNCHRONOUS_TOO = true;

        Scissors() {
            super(ASYNCHRONOUS_TOO);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(MARK) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("Dropped as told"));
            }
        }
    }
}
