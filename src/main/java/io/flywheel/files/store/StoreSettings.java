package io.flywheel.files.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From the environment: {@code FLYWHEEL_FILES_URL}, {@code …_BUCKET}, {@code …_REGION}, {@code …_KEY},
 * {@code …_SECRET}, {@code …_QUOTA}.
 *
 * @param url of a server that speaks S3; empty = the folder {@code files} of the installation
 * @param quota millions of bytes that one workspace may keep; 0 = as many as there is room for
 */
@ConfigurationProperties("flywheel.files")
public record StoreSettings(
        @DefaultValue("") String url,
        @DefaultValue("flywheel") String bucket,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String key,
        @DefaultValue("") String secret,
        @DefaultValue("0") long quota) {
    private static final long MEGABYTE = 1_000_000;

    /** Bytes that one workspace may keep. */
    public long quotaBytes() {
        return quota <= 0 ? Long.MAX_VALUE : quota * MEGABYTE;
    }
}
