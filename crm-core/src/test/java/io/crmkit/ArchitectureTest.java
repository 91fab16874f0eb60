package io.crmkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What may depend on what, and what belongs to the host application and not to this library. */
public final class ArchitectureTest {

  private static final String FACADE = "io.crmkit";
  private static final String BELOW_THE_FACADE = "io.crmkit.*..";
  private static final String KERNEL = "io.crmkit.kernel..";
  private static final String EXCHANGE = "io.crmkit.exchange..";

  /** A feature sees the kernel and the features before it. A new feature is put into this list. */
  private static final List<String> FEATURES_IN_ORDER =
      List.of(
          "io.crmkit.custom..",
          "io.crmkit.org..",
          "io.crmkit.permission..",
          "io.crmkit.numbering..",
          "io.crmkit.currency..",
          "io.crmkit.calendar..",
          "io.crmkit.privacy..",
          "io.crmkit.customer..",
          "io.crmkit.catalog..",
          "io.crmkit.attachment..",
          "io.crmkit.activity..",
          "io.crmkit.sales..",
          "io.crmkit.document..",
          "io.crmkit.quote..",
          "io.crmkit.order..",
          "io.crmkit.service..",
          "io.crmkit.timeline..",
          "io.crmkit.view..",
          "io.crmkit.tenant..");

  /** A layer of the kernel sees those before it; in between it sees nothing of those behind. */
  private static final List<String> KERNEL_LAYERS =
      List.of(
          "error", "value", "record", "store", "secret", "access", "audit", "event", "query",
          "layout", "work");

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(FACADE);

  private static final ArchCondition<JavaClass> MAKE_THREADS =
      reach(
          "make threads or pools of them",
          target ->
              isOf(target, Executors.class, ThreadPoolExecutor.class, ForkJoinPool.class)
                  || (isOf(target, Thread.class, Timer.class) && isNew(target))
                  || (isOf(target, CompletableFuture.class)
                      && target.getName().endsWith("Async")
                      && !takes(target, Executor.class))
                  || isNamed(target, "parallelStream"));

  private static final ArchCondition<JavaClass> ASK_THE_SYSTEM_FOR_THE_TIME =
      reach(
          "ask the system for the time",
          target ->
              (isOf(target, TemporalAccessor.class)
                      && isNamed(target, "now")
                      && !takes(target, Clock.class))
                  || (isOf(target, System.class) && isNamed(target, "currentTimeMillis"))
                  || (isOf(target, Date.class) && isNew(target) && takesNothing(target)));

  private static final ArchCondition<JavaClass> MAKE_A_SYSTEM_CLOCK =
      reach(
          "make a clock of their own",
          target ->
              isOf(target, Clock.class)
                  && isNamed(target, "systemUTC", "systemDefaultZone", "system"));

  private static final ArchCondition<JavaClass> READ_SYSTEM_PROPERTIES =
      reach(
          "read system properties or the environment",
          target ->
              (isOf(target, System.class)
                      && isNamed(target, "getProperty", "getProperties", "getenv"))
                  || (isOf(target, Integer.class) && isNamed(target, "getInteger"))
                  || (isOf(target, Long.class) && isNamed(target, "getLong"))
                  || (isOf(target, Boolean.class) && isNamed(target, "getBoolean")));

  private static final ArchCondition<JavaClass> SHOW_ONLY_OUR_TYPES_AND_THE_JDK =
      showOnly("java..", "javax..", "io.crmkit..", "org.slf4j..", "org.jspecify..");

  @Test
  void the_kernel_sees_neither_a_feature_nor_the_facade() {
    check(
        noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(everyFeatureAnd(EXCHANGE, FACADE)));
  }

