package dev.plumbline.finding;

import dev.plumbline.check.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads offences as JSON. */
@Component
class Offences {

  private static final TypeReference<List<Outcome.Offence>> LIST = new TypeReference<>() {};

  private final JsonMapper json;

  Offences(JsonMapper json) {
    this.json = json;
  }

  String write(List<Outcome.Offence> offences) {
    return json.writeValueAsString(offences);
  }

  List<Outcome.Offence> read(String stored) {
    return json.readValue(stored, LIST);
  }
}
