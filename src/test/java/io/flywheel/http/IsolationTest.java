package io.flywheel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.route.RouteTable;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call there is, tried by somebody who may not: whoever adds one need not think of this test. */
@FlywheelTest
class IsolationTest {
    private static final Set<String> OPEN = Set.of("POST /api/workspaces", "POST /api/session");

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingHandlerMapping> controllers;

    @Autowired
    RouteTable routes;

    /** @param path with an id that nobody has in place of each variable */
    private record Known(String method, String path) {
        static Known of(String method, String pattern) {
            return new Known(
                    method, pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
        }
    }

    @Test
    void answersNobodyWithoutASession() {
        List<Known> all = all().filter(call -> !OPEN.contains(call.method + " " + call.path))
                .toList();

        assertThat(all).hasSizeGreaterThan(10);
        assertThat(all).allSatisfy(call -> {
            Visitor.Answer answer = Visitor.at(port).send(call.method, call.path, "{}");
            assertThat(answer.status()).isEqualTo(401);
            Visitor.Answer forged =
                    Visitor.at(port).bearing("fws_" + "a".repeat(43)).send(call.method, call.path, "{}");
            assertThat(forged.status()).isEqualTo(401);
        });
    }

    @Test
    void neverShowsAnotherWorkspace() {
        Visitor mine = Visitor.at(port).founding("Invisible Ltd", "mine@isolation.example");
        Visitor.Answer key = mine.post("/api/keys", "{\"name\": \"invisible key\"}");
        Visitor stranger = Visitor.at(port).founding("Stranger", "stranger@isolation.example");
        List<String> secrets =
                List.of("Invisible", "invisible", key.body().path("id").asString());

        assertThat(all()).allSatisfy(call -> {
            Visitor.Answer answer = stranger.send(call.method, call.path, "{}");
            assertThat(answer.raw().body()).doesNotContain(secrets);
        });
        assertThat(mine.get("/api/keys").body().path("keys")).hasSize(1);
    }

    /** Signing out comes last: it would end the visit. */
    private Stream<Known> all() {
        Stream<Known> byControllers = controllers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> Known.of(method.name(), pattern))));
        Stream<Known> byRoutes = routes.all().stream().map(route -> Known.of(route.method(), route.pattern()));
        return Stream.concat(byControllers, byRoutes)
                .filter(call -> call.path.startsWith("/api") || call.path.startsWith("/actuator"))
                .sorted(Comparator.comparing((Known call) -> call.path.equals("/api/session"))
                        .thenComparing(Known::path)
                        .thenComparing(Known::method));
    }
}
