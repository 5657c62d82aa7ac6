package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.plumbline.check.cel.Terms.Member;
import dev.plumbline.inventory.shape.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** CEL as dev.cel evaluates it. */
public final class DevCel implements Language {

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableReservedIds(false)
          .maxExpressionCodePointSize(8192)
          .comprehensionMaxIterations(10_000_000)
          .build();

  private static final int COMPILERS = 500;

  private final Terms terms;
  private final CelTypes types;
  private final Iterable<CelFunctionDecl> functions;
  private final CelRuntime runtime;
  private final Map<Signature, CelCompiler> compilers = new LinkedHashMap<>(16, 0.75f, true);

  public DevCel(Terms terms) {
    this.terms = terms;
    this.types = new CelTypes(terms);
    this.functions = declarations(terms.members());
    this.runtime = runtime(terms.members());
  }

  @Override
  public Compiled compile(String source, Map<String, Type> variables, Type result) {
    return compiled(checked(source, variables, result));
  }

  /** The type-checked tree of an expression. */
  CelAbstractSyntaxTree checked(String source, Map<String, Type> variables, Type result) {
    try {
      return compiler(variables, result).compile(source).getAst();
    } catch (CelValidationException e) {
      throw new InvalidExpression(
          "", String.valueOf(e.getMessage()), e.getErrors().stream().map(Places::issue).toList());
    }
  }

  Compiled compiled(CelAbstractSyntaxTree ast) {
    try {
      CelRuntime.Program program = runtime.createProgram(ast);
      return new Compiled(
          given -> evaluate(program, given),
          CelTypes.type(ast.getResultType()),
          new Touches(ast, terms).list(),
          Optional.empty());
    } catch (CelEvaluationException e) {
      throw new InvalidExpression(String.valueOf(e.getMessage()));
    }
  }

  private synchronized CelCompiler compiler(Map<String, Type> variables, Type result) {
    CelCompiler compiler =
        compilers.computeIfAbsent(
            new Signature(Map.copyOf(variables), result),
            signature -> newCompiler(signature.variables(), signature.result()));
    if (compilers.size() > COMPILERS) {
      compilers.remove(compilers.keySet().iterator().next());
    }
    return compiler;
  }

  /** What an expression may name and must yield; expressions alike share a compiler. */
  private record Signature(Map<String, Type> variables, Type result) {}

  private CelCompiler newCompiler(Map<String, Type> variables, Type result) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(types)
            .addLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.lists(),
                CelExtensions.bindings(),
                CelExtensions.sets(OPTIONS))
            .addFunctionDeclarations(functions)
            .setResultType(CelTypes.cel(result));
    variables.forEach((name, type) -> builder.addVar(name, CelTypes.cel(type)));
    return builder.build();
  }

  private static CelRuntime runtime(List<Member> members) {
    return CelRuntimeFactory.standardCelRuntimeBuilder()
        .setOptions(OPTIONS)
        .addLibraries(
            CelExtensions.optional(),
            CelExtensions.strings(),
            CelExtensions.lists(),
            CelExtensions.sets(OPTIONS))
        .addFunctionBindings(members.stream().map(DevCel::binding).toList())
        .build();
  }

  private static Object evaluate(CelRuntime.Program program, Map<String, Object> variables) {
    try {
      return program.eval(name -> Optional.ofNullable(variables.get(name)));
    } catch (CelEvaluationException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(CelEvaluationException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownAnswer unknown) {
        return unknown;
      }
    }
    return new EvaluationFailed(String.valueOf(failure.getMessage()));
  }

  private static Iterable<CelFunctionDecl> declarations(List<Member> members) {
    return members.stream()
        .collect(
            Collectors.groupingBy(
                Member::name, Collectors.mapping(DevCel::overload, Collectors.toList())))
        .entrySet()
        .stream()
        .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CelOverloadDecl overload(Member member) {
    List<CelType> parameters = new ArrayList<>(List.of(CelTypes.cel(member.receiver())));
    member.parameters().forEach(type -> parameters.add(CelTypes.cel(type)));
    return CelOverloadDecl.newMemberOverload(id(member), CelTypes.cel(member.result()), parameters);
  }

  private static CelFunctionBinding binding(Member member) {
    List<Class<?>> classes = new ArrayList<>(List.of(Map.class));
    member.parameters().forEach(type -> classes.add(Object.class));
    return CelFunctionBinding.from(
        id(member), classes, arguments -> member.call().apply(Arrays.asList(arguments)));
  }

  /** What the checker calls this function. */
  static String id(Member member) {
    return member.receiver().name().replace('.', '_') + "_" + member.name();
  }
}
