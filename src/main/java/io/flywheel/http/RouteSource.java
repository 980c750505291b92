package io.flywheel.http;

/**
 * Hot generic routes, answered without the cost of a controller but with the same session, problems, limits and log; a
 * bean. Controllers and routes may share a path if their methods differ.
 */
public interface RouteSource {
    void add(Routes routes);
}
