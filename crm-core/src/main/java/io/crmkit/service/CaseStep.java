package io.crmkit.service;

import static java.util.stream.Collectors.toCollection;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.Messages;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.Query;
import io.crmkit.kernel.work.Workspace;
import io.crmkit.org.User;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A step in the handling of a case: something said, done or changed. */
public final class CaseStep extends Entity<CaseStep> {
  static final Definition<CaseStep> DEF = Definition.of("case_step", CaseStep::new);

  /** Words that stand in more steps are too common to find a case by. */
  private static final int MOST_FOUND = 1_000;

  /** Of which case. */
  public static final RefField<CaseStep, Case> CASE =
      DEF.ref("service_case", () -> Case.TYPE).required().managed().add();

  /** The case that it was split off, where that is another one. */
  public static final RefField<CaseStep, Case> ORIGIN =
      DEF.ref("origin", () -> Case.TYPE).managed().add();

  /** What it is. */
  public static final ChoiceField<CaseStep, StepKind> KIND =
      DEF.choice("kind", StepKind.class).required().managed().add();

  /** For colleagues alone; see {@link #visibleToCustomers}. */
  public static final ValueField<CaseStep, Boolean> INTERNAL =
      DEF.yesNo("internal").required().managed().add();

  /** When it happened. */
  public static final InstantField<CaseStep> AT =
      DEF.instant("at").required().indexed().managed().add();

  /** What somebody said, or why they did something; see {@link #text}. */
  public static final TextField<CaseStep> TEXT =
      DEF.longText("text").searchable().personal().managed().add();

  /** What the library decided by, a code; see {@link #text}. */
  public static final TextField<CaseStep> REASON =
      DEF.text("reason").max(50).notPersonal().managed().add();

  /** The figures that belong to the reason, a list. */
  public static final ValueField<CaseStep, Json> FIGURES =
      DEF.json("figures").notPersonal().managed().add();

  /** Of a change of state: the one before; missing where the case came in. */
  public static final ChoiceField<CaseStep, CaseState> FROM_STATE =
      DEF.choice("from_state", CaseState.class).managed().add();

  /** Of a change of state: the one after. */
  public static final ChoiceField<CaseStep, CaseState> TO_STATE =
      DEF.choice("to_state", CaseState.class).managed().add();

  /** Of an assignment: who has it since; missing where nobody has. */
  public static final RefField<CaseStep, User> ASSIGNEE =
      DEF.ref("assignee", () -> User.TYPE).managed().add();

  /** Of an assignment: the queue it is in since; missing where it is in none. */
  public static final RefField<CaseStep, CaseQueue> QUEUE =
      DEF.ref("queue", () -> CaseQueue.TYPE).managed().add();

  /** Of a promise: by when it is to be dealt with since. */
  public static final InstantField<CaseStep> DUE_AT = DEF.instant("due_at").managed().add();

  /** The type. */
  public static final EntityType<CaseStep> TYPE =
      DEF.partOf(CASE).linkable().index(CASE, AT).seal();

  private CaseStep(Snapshot snapshot) {
    super(snapshot);
  }

  /**
   * What was said, or why something was done: as people wrote it or, where the library decided, in
   * the language of {@code locale}; empty where nothing is said.
   */
  public Optional<String> text(Locale locale) {
    String reason = get(REASON);
    if (reason == null) {
      return Optional.ofNullable(get(TEXT));
    }
    Json figures = get(FIGURES);
    Object[] its = figures == null ? new Object[0] : figures.toList().toArray();
    return Optional.of(Messages.text(locale, "service.why." + reason, its));
  }

  /**
   * Matches the cases of which a step that the actor may see has all the words. They are named in
   * order, so that the same question is the same, as tokens of pages need it.
   */
  static Condition<Case> saidIn(Workspace space, String words) {
    if (!space.may(Operation.READ, TYPE)) {
      return Condition.never();
    }
    Query<CaseStep> newest =
        space.records(TYPE).query().search(words).orderBy(AT.desc()).limit(MOST_FOUND);
    SortedSet<Ref<Case>> cases =
        newest.stream(
            steps ->
                steps
                    .map(step -> step.get(CASE))
                    .filter(Objects::nonNull)
                    .collect(toCollection(TreeSet::new)));
    return Case.TYPE.id().expr().in(cases);
  }

  /**
   * Matches what customers may see: for the policy of a portal in which they act themselves, which
   * limits what they read to this.
   */
  public static Condition<CaseStep> visibleToCustomers() {
    return INTERNAL.is(false);
  }
}
