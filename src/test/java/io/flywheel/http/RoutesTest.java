package io.flywheel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlywheelTest
class RoutesTest {
    @LocalServerPort
    int port;

    @Test
    void leadsToARouteWithItsVariablesDecoded() {
        Visitor member = Visitor.at(port).founding("Routes", "route@routes.example");

        Visitor.Answer answer = member.get("/api/test/things/%E7%AE%B1/parts/a%20b");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().body()).isEqualTo("{\"kind\":\"箱\",\"id\":\"a b\"}");
        assertThat(member.get("/api/test/things/box/parts").status()).isEqualTo(404);
        assertThat(member.get("/api/test/things/box/parts/").status()).isEqualTo(404);
    }

    @Test
    void closesARouteToStrangers() {
        assertThat(Visitor.at(port).get("/api/test/things/box/parts/7").status())
                .isEqualTo(401);
    }

    @Test
    void describesControllersAndContributionsInOneDocument() {
        Visitor member = Visitor.at(port).founding("Described", "open@routes.example");

        var document = member.get("/api/openapi.json").body();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("Described");
        assertThat(document.path("paths").has("/api/session")).isTrue();
        assertThat(document.path("paths").has("/api/test/things")).isTrue();
        assertThat(document.at("/paths/~1api~1me/get").has("parameters")).isFalse();
    }
}
