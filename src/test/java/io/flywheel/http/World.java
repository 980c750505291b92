package io.flywheel.http;

import io.flywheel.database.TestDatabase;
import io.flywheel.identity.Founder;
import io.flywheel.identity.Founding;
import io.flywheel.identity.MeContribution;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Workspace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the tests add to the product: a clock they can move, a module that founds, and an API that can fail. */
@TestConfiguration(proxyBeanMethods = false)
@Import(World.Echo.class)
public class World {
    /** A workspace of this name cannot be founded. */
    public static final String UNFOUNDABLE = "Atlantis";

    @Bean
    static DynamicPropertyRegistrar databaseSettings() {
        return TestDatabase::settings;
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    Foundings foundings() {
        return new Foundings();
    }

    @Bean
    MeContribution permissions() {
        return actor -> Map.of("permissions", List.of("laugh"));
    }

    @Bean
    RouteSource echoRoutes() {
        return routes -> routes.get(
                        "/api/test/things/{kind}/parts/{id}",
                        call -> call.send(
                                200,
                                ("{\"kind\":\"" + call.variable("kind") + "\",\"id\":\"" + call.variable("id") + "\"}")
                                        .getBytes(StandardCharsets.UTF_8)))
                .patch("/api/test/things/{kind}/parts/{id}", call -> {
                    throw new IllegalStateException("select secret from inside");
                });
    }

    @Bean
    OpenApiContribution echoDocument() {
        return (actor, document) ->
                document.withObject("/paths/~1api~1test~1things").putObject("get");
    }

    /** Sees every founding, last of all. */
    public static final class Foundings implements Founding {
        public record Seen(Workspace workspace, Founder founder) {}

        private final List<Seen> seen = new CopyOnWriteArrayList<>();

        @Override
        public int order() {
            return 10_000;
        }

        @Override
        public void found(Workspace workspace, Founder founder) {
            seen.add(new Seen(workspace, founder));
            if (workspace.name().equals(UNFOUNDABLE)) {
                throw new IllegalStateException("it sank");
            }
        }

        public Seen last() {
            return seen.getLast();
        }
    }

    @RestController
    static class Echo {
        record Parcel(
                @Nullable BigDecimal weight,
                @Nullable BigInteger stamps,
                @Nullable LocalDate sent,
                @Nullable String label,
                @Nullable List<Parcel> inner) {}

        @PostMapping("/api/test/parcels")
        Parcel parcel(Actor actor, @RequestBody Parcel parcel) {
            return parcel;
        }

        @PostMapping("/api/test/trees")
        JsonNode tree(Actor actor, @RequestBody JsonNode tree) {
            return tree;
        }

        @GetMapping("/api/test/broken")
        String broken(Actor actor) {
            throw new IllegalStateException("select secret from inside");
        }

        @GetMapping("/api/test/counted")
        Map<String, Integer> counted(@RequestParam int count) {
            return Map.of("count", count);
        }
    }
}
