package dev.plumbline.web.pages;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Light, dark, or what the system says: kept in a cookie the server reads, so that nothing flashes.
 */
@Controller
class Theme {

  private static final Duration KEPT = Duration.ofDays(365);

  @Requires(Permission.READ)
  @PostMapping("/theme")
  ResponseEntity<Void> choose(@RequestParam String theme, HttpServletRequest request) {
    boolean chosen = theme.equals("light") || theme.equals("dark");
    var cookie =
        ResponseCookie.from("theme", chosen ? theme : "")
            .path("/")
            .maxAge(chosen ? KEPT : Duration.ZERO)
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    String back = Referer.path(request);
    boolean ours = back.startsWith(request.getContextPath() + "/");
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .header(HttpHeaders.LOCATION, ours ? back : request.getContextPath() + "/")
        .build();
  }
}
