package dev.plumbline.tenant;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface InvitationRows extends JpaRepository<InvitationEntity, UUID> {

  Optional<InvitationEntity> findByTokenHash(byte[] tokenHash);

  List<InvitationEntity> findByAcceptedAtIsNullOrderByCreatedAtDesc();
}
