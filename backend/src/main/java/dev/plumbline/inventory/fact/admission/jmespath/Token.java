package dev.plumbline.inventory.fact.admission.jmespath;

/**
 * A word of an expression.
 *
 * @param text what it says, without its quotes
 */
record Token(Kind kind, String text) {

  /** What a word is, with how strongly it binds what stands before it. */
  enum Kind {
    END(0),
    NAME(0),
    QUOTED(0),
    TEXT(0),
    JSON(0),
    NUMBER(0),
    CURRENT(0),
    REFERENCE(0),
    COLON(0),
    COMMA(0),
    BRACKET_END(0),
    PARENTHESIS_END(0),
    BRACE_END(0),
    PIPE(1),
    OR(2),
    AND(3),
    EQUAL(5),
    UNEQUAL(5),
    LESS(5),
    AT_MOST(5),
    MORE(5),
    AT_LEAST(5),
    FLATTEN(9),
    STAR(20),
    FILTER(21),
    DOT(40),
    NOT(45),
    BRACE(50),
    BRACKET(55),
    PARENTHESIS(60);

    final int power;

    Kind(int power) {
      this.power = power;
    }
  }
}
