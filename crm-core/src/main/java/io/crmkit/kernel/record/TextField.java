package io.crmkit.kernel.record;

import org.jspecify.annotations.Nullable;

/** A field of text: plain, long, e-mail, phone, web address or code. */
public final class TextField<E extends Entity<E>> extends Field<E, String> implements Textual<E> {
  private final @Nullable String codeTable;

  TextField(FieldBuilder.Texts<E> builder) {
    super(builder);
    codeTable = Kinds.codeTable(builder.kind);
  }

  TextField(FieldBuilder.Texts<E> builder, int slot) {
    super(builder, slot);
    codeTable = null;
  }

  @Override
  public TextField<E> expr() {
    return this;
  }

  /** The code table whose codes it holds, or null. */
  public @Nullable String codeTable() {
    return codeTable;
  }
}
