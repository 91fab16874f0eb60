package io.crmkit.testing;

import io.crmkit.kernel.record.AddressField;
import io.crmkit.kernel.record.ChoiceField;
import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.InstantField;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.NumberField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TagsField;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.value.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A record type of tests with a field of every kind. */
public final class Planet extends Entity<Planet> {
  /** What a planet is made of. */
  public enum Matter {
    ROCK,
    GAS,
    ICE
  }

  private static final Definition<Planet> D = Definition.of("planet", Planet::new);

  public static final TextField<Planet> NAME = D.text("name").searchable().add();
  public static final TextField<Planet> CODE = D.text("code").unique().add();
  public static final TextField<Planet> REGION = D.text("region").indexed().add();
  public static final NumberField<Planet, Long> ORBIT = D.integer("orbit").add();
  public static final NumberField<Planet, Long> MOONS = D.integer("moons").indexed().add();
  public static final NumberField<Planet, BigDecimal> MASS = D.decimal("mass").indexed().add();
  public static final MoneyField<Planet> BUDGET = D.money("budget").indexed().add();
  public static final ValueField<Planet, Boolean> INHABITED = D.yesNo("inhabited").add();
  public static final DateField<Planet> FOUND_ON = D.date("found_on").indexed().add();
  public static final InstantField<Planet> SEEN_AT = D.instant("seen_at").add();
  public static final ChoiceField<Planet, Matter> MATTER =
      D.choice("matter", Matter.class).indexed().add();
  public static final ChoiceField<Planet, String> CLIMATE =
      D.choice("climate", List.of("hot", "mild", "cold")).add();
  public static final RefField<Planet, Star> STAR = D.ref("star", () -> Star.TYPE).add();
  public static final RefField<Planet, Planet> TWIN = D.ref("twin", () -> Planet.TYPE).add();
  public static final TagsField<Planet> TAGS = D.tags("tags").add();
  public static final AddressField<Planet> ADDRESS = D.address("address").add();
  public static final ValueField<Planet, Json> DATA = D.json("data").add();
  public static final ValueField<Planet, UUID> SERIAL = D.uuid("serial").add();
  public static final TextField<Planet> NOTES = D.longText("notes").add();
  public static final TextField<Planet> EMAIL = D.email("email").add();
  public static final TextField<Planet> PHONE = D.phone("phone").add();
  public static final TextField<Planet> SITE = D.url("site").add();

  public static final EntityType<Planet> TYPE =
      D.unique("place", STAR, ORBIT).index(STAR, MOONS).index(STAR, SEEN_AT).seal();

  private Planet(Snapshot snapshot) {
    super(snapshot);
  }
}
