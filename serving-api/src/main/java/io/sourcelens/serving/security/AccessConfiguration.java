/* SPDX-License-Identifier: Apache-2.0 */
package io.sourcelens.serving.security;

import static io.sourcelens.serving.security.Role.CATEGORY_MANAGER;
import static io.sourcelens.serving.security.Role.SELLER;
import static io.sourcelens.serving.security.Role.SUPPLIER_ANALYST;

import io.sourcelens.serving.ServingSettings;
import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Which role may read which path. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    SecurityFilterChain access(HttpSecurity http, TokenProblems problems) {
        return http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**", "/storefront/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, request) -> new AuthorizationDecision(isLocal(request)))
                        .requestMatchers("/v1/marketplaces/*/my/**")
                        .hasAuthority(SELLER.claim())
                        .requestMatchers(
                                "/v1/marketplaces/*/supplier-scorecards/**",
                                "/v1/marketplaces/*/supplier-scores/**",
                                "/v1/marketplaces/*/supplier-forecasts/**",
                                "/v1/marketplaces/*/supplier-changes/**",
                                "/v1/marketplaces/*/supplier-fulfilment/**",
                                "/v1/marketplaces/*/margin-distributions/**",
                                "/v1/marketplaces/*/intake-opportunities/**",
                                "/v1/marketplaces/*/intake-candidates/**",
                                "/v1/marketplaces/*/intake-cohorts/**",
                                "/v1/marketplaces/*/delist/**")
                        .hasAnyAuthority(SUPPLIER_ANALYST.claim(), CATEGORY_MANAGER.claim())
                        .anyRequest()
                        .hasAnyAuthority(SELLER.claim(), SUPPLIER_ANALYST.claim(), CATEGORY_MANAGER.claim()))
                .oauth2ResourceServer(tokens ->
                        tokens.jwt(jwt -> {}).authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(cors -> {})
                // No cookies, no sessions, nothing that writes.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Shops read with a token in a header, never with cookies. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(ServingSettings settings) {
        CorsConfiguration shops = new CorsConfiguration();
        shops.setAllowedOrigins(settings.allowedOrigins());
        shops.setAllowedMethods(List.of("GET"));
        shops.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.IF_NONE_MATCH));
        shops.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        shops.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/v1/**", shops);
        source.registerCorsConfiguration("/storefront/**", shops);
        return source;
    }

    private static boolean isLocal(RequestAuthorizationContext context) {
        try {
            return InetAddress.getByName(context.getRequest().getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
