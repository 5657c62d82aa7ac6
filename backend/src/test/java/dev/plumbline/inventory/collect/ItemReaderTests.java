package dev.plumbline.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemReaderTests {

  private static final Kind POD = Kind.core("Pod");
  private static final ItemReader.Expected PODS = new ItemReader.Expected(Kinds.PODS, "v1");

  private final List<KubeObject> read = new ArrayList<>();

  @Test
  void itemsOfAnApiListTakeTheExpectedKind() {
    Items items =
        page(
            """
            {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1","continue":"next"},
             "items":[{"metadata":{"name":"a","namespace":"shop"},"spec":{"priority":5,"none":null,"many":[null,1.5]}}]}\
            """);
    assertThat(items.count(POD)).isEqualTo(1);
    assertThat(items.next()).isEqualTo("next");
    assertThat(items.lack()).isEqualTo("further pages were not read");
    assertThat(read.getFirst().key()).hasToString("shop/Pod/a");
    assertThat(read.getFirst().version()).isEqualTo("v1");
    assertThat(read.getFirst().document().toString())
        .contains("spec={priority=5, many=[1.5]}", "kind=Pod", "apiVersion=v1");
    assertThat(read.getFirst().document().get("spec")).asString().doesNotContain("none");
  }

  @Test
  void theTokenOfTheNextPageMayStandBehindTheItems() {
    assertThat(page("{\"items\":[],\"metadata\":{\"continue\":\"next\"}}").next())
        .isEqualTo("next");
  }

  @Test
  void metadataOnlyItemsTakeTheExpectedKind() {
    var secrets = new ItemReader.Expected(Kinds.SECRETS, "v1");
    new ItemReader()
        .read(
            stream(
                "{\"items\":[{\"kind\":\"PartialObjectMetadata\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"name\":\"s\"}}]}"),
            secrets,
            read::add);
    assertThat(read.getFirst().key()).hasToString("Secret/s");
  }

  @Test
  void mixedAndNestedListsAndSingleObjectsAreRead() {
    Items items =
        any(
            """
            {"apiVersion":"v1","kind":"List","items":[
              {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}},
              {"kind":"DeploymentList","apiVersion":"apps/v1","items":[{"metadata":{"name":"b"}}]},
              {"apiVersion":"example.org/v1","kind":"Thing","metadata":{"name":"t"}}]}
            {"apiVersion":"v1","kind":"Node","metadata":{"name":"n"}}\
            """);
    assertThat(read)
        .extracting(object -> object.key().toString())
        .containsExactly("Pod/a", "apps/Deployment/b", "Node/n");
    assertThat(items.unknown()).containsEntry("example.org/Thing", 1);
    assertThat(items.lack()).isEmpty();
  }

  @Test
  void aNullListIsAnEmptyOne() {
    assertThat(page("{\"kind\":\"PodList\",\"items\":null}").lack()).isEmpty();
  }

  @Test
  void aCutStreamKeepsWhatWasReadAndSaysSo() {
    String whole =
        "{\"items\":["
            + "{\"metadata\":{\"name\":\"a\"}},".repeat(20)
            + "{\"metadata\":{\"name\":\"z\"}}]}";
    for (int cut = 0; cut < whole.length(); cut++) {
      read.clear();
      Items items = page(whole.substring(0, cut));
      assertThat(items.failure()).as("cut at %d", cut).isNotEmpty();
      assertThat(read).hasSize(items.count(POD)).hasSizeLessThan(22);
    }
  }

  @Test
  void whatIsNoObjectIsCountedAndNamed() {
    Items items =
        page("{\"items\":[null,7,\"x\",[1],{\"metadata\":null},{\"metadata\":{\"name\":\"a\"}}]}");
    assertThat(items.refused()).isEqualTo(5);
    assertThat(items.notes())
        .contains("where an object is expected stands null", "an object of kind Pod has no name");
    assertThat(items.count(POD)).isEqualTo(1);
    assertThat(items.lack()).isEqualTo("5 objects could not be taken");
    assertThat(any("null").refused()).isEqualTo(1);
    assertThat(any("{}").refused()).isEqualTo(1);
    assertThat(any("").failure()).isNotEmpty();
  }

  @Test
  void aForeignKindAmongTheExpectedIsRefused() {
    assertThat(
            page("{\"items\":[{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"s\"}}]}")
                .refused())
        .isEqualTo(1);
    assertThat(read).isEmpty();
  }

  @Test
  void anErrorOfTheServerIsToldAsItSaysIt() {
    Items items =
        any(
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"pods"
                + " is forbidden\"}");
    assertThat(items.lack()).isEqualTo("pods is forbidden");
  }

  @Test
  void contentOfASecretIsNeverReadWhereverItStands() {
    any(
        "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"canary\"},\"kind\":\"Secret\",\"metadata\":{\"name\":\"s\"},\"stringData\":{\"b\":\"canary\"},\"type\":\"Opaque\"}");
    assertThat(read.toString()).doesNotContain("canary").contains("Opaque");
  }

  @Test
  void valuesOfConfigMapsAreOnlyReadWhereSelected() {
    any(
        "{\"apiVersion\":\"v1\",\"data\":{\"kubelet\":\"kept\",\"b\":\"canary\"},\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"kubelet-config\",\"namespace\":\"kube-system\"}}");
    assertThat(read.toString()).contains("kubelet=kept", "b=<redacted>").doesNotContain("canary");
  }

  @Test
  void longNamesAreShortenedToFitAndTold() {
    Items items =
        any(
            "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\""
                + "n".repeat(10_000)
                + "\"}}");
    assertThat(read.getFirst().key().name()).hasSizeLessThanOrEqualTo(Texts.LONGEST_NAME);
    assertThat(items.notes().getFirst()).contains("10000 characters");
  }

  @Test
  void markupFormulasAndUnstorableCharactersStayInertData() {
    any(
        "{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"<b>=cmd()</b>\",\"labels\":{\"a\":\"x\\u0000y\\ud800z\"}}}");
    assertThat(read.getFirst().key().name()).isEqualTo("<b>=cmd()</b>");
    assertThat(read.getFirst().labels()).containsEntry("a", "x\uFFFDy\uFFFDz");
  }

  @Test
  void depthAndSizeAreBounded() {
    String deep =
        "{\"items\":[{\"metadata\":{\"name\":\"a\"},\"spec\":"
            + "[".repeat(300)
            + "]".repeat(300)
            + "},{\"metadata\":{\"name\":\"b\"}}]}";
    assertThat(page(deep).notes().getFirst()).isEqualTo("Pod a is nested deeper than 200 levels");
    assertThat(read).hasSize(1);
    String wide =
        "{\"items\":[{\"spec\":[" + "1,".repeat(1_200_000) + "1],\"metadata\":{\"name\":\"a\"}}]}";
    assertThat(page(wide).notes().getFirst()).endsWith("is larger than 32 MiB");
    String text =
        "{\"items\":[{\"spec\":\"" + "x".repeat(2 << 20) + "\",\"metadata\":{\"name\":\"a\"}}]}";
    assertThat(page(text).count(POD)).isEqualTo(1);
    assertThat(read.getLast().document().get("spec")).isEqualTo("<2097152 characters, too long>");
  }

  @Test
  void theSizeOfTheWholeClusterIsBounded() {
    var reader = new ItemReader(1000);
    Items items =
        reader.read(
            stream("{\"items\":[" + "{\"metadata\":{\"name\":\"a\"}},".repeat(100) + "{}]}"),
            PODS,
            read::add);
    assertThat(items.failure()).contains("take more than");
    assertThat(read).isNotEmpty().hasSizeLessThan(20);
  }

  @Test
  void integersBeyondAllBoundsDoNoHarm() {
    page("{\"items\":[{\"metadata\":{\"name\":\"a\"},\"spec\":123456789012345678901234567890}]}");
    assertThat(read.getFirst().document().get("spec")).isEqualTo("123456789012345678901234567890");
  }

  @Test
  void whatWindowsShellsWriteIsRead() {
    String node = "\uFEFF{\"apiVersion\":\"v1\",\"kind\":\"Node\",\"metadata\":{\"name\":\"n\"}}";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      read.clear();
      new ItemReader().read(new ByteArrayInputStream(node.getBytes(charset)), read::add);
      assertThat(read).as(charset.name()).hasSize(1);
    }
  }

  private Items page(String json) {
    return new ItemReader().read(stream(json), PODS, read::add);
  }

  private Items any(String json) {
    return new ItemReader().read(stream(json), read::add);
  }

  private static ByteArrayInputStream stream(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
