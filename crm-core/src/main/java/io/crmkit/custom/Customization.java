package io.crmkit.custom;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.layout.CodeItem;
import io.crmkit.kernel.layout.CustomRecord;
import io.crmkit.kernel.layout.FieldDefinition;
import io.crmkit.kernel.layout.TypeDefinition;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.util.function.Consumer;

/**
 * Shapes a tenant's data at run time. What is defined here is in force for every session as soon as
 * the unit of work has committed; the unit itself still sees the old shape.
 */
public final class Customization {
  private final Workspace space;

  /** The shape as {@code space} sees it. */
  public Customization(Workspace space) {
    this.space = space;
  }

  /** The shape as it is now. */
  public Layout layout() {
    return space.layout();
  }

  /**
   * Defines a custom field.
   *
   * @param type the record type
   * @param name the name of the field
   * @param kind the kind of its values
   * @param filling sets what else is to be said of it
   * @throws InvalidRequestException where the type has such a field, or has records and the field
   *     is to be required
   */
  public FieldDefinition addField(
      EntityType<?> type,
      String name,
      FieldDefinition.FieldKind kind,
      Consumer<Draft<FieldDefinition>> filling) {
    if (layout().find(type, name) != null) {
      throw new InvalidRequestException("custom.field_exists", type, name);
    }
    return fields()
        .create(
            draft -> {
              draft
                  .set(FieldDefinition.RECORD_TYPE, type.name())
                  .set(FieldDefinition.NAME, name)
                  .set(FieldDefinition.KIND, kind);
              filling.accept(draft);
            });
  }

  /** A custom field without further properties. */
  public FieldDefinition addField(EntityType<?> type, String name, FieldDefinition.FieldKind kind) {
    return addField(type, name, kind, draft -> {});
  }

  /** The definitions of custom fields. */
  public Records<FieldDefinition> fields() {
    return space.records(FieldDefinition.TYPE);
  }

  /**
   * A field by name, built in or custom.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where there is none; names those there are
   */
  public <E extends Entity<E>> Field<E, ?> field(EntityType<E> type, String name) {
    return space.naming().field(type, name);
  }

  /**
   * A field by name, of the class that its kind has.
   *
   * <pre>{@code
   * TextField<Customer> color = customization.field(Customer.TYPE, "color", TextField.class);
   * }</pre>
   *
   * @throws InvalidRequestException where it is of another class
   */
  public <E extends Entity<E>, F extends Field<?, ?>> F field(
      EntityType<E> type, String name, Class<? super F> fieldClass) {
    Field<E, ?> field = field(type, name);
    if (!fieldClass.isInstance(field)) {
      throw new InvalidRequestException(
          "custom.field_class",
          field,
          field.getClass().getSimpleName(),
          fieldClass.getSimpleName());
    }
    @SuppressWarnings("unchecked") // a field class has no parameters but the type's
    F its = (F) field;
    return its;
  }

  /** Defines a record type without a class; its fields are added as custom fields. */
  public TypeDefinition addType(String name, Consumer<Draft<TypeDefinition>> filling) {
    return space
        .records(TypeDefinition.TYPE)
        .create(
            draft -> {
              draft.set(TypeDefinition.NAME, name);
              filling.accept(draft);
            });
  }

  /**
   * A record type that was defined without a class.
   *
   * @throws io.crmkit.kernel.error.NotFoundException where there is none
   */
  public EntityType<CustomRecord> type(String name) {
    EntityType<?> type = layout().type(name);
    if (!CustomRecord.is(type)) {
      throw new InvalidRequestException("custom.not_custom", type);
    }
    @SuppressWarnings("unchecked") // just checked
    EntityType<CustomRecord> custom = (EntityType<CustomRecord>) type;
    return custom;
  }

  /** The records of a type that was defined without a class. */
  public Records<CustomRecord> records(String type) {
    return space.records(type(type));
  }

  /** The code tables. */
  public Codes codes() {
    return new Codes(space);
  }

  /** Adds a code to a code table; a table begins with its first code. */
  public CodeItem addCode(String table, String code) {
    return codes().add(table, Code.of(code));
  }
}
