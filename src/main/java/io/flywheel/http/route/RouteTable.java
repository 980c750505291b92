package io.flywheel.http.route;

import io.flywheel.http.RouteSource;
import io.flywheel.http.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All routes as a tree of path segments, so that finding one costs a look-up per segment. Built at first use. */
@Component
public class RouteTable {
    private final ObjectProvider<RouteSource> sources;
    private volatile @Nullable Node root;

    RouteTable(ObjectProvider<RouteSource> sources) {
        this.sources = sources;
    }

    /** @param names of the pattern's variables, in order */
    private record Leaf(Routes.Route route, List<String> names) {}

    /** @param variables by name, decoded */
    public record Match(Routes.Route route, Map<String, String> variables) {}

    private static final class Node {
        private final Map<String, Node> literals = new LinkedHashMap<>();
        private final Map<String, Leaf> leaves = new TreeMap<>();
        private @Nullable Node variable;
    }

    /** @param path decoded; @param method {@code HEAD} finds what {@code GET} finds */
    public @Nullable Match find(String method, String path) {
        List<String> values = new ArrayList<>(4);
        Node node = walk(path, values);
        Leaf leaf = node == null ? null : node.leaves.get(method.equals("HEAD") ? "GET" : method);
        if (leaf == null) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            variables.put(leaf.names().get(i), values.get(i));
        }
        return new Match(leaf.route(), variables);
    }

    /** The methods that a path knows, empty if there is no such path. */
    public List<String> methods(String path) {
        Node node = walk(path, new ArrayList<>(4));
        return node == null ? List.of() : List.copyOf(node.leaves.keySet());
    }

    /** Every route, for tests and documents that list them. */
    public List<Routes.Route> all() {
        Routes routes = new Routes();
        sources.orderedStream().forEach(source -> source.add(routes));
        return routes.all();
    }

    private @Nullable Node walk(String path, List<String> values) {
        Node node = root();
        int from = 1;
        while (node != null && from <= path.length()) {
            int slash = path.indexOf('/', from);
            String segment = path.substring(from, slash < 0 ? path.length() : slash);
            Node literal = node.literals.get(segment);
            if (literal == null && !segment.isEmpty()) {
                values.add(segment);
            }
            node = literal != null ? literal : segment.isEmpty() ? null : node.variable;
            from = slash < 0 ? path.length() + 1 : slash + 1;
        }
        return node;
    }

    private Node root() {
        Node built = root;
        if (built == null) {
            built = new Node();
            for (Routes.Route route : all()) {
                add(built, route);
            }
            root = built;
        }
        return built;
    }

    private static void add(Node root, Routes.Route route) {
        Node node = root;
        List<String> names = new ArrayList<>();
        for (String segment : route.pattern().substring(1).split("/")) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.length() - 1));
                node.variable = node.variable == null ? new Node() : node.variable;
                node = node.variable;
            } else {
                node = node.literals.computeIfAbsent(segment, ignored -> new Node());
            }
        }
        Leaf before = node.leaves.put(route.method(), new Leaf(route, List.copyOf(names)));
        if (before != null) {
            throw new IllegalStateException("two routes for " + route.method() + " " + route.pattern());
        }
    }
}
