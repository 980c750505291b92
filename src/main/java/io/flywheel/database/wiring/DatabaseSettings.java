package io.flywheel.database.wiring;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From the environment: {@code FLYWHEEL_HOME}, {@code FLYWHEEL_DATABASE_URL}, {@code …_USER}, {@code …_PASSWORD},
 * {@code FLYWHEEL_DATABASE_CONNECTIONS}.
 *
 * @param home folder of the embedded database and of files
 */
@ConfigurationProperties("flywheel")
public record DatabaseSettings(
        @DefaultValue("data") Path home, @DefaultValue External database) {
    /**
     * @param url of a PostgreSQL of your own; empty = the embedded one
     * @param connections in total, at least 6
     */
    public record External(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("16") int connections) {}
}
