package dev.plumbline.notify.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, from the settings {@code plumbline.mail.*}.
 *
 * @param host absent for none: nothing is sent then
 * @param username absent where the server asks for none
 * @param passwordFile a file that holds the password instead
 * @param from the sender, such as {@code Plumbline <plumbline@example.org>}
 * @param starttls whether the connection must be encrypted by STARTTLS
 * @param tls whether it is encrypted from the first byte, as on port 465
 */
@ConfigurationProperties("plumbline.mail")
record MailSettings(
    @Nullable String host,
    @DefaultValue("587") int port,
    @Nullable String username,
    @Nullable String password,
    @Nullable String passwordFile,
    @DefaultValue("plumbline@localhost") String from,
    @DefaultValue("true") boolean starttls,
    @DefaultValue("false") boolean tls) {

  boolean present() {
    return host != null && !host.isBlank();
  }

  @Nullable String secret() {
    if (passwordFile == null || passwordFile.isBlank()) {
      return password;
    }
    try {
      return Files.readString(Path.of(passwordFile)).strip();
    } catch (IOException e) {
      throw new IllegalStateException("plumbline.mail.password-file cannot be read", e);
    }
  }
}
