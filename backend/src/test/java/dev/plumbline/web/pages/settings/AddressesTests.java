package dev.plumbline.web.pages.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class AddressesTests {

  private static final String UNSET = "http://localhost:8080";

  @BeforeEach
  void aRequestWithAHostOfTheSendersChoice() {
    var request = new MockHttpServletRequest("POST", "/t/acme/settings/invitations");
    request.setServerName("evil.example");
    request.setServerPort(80);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
  }

  @AfterEach
  void forgetIt() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void theAddressThatIsSetIsUsedWhateverTheRequestSays() {
    assertThat(new Addresses("https://posture.example.org/", UNSET).of("/invite?token=t"))
        .isEqualTo("https://posture.example.org/invite?token=t");
  }

  @Test
  void withoutOneItIsAsTheBrowserReachedUs() {
    assertThat(new Addresses(UNSET, UNSET).of("/invite?token=t"))
        .isEqualTo("http://evil.example/invite?token=t");
  }
}
