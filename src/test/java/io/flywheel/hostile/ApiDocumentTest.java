package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import io.flywheel.http.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of the API tells all of it, nothing that is not so, and nobody what is no business of his. */
class ApiDocumentTest extends Company {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    List<RequestMappingHandlerMapping> controllers;

    @Autowired
    RouteTable routes;

    private record Route(String method, String path) {}

    @Test
    void describesEveryRouteToAnAdministrator() {
        JsonNode paths = boss.get("/api/openapi.json").body().path("paths");
        List<String> objects = objects();

        List<Route> all = all().flatMap(route -> objects.stream()
                        .filter(object -> isOf(route, object))
                        .map(object -> new Route(route.method, route.path.replace("{object}", object))))
                .distinct()
                .toList();
        assertThat(all).hasSizeGreaterThan(150).allSatisfy(route -> {
            JsonNode operation = paths.path(route.path).path(route.method.toLowerCase(Locale.ROOT));
            assertThat(operation.path("summary").asString(""))
                    .as(route.toString())
                    .isNotBlank();
            assertThat(operation.path("responses").propertyNames())
                    .as(route.toString())
                    .anyMatch(status -> status.startsWith("2"));
        });
    }

    /** What a facility brings stands with the objects that have it. */
    private boolean isOf(Route route, String object) {
        boolean talk = route.path.contains("/conversation") || route.path.endsWith("/followers");
        boolean moves = route.path.endsWith("/position");
        if (!talk && !moves) {
            return true;
        }
        return boss.get("/api/definitions/object/" + object)
                .body()
                .path("document")
                .path("facilities")
                .has(talk ? "conversation" : "ranked");
    }

