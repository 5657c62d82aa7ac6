package dev.plumbline.web.pages.settings;

import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Tab;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings; exactly one of the three tabs is set.
 *
 * @param problems field name to what is wrong with it
 */
public record SettingsView(
    List<Tab> tabs,
    @Nullable Members members,
    @Nullable Tokens tokens,
    @Nullable Organisation organisation,
    Map<String, String> problems) {

  /**
   * People and invitations.
   *
   * @param roles the roles the person may give
   * @param change whether the person may change members
   * @param link the link of an invitation just made, shown this once; null otherwise
   */
  public record Members(
      List<Member> people,
      List<Invitation> invitations,
      List<Option> roles,
      boolean change,
      @Nullable String link,
      String email) {}

  /** Something to choose. */
  public record Option(String value, String words) {}

  /**
   * One member.
   *
   * @param role as the value of an option
   * @param change whether the person may change this one's role or remove it
   */
  public record Member(
      String id,
      String name,
      String email,
      String role,
      String roleWords,
      String since,
      boolean self,
      boolean change) {}

  /** An invitation nobody has accepted yet. */
  public record Invitation(String id, String email, String roleWords, String ends, boolean ended) {}

  /**
   * API tokens.
   *
   * @param roles what rights a new one may have
   * @param days how long it may live
   * @param secret the token just made, shown this once; null otherwise
   */
  public record Tokens(
      List<Token> tokens,
      List<Option> roles,
      List<Integer> days,
      boolean change,
      @Nullable String secret,
      String name) {}

  /** One API token. */
  public record Token(
      String id,
      String prefix,
      String name,
      String roleWords,
      String made,
      String ends,
      String used,
      Mark state,
      boolean revocable) {}

  /**
   * The organisation itself.
   *
   * @param days how long history is kept
   * @param delete whether the person may delete it
   */
  public record Organisation(
      String name,
      String slug,
      int days,
      List<Integer> choices,
      String zone,
      List<String> zones,
      boolean change,
      boolean delete) {}
}
