package dev.plumbline.cluster;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClusterRows extends JpaRepository<ClusterEntity, UUID> {

  List<ClusterEntity> findAllByOrderByName();

  List<ClusterEntity> findBySampleTrue();

  Optional<ClusterEntity> findByAlias(String alias);

  boolean existsByAlias(String alias);

  boolean existsByNameAndIdNot(String name, UUID id);
}
