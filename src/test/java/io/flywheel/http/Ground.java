package io.flywheel.http;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The modules below this one and no others, so that their tests do not wait for, or break with, what stands on them. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"io.flywheel.database", "io.flywheel.identity", "io.flywheel.http"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
class Ground {}
