package io.crmkit.testing;

import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A record type of tests that has a field for every rule. */
public final class Gadget extends Entity<Gadget> {
  /** The colours there are. */
  public enum Color {
    RED,
    GREEN
  }

  public static final Definition<Gadget> DEF = Definition.of("gadget", Gadget::new);

  public static final TextField<Gadget> NAME = DEF.text("name").required().max(10).add();
  public static final TextField<Gadget> SERIAL =
      DEF.text("serial").unique().immutable().pattern("[A-Z]{2}-\\d{4}").add();
  public static final TextField<Gadget> STATUS =
      DEF.text("status").managed().defaultTo("new").add();
  public static final NumberField<Gadget, Long> WEIGHT =
      DEF.integer("weight").atLeast(1L).atMost(100L).add();
  public static final NumberField<Gadget, BigDecimal> PRICE =
      DEF.decimal("price").atLeast(BigDecimal.ZERO).add();
  public static final TextField<Gadget> PIN = DEF.text("pin").encrypted().pattern("\\d{4}").add();
  public static final ChoiceField<Gadget, Color> COLOR =
      DEF.choice("color", Color.class).required().defaultTo(Color.RED).add();
  public static final TextField<Gadget> MAIL = DEF.email("mail").add();
  public static final TextField<Gadget> GRADE = DEF.code("grade", "gadget_grade").add();
  public static final DateField<Gadget> BUILT_ON = DEF.date("built_on").add();
  public static final DateField<Gadget> SOLD_ON = DEF.date("sold_on").add();
  public static final RefField<Gadget, Gadget> PART_OF =
      DEF.ref("part_of", () -> Gadget.TYPE).add();

  public static final EntityType<Gadget> TYPE =
      DEF.rule("sold_after_built", SOLD_ON, Gadget::soldAfterBuilt).seal();

  private Gadget(Snapshot snapshot) {
    super(snapshot);
  }

  private static boolean soldAfterBuilt(Gadget gadget) {
    LocalDate built = gadget.get(BUILT_ON);
    LocalDate sold = gadget.get(SOLD_ON);
    return built == null || sold == null || !sold.isBefore(built);
  }
}
