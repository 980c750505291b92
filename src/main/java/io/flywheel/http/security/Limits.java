package io.flywheel.http.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much is too much.
 *
 * @param perMinute calls of one session or key, or of one address without either ({@code FLYWHEEL_RATE_LIMIT})
 * @param signInsPerMinute sign-ins and sign-ups of one address ({@code FLYWHEEL_SIGN_IN_LIMIT})
 * @param body bytes of JSON
 * @param upload bytes of anything else ({@code FLYWHEEL_UPLOAD_LIMIT})
 */
@Component
record Limits(long perMinute, long signInsPerMinute, long body, long upload) {
    Limits(
            @Value("${flywheel.rate-limit:6000}") long perMinute,
            @Value("${flywheel.sign-in-limit:30}") long signInsPerMinute,
            @Value("${flywheel.body-limit:10000000}") long body,
            @Value("${flywheel.upload-limit:200000000}") long upload) {
        this.perMinute = perMinute;
        this.signInsPerMinute = signInsPerMinute;
        this.body = body;
        this.upload = upload;
    }
}
