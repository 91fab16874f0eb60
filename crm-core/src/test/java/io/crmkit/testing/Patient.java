package io.crmkit.testing;

import io.crmkit.kernel.record.DateField;
import io.crmkit.kernel.record.Definition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.MoneyField;
import io.crmkit.kernel.record.RefField;
import io.crmkit.kernel.record.Snapshot;
import io.crmkit.kernel.record.TextField;
import io.crmkit.kernel.record.ValueField;
import io.crmkit.kernel.work.CrmModule;
import java.util.List;

/** A record type of tests most of whose fields are encrypted. */
public final class Patient extends Entity<Patient> {
  private static final Definition<Patient> DEF = Definition.of("patient", Patient::new);

  public static final TextField<Patient> NAME = DEF.text("name").required().personal().add();
  public static final TextField<Patient> INSURANCE =
      DEF.text("insurance").encrypted().personal().unique().max(40).add();
  public static final TextField<Patient> MAIL = DEF.email("mail").encrypted().personal().add();
  public static final DateField<Patient> BORN = DEF.date("born").encrypted().personal().add();
  public static final MoneyField<Patient> BALANCE = DEF.money("balance").encrypted().add();
  public static final TextField<Patient> FINDINGS =
      DEF.longText("findings").encrypted().personal().add();
  public static final ValueField<Patient, Boolean> SMOKES =
      DEF.yesNo("smokes").encrypted().personal().add();
  public static final TextField<Patient> WARD = DEF.text("ward").add();
  public static final RefField<Patient, Patient> TWIN = DEF.ref("twin", () -> Patient.TYPE).add();

  public static final EntityType<Patient> TYPE = DEF.seal();

  private Patient(Snapshot snapshot) {
    super(snapshot);
  }

  /** Brings the type. */
  public static final class Module implements CrmModule {
    @Override
    public String name() {
      return "patient";
    }

    @Override
    public List<EntityType<?>> types() {
      return List.of(TYPE);
    }
  }
}
