package io.flywheel.http.security;

import io.flywheel.http.OpenRoute;
import io.flywheel.http.problem.ProblemAnswer;
import io.flywheel.identity.Identities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The chain every request passes: firewall, headers, doorkeeper, body limit. Spring's own sessions, forms and contexts
 * are off: the caller is found per request, and is a parameter from there on.
 */
@Configuration
class SecurityChain {
    /** Everything from here only. Inline styles are what Ant Design needs; inline scripts stay forbidden. */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private static final int YEAR = 31_536_000;

    @Bean
    OpenRoute openSignUp() {
        return new OpenRoute("POST", "/api/workspaces");
    }

    @Bean
    OpenRoute openSignIn() {
        return new OpenRoute("POST", "/api/session");
    }

    @Bean
    OpenRoute openHealth() {
        return new OpenRoute("GET", "/actuator/health");
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Identities identities,
            ProblemAnswer problems,
            ObjectProvider<OpenRoute> open,
            Limits limits) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .headers(SecurityChain::headers)
                .addFilterAfter(
                        new Doorkeeper(identities, problems, open.orderedStream(), limits), HeaderWriterFilter.class)
                .addFilterAfter(new BodyLimit(limits, problems), Doorkeeper.class)
                .build();
    }

    /** Nobody reads timings of single filters, and taking them costs more than the filters. */
    @Bean
    SecurityObservationSettings noTimings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler rejected(ProblemAnswer problems) {
        return (request, response, rejected) -> problems.send(request, response, 400);
    }

    /** There is one, so that Spring Boot does not invent a user with a password in the log; nobody asks it. */
    @Bean
    AuthenticationManager noPasswords() {
        return ignored -> {
            throw new BadCredentialsException("people sign in through /api/session");
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(YEAR))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(self), geolocation=(self), microphone=(self)"));
    }
}
