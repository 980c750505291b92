package io.flywheel.http.web;

import io.flywheel.http.problem.ProblemAnswer;
import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What the container refuses before any of our code sees it, such as a broken address, in the same words as the rest. */
@Component
final class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ObjectProvider<ProblemAnswer> problems;

    ContainerErrors(ObjectProvider<ProblemAnswer> problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            Container host = context.getParent();
            host.getPipeline().addValve(new Report(problems));
        });
    }

    private static final class Report extends ErrorReportValve {
        private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

        private final ObjectProvider<ProblemAnswer> problems;

        Report(ObjectProvider<ProblemAnswer> problems) {
            this.problems = problems;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                problems.getObject().send(request, response, response.getStatus());
                response.finishResponse();
            } catch (IOException e) {
                LOG.debug("The reader went away", e);
            }
        }
    }
}
