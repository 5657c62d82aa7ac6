package dev.plumbline.web.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A text that the browser keeps as a file. */
public final class Download {

  private Download() {}

  /** Takes the file's name without its ending. */
  public static ResponseEntity<byte[]> yaml(String name, String text) {
    var disposition = ContentDisposition.attachment().filename(name + ".yaml").build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
