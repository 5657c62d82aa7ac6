package dev.plumbline.check.cel;

import static java.lang.constant.ConstantDescs.CD_Object;

import dev.plumbline.check.cel.Shares.Known;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * Writes nodes as the code of one class, so that the virtual machine sees an expression as the one
 * method that it is. What a node leaves is on top of the stack.
 */
final class Assembly {

  private static final int SLOTS = 1;
  private static final ClassDesc CODE = type(Code.class);
  private static final ClassDesc[] SLOTS_ONLY = {CD_Object.arrayType()};
  private static final ClassDesc ELEMENTS = type(Object[][].class);
  private static final ClassDesc LIST = type(List.class);
  private static final ClassDesc ARRAY_LIST = type(ArrayList.class);
  private static final MethodTypeDesc OF_SIZE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
  private static final MethodTypeDesc SIZE = MethodTypeDesc.of(ConstantDescs.CD_int);
  private static final MethodTypeDesc GET = MethodTypeDesc.of(CD_Object, ConstantDescs.CD_int);
  private static final DirectMethodHandleDesc CLASS_DATA =
      ConstantDescs.ofConstantBootstrap(
          type(MethodHandles.class), "classDataAt", CD_Object, ConstantDescs.CD_int);

  private final CodeBuilder code;
  private final List<Object> constants;
  private final Shares.Of shares;
  private final Map<Integer, Integer> elements = new HashMap<>();
  private final List<Label[]> guarded = new ArrayList<>();
  private int guards;

  private Assembly(CodeBuilder code, List<Object> constants, Shares.Of shares) {
    this.code = code;
    this.constants = constants;
    this.shares = shares;
  }

  /** An expression, written out. */
  abstract static class Code {
    abstract Object eval(Object[] slots);
  }

  /** The same as the node. */
  static Code of(Node root, Shares.Of shares) {
    List<Object> constants = new ArrayList<>();
    return made(written(root, shares, constants), constants);
  }

  /** Lets it be noted what the node reads, and makes nothing. */
  static void count(Node root, Shares.Of shares) {
    var _ = written(root, shares, new ArrayList<>());
  }

  private static byte[] written(Node root, Shares.Of shares, List<Object> constants) {
    return ClassFile.of()
        .build(
            ClassDesc.of(Assembly.class.getPackageName(), "Written"),
            type ->
                type.withSuperclass(CODE)
                    .withFlags(ClassFile.ACC_FINAL)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        0,
                        made ->
                            made.aload(0)
                                .invokespecial(
                                    CODE, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_())
                    .withMethodBody(
                        "eval",
                        MethodTypeDesc.of(CD_Object, SLOTS_ONLY),
                        0,
                        body -> new Assembly(body, constants, shares).write(root)));
  }

  private static Code made(byte[] bytes, List<Object> constants) {
    try {
      return (Code)
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(bytes, List.copyOf(constants), false)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the code that was written cannot be used", e);
    }
  }

  private void write(Node root) {
    root.write(this);
    code.areturn();
    if (!guarded.isEmpty()) {
      Label handler = code.newBoundLabel();
      code.pop();
      code.getstatic(type(Retreat.class), "NOW", type(Retreat.class)).athrow();
      guarded.forEach(
          part -> code.exceptionCatch(part[0], part[1], handler, type(UnknownAnswer.class)));
    }
  }

  /** What may be unknown in these parts is left to dev.cel. */
  void guarded(Runnable parts) {
    Label from = code.newBoundLabel();
    guards++;
    parts.run();
    guards--;
    if (guards == 0) {
      guarded.add(new Label[] {from, code.newBoundLabel()});
    }
  }

