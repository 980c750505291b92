package io.flywheel.http.web;

import io.flywheel.http.reader.Callers;
import io.flywheel.http.reader.Languages;
import io.flywheel.identity.Caller;
import io.flywheel.kernel.Actor;
import io.flywheel.kernel.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the {@link Actor}, the {@link Caller} or the {@link Language} of a request. */
final class CallerArguments implements HandlerMethodArgumentResolver {
    static final Set<Class<?>> TYPES = Set.of(Actor.class, Caller.class, Language.class);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType()) && parameter.getParameterAnnotations().length == 0;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == Language.class) {
            return Languages.of(asked);
        }
        Caller caller = Callers.require(asked);
        return parameter.getParameterType() == Actor.class ? caller.actor() : caller;
    }
}
