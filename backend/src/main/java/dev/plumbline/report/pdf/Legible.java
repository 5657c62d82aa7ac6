package dev.plumbline.report.pdf;

import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;

/** Writes characters that the embedded fonts lack, or that show nothing, by their number. */
final class Legible {

  private final List<CmapLookup> fonts = List.of(PlexFont.REGULAR.glyphs(), PlexFont.MONO.glyphs());

  String text(String text) {
    var legible = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(legible, point));
    return legible.toString();
  }

  private void append(StringBuilder legible, int point) {
    if (point == '\n' || !silent(point) && known(point)) {
      legible.appendCodePoint(point);
    } else {
      legible.append("[U+%04X]".formatted(point));
    }
  }

  private static boolean silent(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  private boolean known(int point) {
    return fonts.stream().anyMatch(font -> font.getGlyphId(point) != 0);
  }
}
