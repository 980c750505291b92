package io.flywheel.apps.packaged;

import io.flywheel.apps.App;
import io.flywheel.catalog.Documents;
import io.flywheel.catalog.Kinds.Document;
import io.flywheel.kernel.Label;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/** Reads {@code apps/<app>/app.yaml} and {@code apps/<app>/<kind>s/<name>.yaml} once. */
public final class PackagedApps {
    private static final Pattern PLACE = Pattern.compile("apps/([^/]+)/(?:([^/]+)s/)?([^/]+)\\.yaml$");

    private final Map<String, App> apps;

    public PackagedApps() {
        this.apps = Collections.unmodifiableMap(read());
    }

    public Map<String, App> all() {
        return apps;
    }

    public Optional<App> app(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    /** The named apps and all that they require, the required first. Unknown names are left out. */
    public List<App> withRequired(List<String> names) {
        Set<App> found = new LinkedHashSet<>();
        names.forEach(name -> collect(name, found, new LinkedHashSet<>()));
        return List.copyOf(found);
    }

    private void collect(String name, Set<App> found, Set<String> way) {
        App app = apps.get(name);
        if (app == null || !way.add(name)) {
            return;
        }
        app.requires().forEach(required -> collect(required, found, way));
        found.add(app);
    }

    private static Map<String, App> read() {
        Map<String, JsonNode> heads = new TreeMap<>();
        Map<String, List<Document>> documents = new TreeMap<>();
        for (Resource resource : resources()) {
            Matcher place = PLACE.matcher(address(resource));
            if (!place.find()) {
                continue;
            }
            JsonNode content = Documents.yaml(text(resource));
            if (place.group(2) == null) {
                heads.put(place.group(1), content);
            } else {
                documents
                        .computeIfAbsent(place.group(1), app -> new ArrayList<>())
                        .add(new Document(place.group(2), place.group(3), content));
            }
        }
        Map<String, App> apps = new TreeMap<>();
        heads.forEach((name, head) -> apps.put(name, app(name, head, documents.getOrDefault(name, List.of()))));
        return apps;
    }

    private static App app(String name, JsonNode head, List<Document> documents) {
        List<String> requires = new ArrayList<>();
        head.path("requires").forEach(required -> requires.add(required.asString()));
        return new App(
                name,
                label(head.path("label")),
                label(head.path("description")),
                head.path("version").asString("1"),
                List.copyOf(requires),
                List.copyOf(documents));
    }

    private static Label label(JsonNode node) {
        return new Label(node.path("zh").asString(""), node.path("en").asString(""));
    }

    private static List<Resource> resources() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:apps/**/*.yaml");
            return Arrays.stream(found)
                    .sorted(Comparator.comparing(PackagedApps::address))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
