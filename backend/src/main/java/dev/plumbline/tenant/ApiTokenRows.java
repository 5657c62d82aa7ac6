package dev.plumbline.tenant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ApiTokenRows extends JpaRepository<ApiTokenEntity, UUID> {

  Optional<ApiTokenEntity> findByTokenHash(byte[] tokenHash);

  List<ApiTokenEntity> findAllByOrderByName();

  boolean existsByName(String name);
}
