package io.flywheel.http.problem;

import io.flywheel.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/** Which trouble an exception means to the reader; empty = it is ours. */
final class Translation {
    private Translation() {}

    static Optional<Trouble> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<Trouble> found = known(cause);
            if (found.isPresent()) {
                return found;
            }
        }
        if (thrown instanceof MultipartException) {
            return Optional.of(Trouble.of(400, "http.body-unreadable", Map.of()));
        }
        return thrown instanceof ErrorResponse answer ? Optional.of(generic(answer)) : Optional.empty();
    }

    private static Optional<Trouble> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case Problem problem -> Trouble.of(problem);
                    case JacksonException json -> JsonTrouble.of(json);
                    case HttpMessageNotReadableException missing
                    when missing.getCause() == null -> Trouble.of(400, "http.body-missing", Map.of());
                    case HttpRequestMethodNotSupportedException method ->
                        Trouble.notAllowed(sorted(method.getSupportedMethods()));
                    case HttpMediaTypeNotSupportedException type ->
                        Trouble.of(415, "http.media-type", Map.of("given", String.valueOf(type.getContentType())));
                    case HttpMediaTypeNotAcceptableException ignored ->
                        Trouble.of(406, "http.not-acceptable", Map.of());
                    case MaxUploadSizeExceededException ignored -> Trouble.of(413, "http.upload-too-large", Map.of());
                    case RequestRejectedException ignored -> Trouble.of(400, "http.status-400", Map.of());
                    case InvalidParameterException ignored -> Trouble.of(400, "http.parameters-unreadable", Map.of());
                    case BadRequestException ignored -> Trouble.of(400, "http.body-unreadable", Map.of());
                    case AsyncRequestTimeoutException ignored -> Trouble.of(503, "http.status-503", Map.of());
                    default -> parameter(cause);
                });
    }

    private static @Nullable Trouble parameter(Throwable cause) {
        return switch (cause) {
            case MethodArgumentTypeMismatchException mismatch ->
                Trouble.of(
                        400,
                        "http.parameter-malformed",
                        Map.of("name", mismatch.getName(), "given", String.valueOf(mismatch.getValue())));
            case MissingServletRequestParameterException missing ->
                Trouble.of(400, "http.parameter-missing", Map.of("name", missing.getParameterName()));
            case MissingServletRequestPartException missing ->
                Trouble.of(400, "http.parameter-missing", Map.of("name", missing.getRequestPartName()));
            case MissingRequestHeaderException missing ->
                Trouble.of(400, "http.parameter-missing", Map.of("name", missing.getHeaderName()));
            default -> null;
        };
    }

    private static Trouble generic(ErrorResponse answer) {
        int status = answer.getStatusCode().value();
        return Trouble.of(status, "http.status-" + status, Map.of());
    }

    private static List<String> sorted(String @Nullable [] methods) {
        return methods == null ? List.of() : Arrays.stream(methods).sorted().toList();
    }
}
