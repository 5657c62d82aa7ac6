package dev.plumbline.inventory.collect.live;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.cluster.api.ApiServer;
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
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Reads all objects of one kind, page by page. */
final class KindReading {

  static final int PAGE = 250;
  private static final int MOST_PAGES = 2000;
  private static final String METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  private final ApiServer server;
  private final ItemReader reader;
  private final Kinds kind;
  private final String version;
  private final Progress progress;
  private final List<KubeObject> objects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean lost;

  KindReading(ApiServer server, ItemReader reader, Kinds kind, String version, Progress progress) {
    this.server = server;
    this.reader = reader;
    this.kind = kind;
    this.version = version;
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

  /** Reads to the end; a list that expires is read once more from its start. */
  Reading read() {
    try {
      return reading(list());
    } catch (ApiFailure failure) {
      return failure.reason() == Reason.GONE ? again() : reading(failure);
    }
  }

  private Reading again() {
    objects.clear();
    notes.clear();
    try {
      return reading(list());
    } catch (ApiFailure failure) {
      return reading(failure);
    }
  }

  /** Returns what is missing from the list, empty when nothing is. */
  private String list() throws ApiFailure {
    Set<String> seen = new HashSet<>();
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      if (progress.cancelled()) {
        throw new CancellationException("the collection was cancelled");
      }
      Items items = page(next);
      notes.addAll(items.notes());
      next = items.next();
      if (next.isEmpty() || !lack(items).isEmpty()) {
        return lack(items);
      }
      if (!seen.add(next)) {
        return "the server repeats a page";
      }
    }
    return "too many pages";
  }

  private static String lack(Items items) {
    boolean onlyMore =
        items.failure().isEmpty() && items.status().isEmpty() && items.refused() == 0;
    if (onlyMore) {
      return items.list() ? "" : "the answer is not a list";
    }
    return items.lack();
  }

  private Items page(String next) throws ApiFailure {
    String from =
        next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    String accept = kind.content() == Kinds.Content.METADATA ? METADATA : "application/json";
    var expected = new ItemReader.Expected(kind, version);
    return server.get(
        path() + "?limit=" + PAGE + from,
        accept,
        body -> reader.read(body, expected, objects::add));
  }

  private String path() {
    String group = kind.group().isEmpty() ? "/api/" : "/apis/" + kind.group() + "/";
    return group + version + "/" + kind.plural();
  }

  private Reading reading(String lack) {
    return lack.isEmpty() ? reading(State.COMPLETE, "") : unfinished(lack);
  }

  private Reading reading(ApiFailure failure) {
    lost = failure.reason() == Reason.UNREACHABLE || failure.reason() == Reason.TIMEOUT;
    return switch (failure.reason()) {
      case FORBIDDEN ->
          objects.isEmpty()
              ? reading(State.FORBIDDEN, "cannot list " + kind.resource())
              : unfinished("cannot list " + kind.resource());
      case CANCELLED -> throw new CancellationException("the collection was cancelled");
      default -> unfinished(failure.message());
    };
  }

  private Reading unfinished(String why) {
    return reading(objects.isEmpty() ? State.FAILED : State.PARTIAL, why);
  }

  private Reading reading(State state, String reason) {
    return new Reading(state, objects.size(), reason);
  }
}
