package io.crmkit.exchange;

import io.crmkit.kernel.record.AddressField;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Extension;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import io.crmkit.kernel.work.CrmModule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A record with a field of every kind. */
final class Specimen extends Entity<Specimen> {
  enum Color {
    RED,
    DARK_BLUE
  }

  /** Brings the type. */
  static final class Module implements CrmModule {
    @Override
    public String name() {
      return "specimen";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of(TYPE);
    }

    @Override
    public Map<String, List<String>> codes() {
      return Map.of("grade", List.of("I", "II"));
    }
  }

  private static final Definition<Specimen> DEF = Definition.of("specimen", Specimen::new);

  static final NumberField<Specimen, Long> NUMBER = DEF.integer("number").required().unique().add();
  static final TextField<Specimen> TITLE = DEF.text("title").max(1000).add();
  static final TextField<Specimen> NOTES = DEF.longText("notes").add();
  static final TextField<Specimen> EMAIL = DEF.email("email").add();
  static final TextField<Specimen> PHONE = DEF.phone("phone").add();
  static final TextField<Specimen> SITE = DEF.url("site").add();
  static final TextField<Specimen> GRADE = DEF.code("grade", "grade").add();
  static final TextField<Specimen> PIN = DEF.text("pin").encrypted().pattern("\\d{4}").add();
  static final NumberField<Specimen, Long> WEIGHT = DEF.integer("weight").add();
  static final NumberField<Specimen, BigDecimal> LENGTH = DEF.decimal("length").add();
  static final MoneyField<Specimen> PRICE = DEF.money("price").add();
  static final ValueField<Specimen, Boolean> RARE =
      DEF.yesNo("rare").required().defaultTo(false).add();
  static final ValueField<Specimen, Boolean> SHOWN = DEF.yesNo("shown").defaultTo(true).add();
  static final DateField<Specimen> FOUND_ON = DEF.date("found_on").add();
  static final InstantField<Specimen> SEEN_AT = DEF.instant("seen_at").add();
  static final ChoiceField<Specimen, Color> COLOR = DEF.choice("color", Color.class).add();
  static final RefField<Specimen, Specimen> PARENT = DEF.ref("parent", () -> Specimen.TYPE).add();
  static final TagsField<Specimen> TAGS = DEF.tags("tags").add();
  static final AddressField<Specimen> PLACE = DEF.address("place").add();
  static final ValueField<Specimen, Json> DATA = DEF.json("data").add();
  static final ValueField<Specimen, UUID> TOKEN = DEF.uuid("token").add();
  static final TextField<Specimen> STATE = DEF.text("state").managed().defaultTo("new").add();

  static final EntityType<Specimen> TYPE = DEF.seal();

  static final Extension<Specimen> MORE = Extension.of(() -> TYPE);
  static final TextField<Specimen> NICKNAME = MORE.text("nickname").unique().add();
  static final NumberField<Specimen, BigDecimal> SCORE = MORE.decimal("score").add();
  static final TagsField<Specimen> HABITS = MORE.tags("habits").add();

  private Specimen(Snapshot snapshot) {
    super(snapshot);
  }
}
