package dev.plumbline.web.api.frameworks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlKind;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A control as the API shows it.
 *
 * @param status over all clusters asked for: the gravest
 * @param ask OPEN, ATTESTED or EXPIRED for what a person must show, absent when nothing is asked
 * @param evidence what the clusters show
 * @param question what a person must still show
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ControlJson(
    String id,
    String parent,
    String topic,
    ControlKind kind,
    @Nullable ControlKind kindManaged,
    ControlStatus status,
    @Nullable ControlStatus ask,
    String evidence,
    String question,
    Map<String, String> provider,
    Map<String, String> traits,
    List<String> objectives) {

  static ControlJson of(FleetControl standing) {
    Control control = standing.control();
    return new ControlJson(
        control.id(),
        control.parent(),
        control.topic(),
        control.kind(),
        control.kindManaged(),
        standing.status(),
        standing.ask(),
        control.evidence(),
        control.ask(),
        control.provider(),
        control.traits(),
        control.mapping().objectives());
  }
}
