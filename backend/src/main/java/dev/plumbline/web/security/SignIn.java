package dev.plumbline.web.security;

import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of the person in front of the browser, for pages without an organisation. */
@Component
public class SignIn {

  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();
  private final People people;

  SignIn(People people) {
    this.people = people;
  }

  /** Starts a new session for someone who has just proved who they are. */
  public void start(Person person, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    var context = new SecurityContextImpl(PasswordSignIn.authenticated(person));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }

  /** Who is signed in, empty for nobody. */
  public Optional<Person> person() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? people.find(signedIn.person())
        : Optional.empty();
  }
}
