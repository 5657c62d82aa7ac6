package dev.plumbline.notify;

/** One way by which news leaves; found as a bean. */
public interface Channel {

  /** Its name, as the delivery log shows it. */
  String name();

  /** Whether it was set up; one that was not delivers nothing and says so. */
  boolean ready();

  /**
   * Carries one piece of news to one recipient. After {@link Receipt.Unclear} it is asked again
   * with the same dispatch, and must send it so that the recipient can tell that it is the same.
   */
  Receipt send(Dispatch dispatch);
}
