package dev.plumbline.web.pages.sample;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sample data at one click, and gone at one click, even beside real data. */
@Controller
class SamplePage {

  private final SampleData samples;
  private final Clusters clusters;

  SamplePage(SampleData samples, Clusters clusters) {
    this.samples = samples;
    this.clusters = clusters;
  }

  @Requires(Permission.MANAGE_CLUSTER)
  @PostMapping("/sample")
  String load(RedirectAttributes flash) {
    Thread.ofVirtual().name("sample-data").start(samples.begin());
    flash.addFlashAttribute(
        "notice",
        Notice.good("Two sample clusters: their 30 days of history are being scanned now."));
    return "redirect:/";
  }

  @Requires(Permission.MANAGE_CLUSTER)
  @PostMapping("/sample/remove")
  String remove(RedirectAttributes flash) {
    int removed = clusters.deleteSamples();
    flash.addFlashAttribute("notice", Notice.good(removed + " sample clusters were removed."));
    return "redirect:/";
  }
}
