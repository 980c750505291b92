package io.flywheel;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the product: one process, one port, one database. */
// Modules name their classes without looking at each other, so two may have the same simple name.
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Flywheel {
    public static void main(String[] args) {
        SpringApplication.run(Flywheel.class, args);
    }

    /** The only clock; whoever needs the time asks it. Days are the workspace's affair. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
