package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.http.route.RouteTable;
import io.flywheel.kernel.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call there is, with ids and names that exist, by those whom they are no business of. */
class EveryRouteTest extends Company {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String PARAMETERS = "?period=2026&q=secret&ids=";

    @Autowired
    List<RequestMappingHandlerMapping> controllers;

    @Autowired
    RouteTable routes;

    private record Known(String method, String path) {}

    @Test
    void asksForASession() {
        assertThat(all())
                .hasSizeGreaterThan(40)
                .allSatisfy(call -> assertThat(Visitor.at(port)
                                .send(call.method, call.path, "{}")
                                .status())
                        .isEqualTo(401));
    }

    @Test
    void showsAnotherWorkspaceNothing() {
        Visitor stranger = Visitor.at(port).founding("Stranger", Ids.next() + "@stranger.example");
        tryAll(stranger);
    }

    @Test
    void showsWhoHasNoRoleNothing() {
        tryAll(nemo);
    }

    private void tryAll(Visitor visitor) {
        String before = everything();
        // The stream of events has no end, and tests of its own.
        assertThat(all().filter(call -> !call.path.equals("/api/events"))).allSatisfy(call -> {
            for (String query : new String[] {"", PARAMETERS + bobAccount, "?fields=name", "?period=2026&by=member"}) {
                Answer answer = visitor.send(call.method, call.path + query, "{}");
                String body = answer.raw().body().replace("q=secret", "");
                assertThat(answer.status()).as(call + query + body).isLessThan(500);
                assertThat(body).as(call.toString()).doesNotContain("secret c", "secret d", "secret l", "98765");
                if (call.path.contains(bobAccount)) {
                    assertThat(answer.status()).as(call + query + body).isBetween(400, 499);
                }
            }
        });
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        return boss.get("/api/objects/account/records").raw().body()
                + boss.get("/api/objects/opportunity/records").raw().body();
    }

    private Stream<Known> all() {
        List<Known> all = new ArrayList<>();
        controllers.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues()
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> all.add(new Known(method.name(), filled(pattern)))))));
        routes.all().forEach(route -> all.add(new Known(route.method(), filled(route.pattern()))));
        return all.stream()
                .filter(call -> call.path.startsWith("/api"))
                .filter(call -> !(call.method.equals("POST") && call.path.equals("/api/workspaces")))
                .filter(call -> !call.path.equals("/api/session"));
    }

    /** The pattern with what exists in the company. */
    private String filled(String pattern) {
        Map<String, String> known =
                Map.of("object", "account", "id", bobAccount, "member", bobId, "kind", "object", "version", "1");
        String name =
                pattern.contains("metrics") ? "average_deal" : pattern.contains("scorecards") ? "sales_rep" : "account";
        return VARIABLE.matcher(pattern)
                .replaceAll(match ->
                        known.getOrDefault(match.group(1), match.group(1).equals("app") ? "crm" : name));
    }
}
