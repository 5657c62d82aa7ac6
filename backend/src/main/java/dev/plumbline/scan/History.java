package dev.plumbline.scan;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.NodeReports;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.KubeObjects;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What history consists of, room by room. */
@Configuration(proxyBeanMethods = false)
class History {

  @Bean
  Forgettable endedObjectVersions(KubeObjects objects) {
    return new Forgettable("object versions", objects::forget);
  }

  @Bean
  Forgettable endedFindings(Findings findings) {
    return new Forgettable("findings", findings::forget);
  }

  @Bean
  Forgettable endedBlindSpots(Findings findings) {
    return new Forgettable("blind spots", findings::forgetBlindSpots);
  }

  /** Scans that are not the last of their day go whole. */
  @Bean
  Forgettable oldScans(ScanRows rows, Findings findings, KubeObjects objects, Standings standings) {
    return new Forgettable(
        "scans",
        (before, limit) -> {
          List<UUID> scans = rows.outdated(before, scans(limit));
          forgetReceipts(scans, findings, objects);
          standings.forget(scans);
          rows.delete(scans);
          return scans.size();
        });
  }

  /** The last scan of a day keeps its score, and gives up what stands behind it. */
  @Bean
  Forgettable oldReceipts(ScanRows rows, Findings findings, KubeObjects objects) {
    return new Forgettable(
        "receipts",
        (before, limit) -> forgetReceipts(rows.receipted(before, scans(limit)), findings, objects));
  }

  /** Hundreds of rows hang on each scan. */
  private static int scans(int limit) {
    return Math.max(1, limit / 50);
  }

  private static int forgetReceipts(List<UUID> scans, Findings findings, KubeObjects objects) {
    findings.forgetReceipts(scans);
    objects.forgetCoverage(scans);
    return scans.size();
  }

  @Bean
  Forgettable oldNodeReports(NodeReports reports) {
    return new Forgettable("node reports", reports::forget);
  }

  @Bean
  Forgettable oldCredentialUses(Clusters clusters) {
    return new Forgettable("uses of credentials", clusters::forgetCredentialUses);
  }

  @Bean
  Forgettable doneJobs(Jobs jobs) {
    return new Forgettable("jobs", jobs::forget);
  }
}
