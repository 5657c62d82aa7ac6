package dev.plumbline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/**
 * Where a handler stands: pages of an organisation match only below {@code /t/<slug>}, everything
 * else only outside.
 */
record Place(boolean inOrganisation) implements RequestCondition<Place> {

  @Override
  public Place combine(Place other) {
    return other;
  }

  @Override
  public @Nullable Place getMatchingCondition(HttpServletRequest request) {
    return TenantFilter.inOrganisation(request) == inOrganisation ? this : null;
  }

  @Override
  public int compareTo(Place other, HttpServletRequest request) {
    return 0;
  }
}