  static ClassDesc type(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /** Any object as a constant. */
  void constant(Object value, Class<?> type) {
    constants.add(value);
    code.ldc(
        DynamicConstantDesc.ofNamed(
            CLASS_DATA, ConstantDescs.DEFAULT_NAME, type(type), constants.size() - 1));
  }

  void text(String text) {
    code.loadConstant(text);
  }

  void flag(boolean flag) {
    code.loadConstant(flag ? 1 : 0);
  }

  void slot(int slot) {
    Integer element = elements.get(slot);
    if (element == null) {
      from(SLOTS, shares.place(slot));
    } else {
      from(element, 0);
    }
  }

  private void from(int array, int place) {
    code.aload(array).loadConstant(place).aaload();
  }

  /**
   * Leaves what was read already on the way from a value along some names.
   *
   * @return how many names lead there; at none nothing is left
   */
  int known(Node from, String... names) {
    Integer element = from instanceof Node.Slot slot ? elements.get(slot.index()) : null;
    List<String> chain = element == null ? shares.chain(from) : Shares.ELEMENT;
    Known known = chain == null ? Known.NOTHING : shares.known(chain, List.of(names));
    if (known.names() > 0) {
      from(element == null ? SLOTS : element, known.place());
    }
    return known.names();
  }

  /** Keeps in a slot what is left by what is run. */
  void toSlot(int slot, Runnable value) {
    code.aload(SLOTS).loadConstant(shares.place(slot));
    value.run();
    code.aastore();
  }

  /** A static method that takes what is on the stack. */
  void call(Class<?> owner, String method, Class<?> result, Class<?>... parameters) {
    MethodTypeDesc type = signature(result, parameters);
    code.invokestatic(type(owner), method, type, owner.isInterface());
  }

  /** A method of the object that is on the stack below its arguments. */
  void send(Class<?> receiver, String method, Class<?> result, Class<?>... parameters) {
    MethodTypeDesc type = signature(result, parameters);
    if (receiver.isInterface()) {
      code.invokeinterface(type(receiver), method, type);
    } else {
      code.invokevirtual(type(receiver), method, type);
    }
  }

  private static MethodTypeDesc signature(Class<?> result, Class<?>... parameters) {
    return MethodTypeDesc.of(type(result), Arrays.stream(parameters).map(Assembly::type).toList());
  }

  /** An array of what the nodes leave. */
  void array(Node... elements) {
    code.loadConstant(elements.length).anewarray(CD_Object);
    for (int i = 0; i < elements.length; i++) {
      code.dup().loadConstant(i);
      elements[i].write(this);
      code.aastore();
    }
  }

  /** A list of what the nodes leave. */
  void list(Node... elements) {
    code.new_(ARRAY_LIST).dup().loadConstant(elements.length);
    code.invokespecial(ARRAY_LIST, ConstantDescs.INIT_NAME, OF_SIZE);
    for (Node element : elements) {
      code.dup();
      element.write(this);
      send(ArrayList.class, "add", boolean.class, Object.class);
      code.pop();
    }
  }

  /** Of two flags, whether just one holds. */
  void either() {
    code.ixor();
  }

  void not() {
    flag(true);
    either();
  }

  /** Leaves null where null is on the stack, else what is made of it. */
  void ifThere(Runnable then) {
    Label end = code.newLabel();
    code.dup().ifnull(end);
    then.run();
    code.labelBinding(end);
  }

  /** Leaves what is on the stack, and where that is null what is made instead. */
  void ifNull(Runnable otherwise) {
    Label end = code.newLabel();
    code.dup().ifnonnull(end).pop();
    otherwise.run();
    code.labelBinding(end);
  }

  /** By the flag on the stack. */
  void choice(Runnable then, Runnable otherwise) {
    Label no = code.newLabel();
    Label end = code.newLabel();
    code.ifeq(no);
    then.run();
    code.goto_(end).labelBinding(no);
    otherwise.run();
    code.labelBinding(end);
  }

  /** Whether the condition is as wanted of an element. */
  void quantified(Node range, int slot, Node condition, boolean wanted) {
    Label found = code.newLabel();
    Label end = code.newLabel();
    each(
        range,
        slot,
        next -> {
          condition.writeTest(this);
          code.branch(wanted ? Opcode.IFNE : Opcode.IFEQ, found);
        });
    flag(!wanted);
    code.goto_(end).labelBinding(found);
    flag(wanted);
    code.labelBinding(end);
  }

  /** What is made of the elements that fulfil the condition. */
  void collected(Node range, int slot, Node condition, Node element, boolean flat) {
    int found = code.allocateLocal(TypeKind.REFERENCE);
    code.aconst_null().astore(found);
    each(
        range,
        slot,
        next -> {
          condition.writeTest(this);
          code.ifeq(next).aload(found);
          element.write(this);
          flag(flat);
          call(Loops.class, "with", List.class, List.class, Object.class, boolean.class);
          code.astore(found);
        });
    code.aload(found);
    ifNull(() -> call(Loops.class, "none", List.class));
  }

  private void each(Node range, int slot, Consumer<Label> body) {
    if (shares.elements(range)) {
      eachRead(slot, body);
    } else {
      range.write(this);
      call(Loops.class, "elements", List.class, Object.class);
      eachListed(slot, body);
    }
  }

  private void eachListed(int slot, Consumer<Label> body) {
    int list = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(list);
    counted(
        () -> code.aload(list).invokeinterface(LIST, "size", SIZE),
        (next, place) -> {
          toSlot(slot, () -> code.aload(list).iload(place).invokeinterface(LIST, "get", GET));
          body.accept(next);
        });
  }

  /** Of elements of which some fields are read already. */
  private void eachRead(int slot, Consumer<Label> body) {
    int all = code.allocateLocal(TypeKind.REFERENCE);
    int element = code.allocateLocal(TypeKind.REFERENCE);
    from(SLOTS, Shares.ELEMENTS);
    code.checkcast(ELEMENTS).astore(all);
    counted(
        () -> code.aload(all).arraylength(),
        (next, place) -> {
          code.aload(all).iload(place).aaload().astore(element);
          elements.put(slot, element);
          body.accept(next);
          elements.remove(slot);
        });
  }

  private void counted(Runnable size, ObjIntConsumer<Label> body) {
    int place = code.allocateLocal(TypeKind.INT);
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(place);
    Label test = code.newBoundLabel();
    code.iload(place);
    size.run();
    code.if_icmpge(end);
    body.accept(next, place);
    code.labelBinding(next).iinc(place, 1).goto_(test).labelBinding(end);
  }

  /** Whether anything but null is on the stack. */
  void isThere() {
    Label no = code.newLabel();
    Label end = code.newLabel();
    code.ifnull(no).iconst_1().goto_(end).labelBinding(no).iconst_0().labelBinding(end);
  }
}
