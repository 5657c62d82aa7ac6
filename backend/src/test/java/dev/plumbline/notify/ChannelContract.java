package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every channel promises; each has a test class that extends this. */
public abstract class ChannelContract {

  /** The channel, talking to a server that takes everything. */
  protected abstract Channel channel();

  /** The channel, talking to a server that is not there. */
  protected abstract Channel unreachable();

  /** The channel, not set up. */
  protected abstract Channel absent();

  /** A recipient that nobody has used. */
  protected abstract String recipient();

  /** What the other side got for a recipient, each as the id by which it tells repetitions. */
  protected abstract List<String> received(String recipient);

  @Test
  void hasAName() {
    assertThat(channel().name()).matches("[a-z]+");
  }

  @Test
  void carriesNewsOnceAndSaysSo() {
    String recipient = recipient();
    assertThat(channel().send(Dispatches.to(recipient))).isInstanceOf(Receipt.Accepted.class);
    assertThat(received(recipient)).hasSize(1);
  }

  @Test
  void sendsTheSameNewsUnderTheSameIdAndOtherNewsUnderAnother() {
    String recipient = recipient();
    var dispatch = Dispatches.to(recipient);
    channel().send(dispatch);
    channel().send(dispatch);
    channel().send(Dispatches.to(recipient));
    var ids = received(recipient);
    assertThat(ids).hasSize(3);
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @Test
  void aServerThatIsNotThereIsAskedAgain() {
    assertThat(unreachable().send(Dispatches.to(recipient()))).isInstanceOf(Receipt.Unclear.class);
  }

  @Test
  void isReadyOnlyWhenItWasSetUp() {
    assertThat(channel().ready()).isTrue();
    assertThat(absent().ready()).isFalse();
  }
}
