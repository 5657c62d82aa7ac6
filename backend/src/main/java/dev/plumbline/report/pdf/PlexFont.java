package dev.plumbline.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that are embedded in every report; no font of the machine is ever used. */
enum PlexFont {
  LIGHT("Plex Sans", 300, "IBMPlexSans-Light"),
  REGULAR("Plex Sans", 400, "IBMPlexSans-Regular"),
  MEDIUM("Plex Sans", 500, "IBMPlexSans-Medium"),
  SEMIBOLD("Plex Sans", 600, "IBMPlexSans-SemiBold"),
  MONO("Plex Mono", 400, "IBMPlexMono-Regular"),
  MONO_SEMIBOLD("Plex Mono", 600, "IBMPlexMono-SemiBold");

  private final String family;
  private final int weight;
  private final String file;

  PlexFont(String family, int weight, String file) {
    this.family = family;
    this.weight = weight;
    this.file = file;
  }

  String family() {
    return family;
  }

  int weight() {
    return weight;
  }

  InputStream open() {
    String path = "/static/assets/fonts/pdf/" + file + ".ttf";
    return Objects.requireNonNull(PlexFont.class.getResourceAsStream(path), path);
  }

  CmapLookup glyphs() {
    try (var stream = open();
        var buffer = RandomAccessReadBuffer.createBufferFromStream(stream)) {
      return new TTFParser().parse(buffer).getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
