package dev.plumbline.web.pages.owncontrol;

import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A control as a person typed it; fields that were not sent are null. */
record OwnControlForm(
    @Nullable String id,
    @Nullable String parent,
    @Nullable String topic,
    @Nullable String kind,
    @Nullable List<String> objective,
    @Nullable List<String> plus,
    @Nullable List<String> minus,
    @Nullable String names,
    @Nullable String evidence,
    @Nullable String ask,
    @Nullable Integer revision) {

  static OwnControlForm of(Control control, int revision) {
    return new OwnControlForm(
        control.id(),
        control.parent(),
        control.topic(),
        word(control.kind()),
        control.mapping().objectives(),
        control.mapping().plus(),
        control.mapping().minus(),
        String.join("\n", control.benchmark()),
        control.evidence(),
        control.ask(),
        revision);
  }

  static OwnControlForm fresh(int revision) {
    return new OwnControlForm("", "", "", "evidence", null, null, null, "", "", "", revision);
  }

  /** What it says; what the form does not ask for stays as it was. */
  Control control(@Nullable Control before) {
    return new Control(
        before == null ? text(id) : before.id(),
        text(parent),
        text(topic),
        answeredBy(),
        before == null ? null : before.kindManaged(),
        new Control.Mapping(
            filled(objective),
            filled(plus),
            filled(minus),
            before != null && before.mapping().sourced(),
            before == null ? 0 : before.mapping().sourcedPairs()),
        text(names).lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        text(evidence),
        text(ask),
        before == null ? Map.of() : before.provider(),
        before == null ? Map.of() : before.traits());
  }

  private ControlKind answeredBy() {
    return Stream.of(ControlKind.values())
        .filter(each -> word(each).equals(kind))
        .findFirst()
        .orElse(ControlKind.MANUAL);
  }

  int known() {
    return revision == null ? 0 : revision;
  }

  static List<String> filled(@Nullable List<String> typed) {
    return typed == null
        ? List.of()
        : typed.stream().map(String::strip).filter(each -> !each.isEmpty()).distinct().toList();
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\r\n", "\n").strip();
  }

  static String word(ControlKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
