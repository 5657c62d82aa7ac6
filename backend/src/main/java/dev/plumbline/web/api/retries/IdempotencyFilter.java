package dev.plumbline.web.api.retries;

import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a POST that is sent again with its {@code Idempotency-Key} as it was answered the first
 * time. Only what succeeded is kept: a call that was refused made nothing and may be mended.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final int MOST = 8 << 20;

  private final IdempotencyKeys keys;
  private final Problems problems;

  IdempotencyFilter(IdempotencyKeys keys, Problems problems) {
    this.keys = keys;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || token(request).isEmpty();
  }

  private static Optional<UUID> token(HttpServletRequest request) {
    return Access.of(request).flatMap(Access::token);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    var wrong = wrong(request, key, body);
    if (wrong.isPresent()) {
      problems.write(response, wrong.get(), why(wrong.get()));
      return;
    }
    UUID token = token(request).orElseThrow();
    switch (keys.take(token, key, hash(request, body))) {
      case Earlier.None first -> run(token, key, new ReadRequest(request, body), response, chain);
      case Earlier.Answered answered -> again(answered.answer(), response);
      case Earlier.Different other ->
          problems.write(
              response,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "This Idempotency-Key was sent with another call before: take a new one.");
      case Earlier.Unanswered unanswered -> unanswered(unanswered, response);
    }
  }

  private static Optional<HttpStatus> wrong(HttpServletRequest request, String key, byte[] body) {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!KEY.matcher(key).matches() || type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return Optional.of(HttpStatus.BAD_REQUEST);
    }
    return body.length > MOST ? Optional.of(HttpStatus.CONTENT_TOO_LARGE) : Optional.empty();
  }

  private static String why(HttpStatus status) {
    return status == HttpStatus.BAD_REQUEST
        ? "An Idempotency-Key has 1 to 255 visible ASCII characters; an upload takes none."
        : "A call with an Idempotency-Key has a body of at most 8 MiB.";
  }

  private void run(
      UUID token,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var copied = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(request, copied);
      done = HttpStatus.valueOf(copied.getStatus()).is2xxSuccessful();
    } finally {
      if (done) {
        keys.keep(token, key, answer(copied));
      } else {
        keys.free(token, key);
      }
    }
    copied.copyBodyToResponse();
  }

  private static Answer answer(ContentCachingResponseWrapper response) {
    return new Answer(
        response.getStatus(),
        text(response.getContentType()),
        text(response.getHeader(HttpHeaders.LOCATION)),
        response.getContentAsByteArray());
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }

  private static void again(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (!answer.contentType().isEmpty()) {
      response.setContentType(answer.contentType());
    }
    if (!answer.location().isEmpty()) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.getOutputStream().write(answer.body());
  }

  private void unanswered(Earlier.Unanswered unanswered, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    problems.write(
        response,
        HttpStatus.CONFLICT,
        "The call of "
            + unanswered.since()
            + " with this Idempotency-Key has not been answered. If it broke off, look whether it"
            + " was done before you take a new key.");
  }

  private static byte[] hash(HttpServletRequest request, byte[] body) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      String address = request.getRequestURI() + "?" + text(request.getQueryString());
      hash.update((request.getMethod() + " " + address + "\n").getBytes(StandardCharsets.UTF_8));
      return hash.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
