package io.flywheel.http.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Files as they are; any other path without an extension is a page of the UI, which index.html draws. */
final class Pages extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        return file != null || !isPage(path) ? file : super.getResource("index.html", location);
    }

    private static boolean isPage(String path) {
        return !path.equals("api")
                && !path.startsWith("api/")
                && !path.startsWith("actuator")
                && path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }
}