    @Test
    void describesNothingThatThereIsNot() {
        Set<Route> all = all().collect(Collectors.toSet());
        List<Route> described = new ArrayList<>();
        boss.get("/api/openapi.json")
                .body()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(new Route(
                                method.toUpperCase(Locale.ROOT),
                                path.getKey().replaceFirst("^/api/objects/[^/]+", "/api/objects/{object}")))));

        assertThat(all).containsAll(described);
    }

    @Test
    void isAValidDocument() {
        JsonNode document = boss.get("/api/openapi.json").body();
        assertThat(DocumentFaults.of(document)).isEmpty();
        assertThat(DocumentFaults.of(ann.get("/api/openapi.json").body())).isEmpty();
        assertThat(document.at("/paths/~1api~1session/post/security").isEmpty()).isTrue();
        assertThat(document.at("/paths/~1api~1keys~1{id}/delete/responses").propertyNames())
                .containsExactlyInAnyOrder("204", "default");
        assertThat(document.toString()).doesNotContain("io.flywheel", "io.swagger", "tools.jackson", "-controller");
    }

    @Test
    void showsARepresentativeOnlyWhatHeMaySeeAndDo() {
        JsonNode document = ann.get("/api/openapi.json").body();
        List<String> seen = new ArrayList<>();
        ann.get("/api/me").body().at("/permissions/objects").propertyNames().forEach(seen::add);

        assertThat(document.at("/components/schemas").has("product")).isTrue();
        assertThat(document.at("/components/schemas/product/properties").has("name"))
                .isTrue();
        for (String form :
                new String[] {"product", "product.values", "quote.values", "quote_line", "quote_line.values"}) {
            assertThat(document.at("/components/schemas/" + form + "/properties")
                            .propertyNames())
                    .isNotEmpty()
                    .doesNotContain("cost", "unit_cost");
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(objectsDescribedTo(ann));
        JsonNode products = document.at("/paths/~1api~1objects~1product~1records");
        assertThat(products.has("get")).isTrue();
        assertThat(products.has("post") || products.has("patch") || products.has("delete"))
                .isFalse();
        assertThat(document.path("paths").has("/api/summaries")).isFalse();
    }

    @Test
    void showsNoObjectToWhomItDoesNotExist() {
        assertThat(objectsDescribedTo(nemo)).isEmpty();
        put("/api/definitions/role/storekeeper", """
                {"label": {"zh": "仓管", "en": "Storekeeper"}, "objects": {"product": {"rights": ["see", "change"], "scope": "all"}},
                 "fields": {"product.cost": "hidden", "product.list_price": "read"}}""");
        String id = nemo.get("/api/me").body().at("/member/id").asString();
        put("/api/members/" + id + "/roles", "{\"roles\": [\"storekeeper\"]}");

        JsonNode document = nemo.get("/api/openapi.json").body();
        assertThat(objectsDescribedTo(nemo)).containsExactly("product");
        assertThat(document.at("/components/schemas").propertyNames())
                .contains("product", "product.values")
                .doesNotContain("product.entry")
                .noneMatch(name -> objects().contains(name.split("\\.")[0]) && !name.startsWith("product"));
        assertThat(document.at("/components/schemas/product/properties").propertyNames())
                .contains("list_price")
                .doesNotContain("cost");
        assertThat(document.at("/components/schemas/product.values/properties").propertyNames())
                .contains("name")
                .doesNotContain("list_price", "cost");
        assertThat(document.at("/paths/~1api~1objects~1product~1records").propertyNames())
                .containsExactlyInAnyOrder("get", "patch");
        assertThat(DocumentFaults.of(document)).isEmpty();
    }

    private static Set<String> objectsDescribedTo(Visitor visitor) {
        Set<String> described = new TreeSet<>();
        visitor.get("/api/openapi.json").body().path("paths").propertyNames().forEach(path -> {
            if (path.startsWith("/api/objects/")) {
                described.add(path.split("/")[3]);
            }
        });
        return described;
    }

    @Test
    void describesRecordsAsTheyAreReadAndWritten() {
        JsonNode document = boss.get("/api/openapi.json").body();
        Answer read = boss.get("/api/objects/quote/records/" + annQuote);
        assertThat(faults(document, "quote", read.body())).isEmpty();
        Answer deal = boss.get("/api/objects/opportunity/records/" + annDeal);
        assertThat(faults(document, "opportunity", deal.body())).isEmpty();

        String line = "{\"product\":\"" + product + "\",\"unit_price\":7}";
        String quote = "{\"opportunity\":\"" + annDeal + "\",\"lines\":[" + line + "]}";
        assertThat(faults(document, "quote.entry", JSON.readTree(quote))).isEmpty();
        Answer written = boss.post("/api/objects/quote/records", quote);
        assertThat(written.status()).as(written.raw().body()).isEqualTo(201);
        assertThat(faults(document, "RecordWritten", written.body())).isEmpty();
        assertThat(faults(document, "quote.entry", JSON.readTree("{\"lines\":[{\"unit_price\":\"x\"}]}")))
                .isNotEmpty();
        assertThat(faults(document, "quote_line.entry", JSON.readTree("{}"))).isNotEmpty();
        assertThat(document.at("/components/schemas/quote.values/properties").has("total"))
                .isFalse();

        String history = "/api/objects/opportunity/records/" + annDeal + "/history";
        assertThat(faults(document, "RecordHistory", boss.get(history).body())).isEmpty();
        Answer many = boss.post("/api/objects/account/records?onFault=skip", "[{\"name\":\"a\"},{\"name\":null}]");
        assertThat(faults(document, "RecordsWritten", many.body())).isEmpty();
        Answer preview = boss.post("/api/objects/account/preview", "{\"values\":{\"name\":null}}");
        assertThat(faults(document, "RecordPreview", preview.body())).isEmpty();
        assertThat(faults(document, "Problem", boss.get("/api/nowhere").body())).isEmpty();
    }

    private static List<String> faults(JsonNode document, String schema, JsonNode value) {
        ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> objects() {
        List<String> objects = new ArrayList<>();
        boss.get("/api/me").body().at("/permissions/objects").propertyNames().forEach(objects::add);
        return objects;
    }

    private Stream<Route> all() {
        Stream<Route> byControllers = controllers.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.flywheel."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern))));
        Stream<Route> byRoutes = routes.all().stream().map(route -> new Route(route.method(), route.pattern()));
        return Stream.concat(byControllers, byRoutes).filter(route -> route.path.startsWith("/api"));
    }
}
