package dev.plumbline.database.embedded;

import dev.plumbline.database.DatabaseAddress;
import dev.plumbline.database.OwnDatabase;
import dev.plumbline.database.StartRefused;

/** The embedded database that another process of ours runs at this moment. */
record JoinedDatabase(EmbeddedFolder folder, DatabaseAddress address) implements OwnDatabase {

  static boolean isRunning(EmbeddedFolder folder) {
    folder.create();
    var lock = FolderLock.tryTake(folder);
    lock.ifPresent(FolderLock::close);
    return lock.isEmpty();
  }

  static JoinedDatabase on(EmbeddedFolder folder) {
    int port =
        new LeftoverServer(folder.data())
            .port()
            .orElseThrow(() -> new StartRefused("Plumbline is starting just now: try again."));
    return new JoinedDatabase(folder, EmbeddedRoles.address(port, EmbeddedPasswords.of(folder)));
  }

  @Override
  public String place() {
    return folder.root().toString();
  }
}
