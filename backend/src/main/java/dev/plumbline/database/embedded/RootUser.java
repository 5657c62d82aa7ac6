package dev.plumbline.database.embedded;

import dev.plumbline.database.StartRefused;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL never runs as root; a user namespace helps where the system allows one. */
record RootUser(boolean root, boolean namespaces) {

  static RootUser ofThisProcess() {
    return isRoot()
        ? new RootUser(true, LinuxUtils.isUnshareAvailable())
        : new RootUser(false, false);
  }

  void refuseWhereItCannotRun() {
    if (root && !namespaces) {
      throw new StartRefused(
          "PostgreSQL does not run as root, and this system refuses user namespaces: start"
              + " Plumbline as a normal user, or give a PostgreSQL server with"
              + " PLUMBLINE_DATABASE_URL.");
    }
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException _) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
