package io.flywheel.formula.generated;

/** What an expression of the test answers: the types of the language, each choice field being one of its own. */
enum Sort {
    NUMBER,
    TEXT,
    STAGE,
    INDUSTRY,
    TAGS,
    YES_NO,
    DATE,
    MOMENT,
    MEMBER,
    ACCOUNT,
    NOTHING
}
