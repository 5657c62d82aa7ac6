package dev.plumbline.compliance;

/** Something that hangs on frameworks, told by the room that keeps it. */
public interface FrameworkUse {

  /** How many of them name a framework of the current organisation. */
  int count(String framework);

  /** What they are called, one and many, such as {@code schedule} and {@code schedules}. */
  Words words();

  /** One and many. */
  record Words(String one, String many) {

    /** Such as {@code 2 schedules}. */
    public String counted(int count) {
      return count + " " + (count == 1 ? one : many);
    }
  }
}
