package io.flywheel.http;

/**
 * A call that needs no session: a bean per call. Everything else under {@code /api} is closed.
 *
 * @param method such as {@code POST}
 * @param path exact, without variables
 */
public record OpenRoute(String method, String path) {}
