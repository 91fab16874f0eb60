package io.crmkit.sales;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.NotFoundException;
import io.crmkit.kernel.record.Ref;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The revisions of pipelines, as the feature itself sees them: whatever the actor may see. */
final class Revisions {
  private final Workspace space;

  Revisions(Workspace space) {
    this.space = space;
  }

  private Records<Pipeline> pipelines() {
    return space.own(Pipeline.DEF, Pipeline.TYPE);
  }

  /** The current revision; the standard pipeline is made where it is asked for first. */
  Ref<Pipeline> current(String code) {
    return find(pipelines(), code)
        .orElseGet(
            () -> {
              if (!code.equals(Pipeline.STANDARD)) {
                throw NotFoundException.named("pipeline", code, known());
              }
              PipelineDraft plan = new PipelineDraft();
              standard(plan);
              return space.call(work -> new Revisions(work).define(true, code, plan));
            })
        .ref();
  }

  /** The codes of the pipelines that the actor may see, and that of the standard one. */
  private Set<String> known() {
    Set<String> codes = new TreeSet<>(Set.of(Pipeline.STANDARD));
    if (space.may(Operation.READ, Pipeline.TYPE)) {
      space.records(Pipeline.TYPE).where(Pipeline.CURRENT.is(true)).list().stream()
          .flatMap(its -> Optional.ofNullable(its.get(Pipeline.CODE)).stream())
          .forEach(codes::add);
    }
    return codes;
  }

  static Optional<Pipeline> find(Records<Pipeline> pipelines, String code) {
    return pipelines.where(Pipeline.CODE.is(code), Pipeline.CURRENT.is(true)).first();
  }

  private static void standard(PipelineDraft plan) {
    plan.name("Standard")
        .open("qualification", "Qualification", "0.1")
        .open("proposal", "Proposal", "0.4")
        .open("negotiation", "Negotiation", "0.7")
        .won("won", "Won")
        .lost("lost", "Lost");
  }

  /** The code of the pipeline that a revision belongs to. */
  String code(Ref<Pipeline> revision) {
    return get(revision).require(Pipeline.CODE);
  }

  /** A revision, which may be in the bin. */
  Pipeline get(Ref<Pipeline> revision) {
    return get(pipelines(), revision);
  }

  static Pipeline get(Records<Pipeline> pipelines, Ref<Pipeline> revision) {
    return pipelines
        .find(revision)
        .or(() -> pipelines.findDeleted(revision))
        .orElseThrow(() -> NotFoundException.record(revision));
  }

  /** All revisions of a pipeline. */
  Set<Ref<Pipeline>> all(String code) {
    return pipelines().where(Pipeline.CODE.is(code)).list().stream()
        .map(Pipeline::ref)
        .collect(Collectors.toSet());
  }

  Stages stages(Ref<Pipeline> revision) {
    return space.module(SalesModule.class).stages(space, revision);
  }

  /**
   * Makes the next revision, in a unit of work.
   *
   * @param own true where the feature does it of its own accord, so that nobody needs a right to it
   */
  Pipeline define(boolean own, String code, PipelineDraft plan) {
    Records<Pipeline> records = own ? pipelines() : space.records(Pipeline.TYPE);
    Optional<Pipeline> old = find(pipelines(), code);
    old.ifPresent(
        was -> records.update(was, d -> d.unlock(Pipeline.DEF).set(Pipeline.CURRENT, false)));
    long revision = old.map(was -> was.require(Pipeline.REVISION) + 1).orElse(1L);
    Pipeline made =
        records.create(
            d ->
                d.unlock(Pipeline.DEF)
                    .set(Pipeline.CODE, code)
                    .set(Pipeline.NAME, plan.nameOr(code))
                    .set(Pipeline.REVISION, revision)
                    .set(Pipeline.ROLLBACK, plan.rollback())
                    .set(Pipeline.CURRENT, true));
    long position = 1;
    for (PipelineDraft.Step step : plan.steps()) {
      addStage(made.ref(), step, position++);
    }
    return made;
  }

  private void addStage(Ref<Pipeline> revision, PipelineDraft.Step step, long position) {
    space
        .own(Stage.DEF, Stage.TYPE)
        .create(
            d -> {
              d.unlock(Stage.DEF)
                  .set(Stage.PIPELINE, revision)
                  .set(Stage.CODE, step.code())
                  .set(Stage.NAME, step.name())
                  .set(Stage.POSITION, position)
                  .set(Stage.CATEGORY, step.category())
                  .set(Stage.PROBABILITY, step.probability());
              step.rules().writeTo(d);
            });
  }
}
