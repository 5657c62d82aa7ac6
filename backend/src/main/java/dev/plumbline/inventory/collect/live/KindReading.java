package dev.plumbline.inventory.collect.live;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.inventory.Coverage.Cause;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.collect.ItemReader;
import dev.plumbline.inventory.collect.Items;
import dev.plumbline.inventory.collect.Kinds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Reads all objects of one kind, page by page. */
final class KindReading {

  static final int PAGE = 250;
  private static final int MOST_PAGES = 2000;
  private static final int REFUSED_IN_A_ROW = 20;
  private static final String TOO_MANY = "too many pages";
  private static final String METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  private final ApiServer server;
  private final ItemReader reader;
  private final Kinds kind;
  private final String version;
  private final Namespaces namespaces;
  private final Progress progress;
  private final List<KubeObject> objects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<ApiFailure> broken = Optional.empty();
  private boolean lost;

  KindReading(
      ApiServer server,
      ItemReader reader,
      Kinds kind,
      String version,
      Namespaces namespaces,
      Progress progress) {
    this.server = server;
    this.reader = reader;
    this.kind = kind;
    this.version = version;
    this.namespaces = namespaces;
    this.progress = progress;
  }

  List<KubeObject> objects() {
    return objects;
  }

  List<String> notes() {
    return notes;
  }

  /** Whether the server did not answer at all. */
  boolean lost() {
    return lost;
  }

  /** Reads to the end, namespace by namespace where it may not be listed in all at once. */
  Reading read() {
    try {
      return reading(listed(""));
    } catch (ApiFailure failure) {
      boolean refused = failure.reason() == Reason.FORBIDDEN && objects.isEmpty();
      return refused && kind.namespaced() ? inNamespaces() : reading(failure);
    }
  }

  private Reading inNamespaces() {
    List<String> read = new ArrayList<>();
    for (String namespace : namespaces.first()) {
      try {
        String lack = listed(namespace);
        if (!lack.isEmpty()) {
          return unfinished(cause(lack), lack);
        }
        read.add(namespace);
      } catch (ApiFailure failure) {
        if (failure.reason() != Reason.FORBIDDEN) {
          return reading(failure);
        }
      }
      if (read.isEmpty() && namespaces.names().indexOf(namespace) + 1 == REFUSED_IN_A_ROW) {
        break;
      }
    }
    return readIn(read);
  }

  private Reading readIn(List<String> read) {
    if (read.isEmpty()) {
      return reading(State.FORBIDDEN, Cause.FORBIDDEN, "cannot list " + kind.resource());
    }
    return namespaces.all() && read.size() == namespaces.names().size()
        ? reading(State.COMPLETE, Cause.NONE, "")
        : reading(State.PARTIAL, Cause.FORBIDDEN, namespaces.told(read, kind.resource()));
  }

  /** Lists, and once more from the start where the list expired meanwhile. */
  private String listed(String namespace) throws ApiFailure {
    int before = objects.size();
    try {
      return list(namespace);
    } catch (ApiFailure failure) {
      if (failure.reason() != Reason.GONE) {
        throw failure;
      }
      objects.subList(before, objects.size()).clear();
      notes.clear();
      return list(namespace);
    }
  }

  /** Returns what is missing from the list, empty when nothing is. */
  private String list(String namespace) throws ApiFailure {
    Set<String> seen = new HashSet<>();
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      if (progress.cancelled()) {
        throw new CancellationException("the collection was cancelled");
      }
      Items items = page(namespace, next);
      notes.addAll(items.notes());
      next = items.next();
      if (next.isEmpty() || !lack(items).isEmpty()) {
        return lack(items);
      }
      if (!seen.add(next)) {
        return "the server repeats a page";
      }
    }
    return TOO_MANY;
  }

  private static String lack(Items items) {
    boolean onlyMore =
        items.failure().isEmpty() && items.status().isEmpty() && items.refused() == 0;
    if (onlyMore) {
      return items.list() ? "" : "the answer is not a list";
    }
    return items.lack();
  }

  private Items page(String namespace, String next) throws ApiFailure {
    String from =
        next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    String accept = kind.content() == Kinds.Content.METADATA ? METADATA : "application/json";
    var expected = new ItemReader.Expected(kind, version);
    return server.get(
        path(namespace) + "?limit=" + PAGE + from,
        accept,
        body -> {
          var watched = new Watched(body);
          Items items = reader.read(watched, expected, objects::add);
          broken = watched.failure();
          return items;
        });
  }

  private String path(String namespace) {
    String group = kind.group().isEmpty() ? "/api/" : "/apis/" + kind.group() + "/";
    String within = namespace.isEmpty() ? "" : "namespaces/" + namespace + "/";
    return group + version + "/" + within + kind.plural();
  }

  private Reading reading(String lack) {
    return lack.isEmpty() ? reading(State.COMPLETE, Cause.NONE, "") : unfinished(cause(lack), lack);
  }

  private Cause cause(String lack) {
    return lack.equals(TOO_MANY) || ItemReader.tooMuch(lack)
        ? Cause.TOO_LARGE
        : broken.map(failure -> cause(failure.reason())).orElse(Cause.MALFORMED);
  }

  private Reading reading(ApiFailure failure) {
    lost = failure.reason() == Reason.UNREACHABLE || failure.reason() == Reason.TIMEOUT;
    return switch (failure.reason()) {
      case FORBIDDEN ->
          objects.isEmpty()
              ? reading(State.FORBIDDEN, Cause.FORBIDDEN, "cannot list " + kind.resource())
              : unfinished(Cause.FORBIDDEN, "cannot list " + kind.resource());
      case CANCELLED -> throw new CancellationException("the collection was cancelled");
      default -> unfinished(cause(failure.reason()), failure.message());
    };
  }

  private static Cause cause(Reason reason) {
    return switch (reason) {
      case TIMEOUT -> Cause.TIMEOUT;
      case TOO_LARGE -> Cause.TOO_LARGE;
      case MALFORMED -> Cause.MALFORMED;
      case GONE -> Cause.GONE;
      default -> Cause.ERROR;
    };
  }

  private Reading unfinished(Cause cause, String why) {
    return reading(objects.isEmpty() ? State.FAILED : State.PARTIAL, cause, why);
  }

  private Reading reading(State state, Cause cause, String reason) {
    return new Reading(state, objects.size(), cause, reason);
  }
}
