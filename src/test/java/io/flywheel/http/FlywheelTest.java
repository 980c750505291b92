package io.flywheel.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Identity and HTTP on a free port and a real database, with {@link World} beside it; one start for all tests that say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Ground.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "flywheel.rate-limit=600000",
            "flywheel.sign-in-limit=600000",
            "flywheel.demo=false",
            "flywheel.web=src/test/resources/pages"
        })
@Import(World.class)
public @interface FlywheelTest {}
