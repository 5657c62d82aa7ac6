package dev.plumbline.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;

/** The elements of a page, in document order. */
record Html(List<Element> elements) {

  /**
   * One element.
   *
   * @param inside names of the elements around it, outermost first
   */
  record Element(String name, Map<String, String> attributes, List<String> inside) {

    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }

    String get(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  static Html parse(String source) {
    var reader = new Reader();
    try {
      new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(source, reader);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
    return new Html(reader.elements);
  }

  List<Element> all(Predicate<Element> wanted) {
    return elements.stream().filter(wanted).toList();
  }

  List<Element> named(String name) {
    return all(e -> e.name().equals(name));
  }

  private static final class Reader extends AbstractSimpleMarkupHandler {

    private final List<Element> elements = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    @Override
    public void handleStandaloneElement(
        String name, Map<String, String> attributes, boolean minimized, int line, int col) {
      add(name, attributes);
    }

    @Override
    public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
      add(name, attributes);
      open.add(name);
    }

    @Override
    public void handleCloseElement(String name, int line, int col) {
      open.remove(open.size() - 1);
    }

    @Override
    public void handleAutoCloseElement(String name, int line, int col) {
      open.remove(open.size() - 1);
    }

    private void add(String name, Map<String, String> attributes) {
      elements.add(
          new Element(name, attributes == null ? Map.of() : attributes, List.copyOf(open)));
    }
  }
}
