package dev.plumbline.tenant;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with argon2id (RFC 9106: 19 MiB, 2 passes, 1 lane). */
@Component
class Passwords {

  static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final String nobodys = encoder.encode(Secrets.next());

  String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new Refused(
          "password", "A password has %d to %d characters.".formatted(SHORTEST, LONGEST));
    }
    return encoder.encode(password);
  }

  boolean matches(String password, String hash) {
    return password.length() <= LONGEST && encoder.matches(password, hash);
  }

  /** Takes as long as a real comparison, so that an unknown address is not told by time. */
  void matchNobody(String password) {
    matches(password, nobodys);
  }
}