  @Test
  void nothing_below_the_facade_sees_the_facade() {
    check(
        noClasses()
            .that()
            .resideInAPackage(BELOW_THE_FACADE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(FACADE));
  }

  @TestFactory
  Stream<DynamicTest> a_feature_sees_no_later_feature() {
    return FEATURES_IN_ORDER.stream()
        .map(
            feature -> {
              List<String> later =
                  FEATURES_IN_ORDER.subList(
                      FEATURES_IN_ORDER.indexOf(feature) + 1, FEATURES_IN_ORDER.size());
              return DynamicTest.dynamicTest(
                  feature,
                  () ->
                      check(
                          noClasses()
                              .that()
                              .resideInAPackage(feature)
                              .should()
                              .dependOnClassesThat()
                              .resideInAnyPackage(later.toArray(String[]::new))));
            });
  }

  @TestFactory
  Stream<DynamicTest> a_layer_of_the_kernel_sees_no_later_layer() {
    return KERNEL_LAYERS.stream()
        .map(
            layer -> {
              String[] later =
                  KERNEL_LAYERS
                      .subList(KERNEL_LAYERS.indexOf(layer) + 1, KERNEL_LAYERS.size())
                      .stream()
                      .map(ArchitectureTest::layer)
                      .toArray(String[]::new);
              return DynamicTest.dynamicTest(
                  layer,
                  () ->
                      check(
                          noClasses()
                              .that()
                              .resideInAPackage(layer(layer))
                              .should()
                              .dependOnClassesThat()
                              .resideInAnyPackage(later)));
            });
  }

  private static String layer(String name) {
    return "io.crmkit.kernel." + name + "..";
  }

  @Test
  void every_package_of_the_kernel_has_its_place_among_the_layers() {
    check(
        classes()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .resideInAnyPackage(
                KERNEL_LAYERS.stream().map(ArchitectureTest::layer).toArray(String[]::new)));
  }

  @Test
  void exchange_sees_no_feature_and_no_feature_sees_exchange() {
    check(
        noClasses()
            .that()
            .resideInAPackage(EXCHANGE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(everyFeature()));
    check(
        noClasses()
            .that()
            .resideInAnyPackage(everyFeature())
            .should()
            .dependOnClassesThat()
            .resideInAPackage(EXCHANGE));
  }

  @Test
  void every_package_has_its_place_in_the_order() {
    check(
        classes()
            .that()
            .resideInAPackage(BELOW_THE_FACADE)
            .should()
            .resideInAnyPackage(everyFeatureAnd(KERNEL, EXCHANGE))
            .because("a package that is not in the list escapes the rules about what it may see"));
  }

  @Test
  void packages_have_no_cycles() {
    check(slices().matching("io.crmkit.(**)").should().beFreeOfCycles());
  }

  @Test
  void the_console_belongs_to_the_host() {
    check(noClasses().should(ACCESS_STANDARD_STREAMS).because("the host decides where logs go"));
  }

  @Test
  void threads_belong_to_the_host() {
    check(noClasses().should(MAKE_THREADS).because("the host hands in an Executor"));
  }

  @Test
  void time_belongs_to_the_host() {
    check(noClasses().should(ASK_THE_SYSTEM_FOR_THE_TIME).because("the host hands in a Clock"));
    check(
        noClasses()
            .that()
            .resideInAPackage(BELOW_THE_FACADE)
            .should(MAKE_A_SYSTEM_CLOCK)
            .because("only the facade may offer the system's clock, as a default"));
  }

  @Test
  void system_properties_belong_to_the_host() {
    check(
        noClasses()
            .should(READ_SYSTEM_PROPERTIES)
            .because("two instances in one process may be set up differently"));
  }

  @Test
  void public_signatures_show_no_third_party_type() {
    check(classes().should(SHOW_ONLY_OUR_TYPES_AND_THE_JDK));
  }

  /** A rule that never fails is no rule: each one is shown something that it forbids. */
  @Test
  void the_rules_notice_what_they_forbid() {
    assertEquals(3, count(ACCESS_STANDARD_STREAMS, UsesTheConsole.class));
    assertEquals(6, count(MAKE_THREADS, MakesThreads.class));
    assertEquals(5, count(ASK_THE_SYSTEM_FOR_THE_TIME, AsksForTheTime.class));
    assertEquals(1, count(MAKE_A_SYSTEM_CLOCK, AsksForTheTime.class));
    assertEquals(2, count(READ_SYSTEM_PROPERTIES, ReadsProperties.class));
    assertEquals(4, violations(SHOW_ONLY_OUR_TYPES_AND_THE_JDK, ShowsOtherTypes.class));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(LIBRARY);
  }

  /** How many places in the class the condition finds. */
  private static int count(ArchCondition<JavaClass> condition, Class<?> offender) {
    return details(noClasses().should(condition), offender);
  }

  private static int violations(ArchCondition<JavaClass> condition, Class<?> offender) {
    return details(classes().should(condition), offender);
  }

  private static int details(ArchRule rule, Class<?> offender) {
    JavaClasses classes = new ClassFileImporter().importClasses(offender);
    return rule.evaluate(classes).getFailureReport().getDetails().size();
  }

  private static String[] everyFeature() {
    return FEATURES_IN_ORDER.toArray(String[]::new);
  }

  private static String[] everyFeatureAnd(String... others) {
    return Stream.concat(FEATURES_IN_ORDER.stream(), Arrays.stream(others)).toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> reach(String what, Predicate<AccessTarget> forbidden) {
    return accessTargetWhere(describe(what, access -> forbidden.test(access.getTarget()))).as(what);
  }

  private static boolean isOf(AccessTarget target, Class<?>... owners) {
    return Arrays.stream(owners).anyMatch(owner -> target.getOwner().isAssignableTo(owner));
  }

  private static boolean isNamed(AccessTarget target, String... names) {
    return List.of(names).contains(target.getName());
  }

  private static boolean isNew(AccessTarget target) {
    return isNamed(target, JavaConstructor.CONSTRUCTOR_NAME);
  }

  private static boolean takes(AccessTarget target, Class<?> parameter) {
    return target instanceof CodeUnitAccessTarget code
        && code.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(parameter));
  }

  private static boolean takesNothing(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget code && code.getRawParameterTypes().isEmpty();
  }

  /**
   * Looks at what a host can name: its own code would otherwise depend on our choice of library.
   */
  private static ArchCondition<JavaClass> showOnly(String... packages) {
    DescribedPredicate<JavaClass> allowed = resideInAnyPackage(packages);
    return new ArchCondition<>("show a host only types of " + String.join(", ", packages)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
          return;
        }
        Stream.of(
                type.getSuperclass().stream(),
                type.getInterfaces().stream(),
                type.getTypeParameters().stream())
            .flatMap(part -> part)
            .flatMap(part -> ((JavaType) part).getAllInvolvedRawTypes().stream())
            .forEach(part -> report(type, type.getDescription(), part, events));
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member.getModifiers())) {
            involved(member).forEach(part -> report(type, member.getDescription(), part, events));
          }
        }
      }

      private void report(JavaClass type, String where, JavaClass part, ConditionEvents events) {
        JavaClass shown = part.getBaseComponentType();
        if (!shown.isPrimitive() && !allowed.test(shown)) {
          events.add(SimpleConditionEvent.violated(type, where + " shows " + shown.getName()));
        }
      }
    };
  }

  private static Stream<JavaClass> involved(JavaMember member) {
    Stream<JavaClass> thrown =
        member instanceof JavaCodeUnit code
            ? code.getThrowsClause().getTypes().stream()
            : Stream.empty();
    return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown).distinct();
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  static final class UsesTheConsole {
    final PrintStream out = System.out;
    final PrintStream err = System.err;

    void trace(Exception e) {
      e.printStackTrace();
    }
  }

  static final class MakesThreads {
    final Thread thread = new Thread(() -> {});
    final Timer timer = new Timer();
    final Executor pool = Executors.newCachedThreadPool();
    final Executor common = ForkJoinPool.commonPool();
    final CompletableFuture<Void> future = CompletableFuture.runAsync(() -> {});
    final Stream<String> parallel = List.of("a").parallelStream();
    final CompletableFuture<Void> allowed = CompletableFuture.runAsync(() -> {}, common);
  }

  static final class AsksForTheTime {
    final Instant instant = Instant.now();
    final Supplier<LocalDate> date = LocalDate::now;
    final LocalDate elsewhere = LocalDate.now(ZoneOffset.UTC);
    final long millis = System.currentTimeMillis();
    final Date old = new Date();
    final Clock clock = Clock.systemUTC();
    final Instant allowed = Instant.now(clock);
  }

  static final class ReadsProperties {
    final String home = System.getProperty("user.home");
    final String path = System.getenv("PATH");
  }

  /** As visible as a class of the library: public in a public class. */
  public static class ShowsOtherTypes {
    public final Set<ArchRule[]> field = Set.of();

    protected ShowsOtherTypes(ArchRule rule) {}

    public ArchRule method() {
      throw new UnsupportedOperationException();
    }

    public <T extends ArchRule> void generic(T rule) {}

    void hidden(ArchRule rule) {}
  }
}
