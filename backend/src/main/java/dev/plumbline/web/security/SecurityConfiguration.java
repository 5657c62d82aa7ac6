package dev.plumbline.web.security;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Members;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Two doors: a bearer token for the API, a session for the pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String[] PUBLIC_PAGES = {
    "/", "/login", "/setup", "/invite", "/unsubscribe", "/verify", "/theme", "/error"
  };

  /** A mail program that unsubscribes for its reader has no session (RFC 8058). */
  private static final String ONE_CLICK = "/unsubscribe";

  private static final String[] FILES = {
    "/assets/**",
    "/layout/*.css",
    "/layout/*.js",
    "/parts/*/*.css",
    "/parts/*/*.js",
    "/pages/*/*.css",
    "/pages/*/*.js",
    "/favicon.ico"
  };

  /** Before the session filter, and on every dispatch: the tenant's walk begins here. */
  @Bean
  FilterRegistrationBean<TenantFilter> tenantFilter(Organisations organisations) {
    var registration = new FilterRegistrationBean<>(new TenantFilter(organisations));
    registration.setOrder(Integer.MIN_VALUE + 10);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return registration;
  }

  /** One session for all organisations of a person. */
  @Bean
  CookieSerializer cookieSerializer() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookiePath("/");
    cookie.setCookieName("plumbline");
    cookie.setSameSite("Lax");
    return cookie;
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, RateLimits limits, Problems problems)
      throws Exception {
    return Headers.strict(http)
        .securityMatcher(request ->
            request.getRequestURI().startsWith("/api/") && !TenantFilter.inOrganisation(request))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(new ApiTokenFilter(tokens, limits, problems), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, PasswordSignIn passwords, People people, Members members)
      throws Exception {
    return Headers.strict(http)
        .csrf(csrf -> csrf.ignoringRequestMatchers(ONE_CLICK))
        .authenticationProvider(passwords)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(FILES)
                .permitAll()
                .requestMatchers(TenantFilter::inOrganisation)
                .authenticated()
                .requestMatchers(PUBLIC_PAGES)
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/*")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(form ->
            form.loginPage("/login").usernameParameter("email").failureHandler(new FailedSignIn()))
        .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(new ToSignIn()))
        .addFilterAfter(new MemberFilter(people, members), AuthorizationFilter.class)
        .build();
  }
}
