package dev.plumbline.web.pages.auditlog;

import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.AuditChain;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.security.Requires;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, in a chain that tells when it was touched. */
@Controller
class AuditlogPage {

  private static final int PAGE = 100;

  private final Audit audit;
  private final AuditChain chain;

  AuditlogPage(Audit audit, AuditChain chain) {
    this.audit = audit;
    this.chain = chain;
  }

  @Requires(Permission.READ_AUDIT)
  @GetMapping("/audit-log")
  String show(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Model model) {
    var page = audit.sealedBefore(before, PAGE);
    String words = q.strip().toLowerCase(Locale.ROOT);
    var shown = page.stream().filter(one -> matches(one.entry(), words)).toList();
    var newest = audit.sealedBefore(Long.MAX_VALUE, 1);
    model.addAttribute(
        "view",
        new AuditlogView(
            newest.isEmpty()
                ? "Nothing was done yet."
                : Format.counted(newest.getFirst().entry().seq(), "entry", "entries") + ".",
            q,
            newest.isEmpty() ? "" : newest.getFirst().digest(),
            chainMark(),
            shown.stream().map(AuditlogPage::entry).toList(),
            pager(page, before),
            null));
    return "pages/auditlog/auditlog";
  }

  private Mark chainMark() {
    return chain
        .firstBroken()
        .map(seq -> Mark.fail("Broken at entry " + seq))
        .orElseGet(() -> Mark.pass("Whole"));
  }

  private static boolean matches(Audit.Entry entry, String words) {
    String text = String.join(" ", entry.actor(), entry.action(), entry.target(), entry.detail());
    return text.toLowerCase(Locale.ROOT).contains(words);
  }

  private static AuditlogView.Entry entry(Audit.Sealed sealed) {
    var entry = sealed.entry();
    return new AuditlogView.Entry(
        Format.moment(entry.at(), ZoneOffset.UTC),
        entry.actor(),
        entry.action(),
        entry.target(),
        entry.detail(),
        sealed.digest().substring(0, 12));
  }

  private static Pager pager(List<Audit.Sealed> page, long before) {
    String range =
        page.isEmpty()
            ? "Nothing"
            : "Entries %d to %d"
                .formatted(page.getLast().entry().seq(), page.getFirst().entry().seq());
    boolean more = page.size() == PAGE && page.getLast().entry().seq() > 1;
    return new Pager(
        range,
        before == Long.MAX_VALUE ? null : "/audit-log",
        more ? "/audit-log?before=" + page.getLast().entry().seq() : null);
  }
}
