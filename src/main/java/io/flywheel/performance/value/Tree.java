package io.flywheel.performance.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nodes with their parents, such as teams; a node that is its own ancestor is tolerated.
 *
 * @param nodes in their order: by name
 */
record Tree(Map<UUID, Node> nodes) {
    record Node(UUID id, @Nullable String name, @Nullable UUID parent) {}

    /** The node and everything above it. */
    List<UUID> upwards(UUID id) {
        Set<UUID> path = new LinkedHashSet<>();
        UUID at = id;
        while (at != null && path.add(at)) {
            Node node = nodes.get(at);
            at = node == null ? null : node.parent();
        }
        return List.copyOf(path);
    }

    /** How many are above it. */
    int depth(UUID id) {
        return upwards(id).size() - 1;
    }

    /** Each node after its parent, brothers by name. */
    List<Node> topDown() {
        List<Node> all = new ArrayList<>();
        for (Node node : nodes.values()) {
            UUID parent = node.parent();
            if (parent == null || !nodes.containsKey(parent)) {
                add(node, all);
            }
        }
        return all;
    }

    private void add(Node node, List<Node> all) {
        all.add(node);
        for (Node child : nodes.values()) {
            if (node.id().equals(child.parent()) && !all.contains(child)) {
                add(child, all);
            }
        }
    }
}
