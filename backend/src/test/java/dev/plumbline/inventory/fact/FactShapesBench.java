package dev.plumbline.inventory.fact;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What facts cost of clusters that have much of one thing, where work that is not linear shows;
 * asserts nothing and runs only when asked by name:
 *
 * <pre>mvn -pl backend test -Dtest=FactShapesBench -Dplumbline.bench=true</pre>
 */
class FactShapesBench {

  private static final int[] SIZES = {2_000, 10_000};

  @ParameterizedTest
  @EnumSource(BenchShape.class)
  void worstCases(BenchShape shape) throws Exception {
    assumeThat(System.getProperty("plumbline.bench")).as("asked for by name").isNotNull();
    var costs = new FactCosts();
    for (int size : SIZES) {
      costs.measure(size, shape.objects(size));
    }
    costs.print(shape.name());
  }
}
