package io.flywheel.catalog;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The facilities of every module, as they are found at start. */
public final class TestFacilities {
    private TestFacilities() {}

    public static List<Facility<?>> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Facility.class));
        List<Facility<?>> facilities = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("io.flywheel")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            if (type.isAnnotationPresent(Component.class)) {
                facilities.add((Facility<?>) BeanUtils.instantiateClass(type));
            }
        }
        return facilities;
    }
}
