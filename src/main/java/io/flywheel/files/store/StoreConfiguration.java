package io.flywheel.files.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which store it is, decided at start: what beans there are was settled when the product was built. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {
    @Bean(destroyMethod = "close")
    ContentStore contentStore(StoreSettings settings, @Value("${flywheel.home:data}") Path home) {
        return settings.url().isBlank()
                ? new FolderStore(home.resolve("files").resolve("content"))
                : new BucketStore(
                        settings.url().strip(),
                        settings.bucket(),
                        settings.region(),
                        settings.key(),
                        settings.secret());
    }

    @Bean
    Spool spool(@Value("${flywheel.home:data}") Path home, Clock clock) throws IOException {
        return new Spool(home.resolve("files").resolve("incoming"), clock);
    }
}
