package dev.plumbline.inventory.collect.live;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Cause;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.ItemReader;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.inventory.collect.live.Progress.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a cluster through its API server; half of the kinds forbidden is still a result. */
public final class LiveCollector {

  private static final int LOST_IN_A_ROW = 3;
  private static final int MOST_NOTES = 200;

  private final ApiServer server;
  private final Progress progress;
  private final ItemReader reader = new ItemReader();
  private final List<KubeObject> objects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Kind, Reading> readings = new HashMap<>();
  private int lost;

  private LiveCollector(ApiServer server, Progress progress) {
    this.server = server;
    this.progress = progress;
  }

  /**
   * Collects.
   *
   * @param now when collecting begins
   * @throws ApiFailure when the server cannot be reached at all or does not accept the credential
   * @throws java.util.concurrent.CancellationException when progress says so
   */
  public static Collected collect(ApiServer server, Instant now, Progress progress)
      throws ApiFailure {
    return new LiveCollector(server, progress).collect(now);
  }

  private Collected collect(Instant now) throws ApiFailure {
    progress.phase(Phase.CONNECT);
    ServerVersion version = version();
    progress.phase(Phase.DISCOVER);
    Discovery discovery = new Discoverer(server).discover();
    notes.addAll(discovery.notes());
    progress.phase(Phase.COLLECT);
    Kinds[] kinds = Kinds.values();
    for (int i = 0; i < kinds.length; i++) {
      progress.kind(kinds[i].resource(), i + 1, kinds.length, objects.size());
      readings.put(kinds[i].kind(), reading(kinds[i], discovery));
    }
    return new Collected(new Snapshot(now, version, new Coverage(readings), objects), notes);
  }

  private ServerVersion version() throws ApiFailure {
    try {
      JsonNode answer =
          server.get("/version", "application/json", body -> JsonMapper.shared().readTree(body));
      return ServerVersion.of(answer.path("gitVersion").asString(""));
    } catch (ApiFailure failure) {
      return switch (failure.reason()) {
        case FORBIDDEN, NOT_FOUND -> unknown(failure);
        default -> throw failure;
      };
    }
  }

  private ServerVersion unknown(ApiFailure failure) {
    notes.add("The server does not tell its version: " + failure.message());
    return ServerVersion.UNKNOWN;
  }

  /** Known once they were read, which is first; else the one that the credential itself names. */
  private Namespaces namespaces() {
    Kind kind = Kinds.NAMESPACES.kind();
    var read = objects.stream().filter(object -> object.key().kind().equals(kind));
    List<String> names = read.map(object -> object.key().name()).sorted().toList();
    boolean all = readings.containsKey(kind) && readings.get(kind).state() == State.COMPLETE;
    return new Namespaces(names.isEmpty() ? server.ownNamespace().stream().toList() : names, all);
  }

  private Reading reading(Kinds kind, Discovery discovery) {
    if (discovery.excludes(kind)) {
      return new Reading(State.NOT_SERVED, 0, "not installed");
    }
    Optional<String> version = discovery.version(kind);
    if (version.isEmpty()) {
      return new Reading(State.FAILED, 0, discovery.doubt(kind));
    }
    if (lost >= LOST_IN_A_ROW) {
      return new Reading(State.FAILED, 0, Cause.TIMEOUT, "given up: the server stopped answering");
    }
    var reading = new KindReading(server, reader, kind, version.get(), namespaces(), progress);
    Reading result = reading.read();
    lost = reading.lost() ? lost + 1 : 0;
    objects.addAll(reading.objects());
    reading.notes().stream()
        .limit(Math.max(0, MOST_NOTES - notes.size()))
        .forEach(note -> notes.add(kind.resource() + ": " + note));
    return result;
  }
}
