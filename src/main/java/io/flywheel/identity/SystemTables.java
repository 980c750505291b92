package io.flywheel.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Which version of a workspace's system tables this build brings: the last of its migrations and their number. */
final class SystemTables {
    private static final String VERSION = find();

    private SystemTables() {}

    static String version() {
        return VERSION;
    }

    private static String find() {
        try {
            Resource[] all = new PathMatchingResourcePatternResolver().getResources("classpath*:db/workspace/V*.sql");
            return all.length + ":"
                    + Arrays.stream(all)
                            .map(Resource::getFilename)
                            .map(String::valueOf)
                            .sorted()
                            .map(name -> name.replaceFirst("__.*", ""))
                            .collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
