package dev.plumbline.web.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives answers their ETag and the link to the next page; what is known already is not sent. */
@RestControllerAdvice(annotations = RestController.class)
class Answers implements ResponseBodyAdvice<Object> {

  private static final Set<HttpMethod> TELLS_ALL =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.PATCH);

  private final ETags etags;

  Answers(ETags etags) {
    this.etags = etags;
  }

  @Override
  public boolean supports(
      MethodParameter handler, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter handler,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (!(body instanceof Body<?> told) || !TELLS_ALL.contains(request.getMethod())) {
      return body;
    }
    String tag = etags.of(told);
    response.getHeaders().set(HttpHeaders.ETAG, tag);
    link(told, request, response);
    String known = request.getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
    if (known != null && ETags.has(known, tag) && request.getMethod() == HttpMethod.GET) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return null;
    }
    return body;
  }

  private static void link(Body<?> told, ServerHttpRequest request, ServerHttpResponse response) {
    var page = told.page();
    if (page != null && page.next() != null) {
      var uri = request.getURI();
      String next =
          UriComponentsBuilder.newInstance()
              .path(uri.getRawPath())
              .query(uri.getRawQuery())
              .replaceQueryParam(Paging.CURSOR, page.next())
              .build(true)
              .toUriString();
      response.getHeaders().set(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
  }
}
