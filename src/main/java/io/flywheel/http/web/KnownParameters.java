package io.flywheel.http.web;

import io.flywheel.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses parameters that a controller does not know: {@code ?dryrun=true} must not publish. Forms check their own. */
final class KnownParameters implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && request.getQueryString() != null) {
            List<String> known = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(KnownParameters::name)
                    .toList();
            for (String name : request.getParameterMap().keySet()) {
                if (!known.contains(name)) {
                    throw new Problem.Malformed(
                            "http.unknown-parameter",
                            Map.of("name", name, "known", known.isEmpty() ? "–" : String.join(", ", known)));
                }
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.flywheel.")
                && !method.getBeanType().getSimpleName().equals("ErrorPage")
                && Arrays.stream(method.getMethodParameters())
                        .noneMatch(parameter ->
                                parameter.getParameterType().getSimpleName().startsWith("Multipart"));
    }

    private static String name(MethodParameter parameter) {
        String given = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                .name();
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }
}
