package dev.plumbline.scan;

import java.time.Duration;

/** Does the jobs of one kind; found as a bean. */
public interface JobHandler {

  /** The kind of job it does. */
  String kind();

  /** After how long a worker that says nothing is taken for dead. */
  Duration lease();

  /**
   * Does one job in the name of its tenant, outside any transaction. It must end the job itself, in
   * the transaction that stores the result: {@link Jobs#close}, {@link Jobs#retry} or {@link
   * Jobs#fail}. What it throws is kept as the job's error, and the job is claimed again when its
   * lease ends.
   */
  void run(Job job);
}
