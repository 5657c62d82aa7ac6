package dev.plumbline.web.pages.settings;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Members;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Person;
import dev.plumbline.tenant.Role;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Roles;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.security.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the views of the settings' tabs. */
@Component
class SettingsSheet {

  private static final List<Integer> LIFETIMES = List.of(30, 90, 180, 365);
  private static final List<Integer> RETENTION = List.of(90, 180, 400, 730, 1095, 2190, 2557);

  private final Members members;
  private final Invitations invitations;
  private final ApiTokens tokens;
  private final Organisations organisations;
  private final Clock clock;

  SettingsSheet(
      Members members,
      Invitations invitations,
      ApiTokens tokens,
      Organisations organisations,
      Clock clock) {
    this.members = members;
    this.invitations = invitations;
    this.tokens = tokens;
    this.organisations = organisations;
    this.clock = clock;
  }

  SettingsView people(Access access, @Nullable String link) {
    boolean change = access.may(Permission.MANAGE_MEMBERS);
    var view =
        new SettingsView.Members(
            members.all().stream().map(member -> member(member, access)).toList(),
            invitations.pending().stream().map(this::invitation).toList(),
            grantable(access),
            change,
            link,
            "");
    return new SettingsView(tabs("/settings"), view, null, null, Map.of());
  }

  private static SettingsView.Member member(Members.Member member, Access access) {
    boolean self = access.person().map(Person::id).filter(member.person()::equals).isPresent();
    return new SettingsView.Member(
        member.id().toString(),
        member.name(),
        member.email(),
        member.role().name(),
        Roles.words(member.role()),
        Format.moment(member.since(), ZoneOffset.UTC),
        self,
        !self && access.role().mayGrant(member.role()));
  }

  private SettingsView.Invitation invitation(Invitations.Invitation open) {
    return new SettingsView.Invitation(
        open.id().toString(),
        open.email(),
        Roles.words(open.role()),
        Format.moment(open.expiresAt(), ZoneOffset.UTC),
        open.expiresAt().isBefore(clock.instant()));
  }

  SettingsView tokens(Access access, @Nullable String secret) {
    boolean change = access.may(Permission.MANAGE_MEMBERS);
    var view =
        new SettingsView.Tokens(
            tokens.all().stream().map(token -> token(token, change)).toList(),
            grantable(access),
            LIFETIMES,
            change,
            secret,
            "");
    return new SettingsView(tabs("/settings/tokens"), null, view, null, Map.of());
  }

  private SettingsView.Token token(ApiTokens.ApiToken token, boolean change) {
    boolean ended = token.expiresAt().filter(end -> end.isBefore(clock.instant())).isPresent();
    return new SettingsView.Token(
        token.id().toString(),
        token.prefix(),
        token.name(),
        Roles.words(token.role()),
        Format.moment(token.createdAt(), ZoneOffset.UTC),
        token.expiresAt().map(SettingsSheet::moment).orElse("never"),
        token.lastUsedAt().map(SettingsSheet::moment).orElse("never"),
        ended ? new Mark(Mark.Kind.EXPIRED, "Ended") : Mark.pass("Valid"),
        change);
  }

  private static String moment(Instant instant) {
    return Format.moment(instant, ZoneOffset.UTC);
  }

  SettingsView organisation(Access access) {
    var current = organisations.current();
    var view =
        new SettingsView.Organisation(
            current.name(),
            current.slug(),
            current.retentionDays(),
            RETENTION,
            "UTC",
            List.of("UTC"),
            access.may(Permission.MANAGE_MEMBERS),
            access.may(Permission.DELETE_ORGANISATION));
    return new SettingsView(tabs("/settings/organisation"), null, null, view, Map.of());
  }

  private static List<SettingsView.Option> grantable(Access access) {
    return Arrays.stream(Role.values())
        .filter(access.role()::mayGrant)
        .map(role -> new SettingsView.Option(role.name(), Roles.words(role)))
        .toList();
  }

  private static List<Tab> tabs(String current) {
    return List.of(
        tab("Members", "/settings", current),
        tab("API tokens", "/settings/tokens", current),
        tab("Organisation", "/settings/organisation", current));
  }

  private static Tab tab(String words, String href, String current) {
    return new Tab(words, null, href, href.equals(current));
  }
}
