package dev.plumbline.check.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.plumbline.inventory.shape.Shape;
import dev.plumbline.inventory.shape.Type;
import java.util.Map;
import java.util.Optional;

/** Our types in CEL's words, and back. */
final class CelTypes implements CelTypeProvider {

  private static final Map<Type, CelType> SCALARS =
      Map.of(
          Type.TEXT, SimpleType.STRING,
          Type.WHOLE, SimpleType.INT,
          Type.REAL, SimpleType.DOUBLE,
          Type.FLAG, SimpleType.BOOL,
          Type.ANY, SimpleType.DYN);

  private final Terms terms;

  CelTypes(Terms terms) {
    this.terms = terms;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableSet.of();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return terms.shape(name).map(CelTypes::struct);
  }

  private static CelType struct(Shape shape) {
    return StructType.create(
        shape.name(),
        ImmutableSet.copyOf(shape.fields().keySet()),
        field -> Optional.ofNullable(shape.fields().get(field)).map(f -> cel(f.type())));
  }

  static CelType cel(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> SCALARS.getOrDefault(scalar, SimpleType.DYN);
      case Type.ListOf list -> ListType.create(cel(list.element()));
      case Type.MapOf map -> MapType.create(SimpleType.STRING, cel(map.value()));
      case Type.Struct struct -> StructTypeReference.create(struct.name());
    };
  }

  static Type type(CelType cel) {
    return switch (cel) {
      case ListType list -> new Type.ListOf(type(list.elemType()));
      case MapType map -> new Type.MapOf(type(map.valueType()));
      case StructType struct -> new Type.Struct(struct.name());
      case StructTypeReference struct -> new Type.Struct(struct.name());
      default -> scalar(cel);
    };
  }

  /** The type inside an optional, else the type itself. */
  static CelType unwrapped(CelType cel) {
    return cel instanceof OptionalType optional ? optional.parameters().get(0) : cel;
  }

  private static Type scalar(CelType cel) {
    return SCALARS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(cel))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Type.ANY);
  }
}
