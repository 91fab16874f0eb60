package io.crmkit.kernel.secret;

import io.crmkit.kernel.error.InvalidRequestException;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.Expr;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Path;
import io.crmkit.kernel.record.SealedField;
import io.crmkit.kernel.record.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks for encrypted values by what a store has of them. */
final class Asking {
  private final Vault vault;
  private final String tenant;
  private final Layout layout;

  Asking(Vault vault, String tenant, Layout layout) {
    this.vault = vault;
    this.tenant = tenant;
    this.layout = layout;
  }

  <E extends Entity<E>> Condition<E> stored(Condition<E> asked) {
    return touchesSecret(asked) ? rewritten(asked) : asked;
  }

  private static boolean touchesSecret(Condition<?> asked) {
    AtomicBoolean any = new AtomicBoolean();
    asked.mentions(
        field -> {
          if (field.encrypted()) {
            any.set(true);
          }
        });
    return any.get();
  }

  private static boolean touchesSecret(Expr<?, ?> asked) {
    AtomicBoolean any = new AtomicBoolean();
    asked.mentions(
        field -> {
          if (field.encrypted()) {
            any.set(true);
          }
        });
    return any.get();
  }

  private <E extends Entity<E>> Condition<E> rewritten(Condition<E> asked) {
    if (asked instanceof Condition.Group<E> group) {
      List<Condition<E>> parts = new ArrayList<>();
      group.conditions().forEach(part -> parts.add(stored(part)));
      return group.of(parts);
    } else if (asked instanceof Condition.Not<E> not) {
      return stored(not.condition()).not();
    } else if (asked instanceof Condition.Matches<E, ?> matches) {
      return matching(matches);
    } else if (asked instanceof Condition.Leaf<E> leaf) {
      return touchesSecret(leaf.expr()) ? leaf(leaf) : leaf;
    }
    throw new InvalidRequestException("request.encrypted", asked);
  }

  private <E extends Entity<E>, X extends Entity<X>> Condition<E> matching(
      Condition.Matches<E, X> matches) {
    return new Condition.Matches<>(matches.reference(), stored(matches.condition()));
  }

  private <E extends Entity<E>> Condition<E> leaf(Condition.Leaf<E> leaf) {
    if (leaf.expr() instanceof Path<E, ?, ?> path) {
      return follow(path, leaf);
    }
    if (!(leaf.expr() instanceof Field<E, ?> field)) {
      throw new InvalidRequestException("request.encrypted", leaf.expr());
    }
    SealedField<E> secret = secret(field);
    if (leaf instanceof Condition.Missing<E>) {
      return secret.text().isMissing();
    } else if (leaf instanceof Condition.Compare<E, ?> compare && compare.op() == Condition.Op.EQ) {
      return oneOf(secret, Set.of(compare.value()));
    } else if (leaf instanceof Condition.In<E, ?> in) {
      return oneOf(secret, in.values());
    }
    throw new InvalidRequestException("request.encrypted", field);
  }

  /**
   * What is asked of a record referred to, asked there: equality with something is false where
   * there is no such record, and missing is true.
   */
  private <E extends Entity<E>, X extends Entity<X>, T> Condition<E> follow(
      Path<E, X, T> path, Condition.Leaf<E> leaf) {
    Condition<X> there;
    if (leaf instanceof Condition.Missing<E>) {
      there = path.next().isPresent();
    } else if (leaf instanceof Condition.Compare<E, ?> compare && compare.op() == Condition.Op.EQ) {
      there = equal(path.next(), Set.of(compare.value()));
    } else if (leaf instanceof Condition.In<E, ?> in) {
      there = equal(path.next(), in.values());
    } else {
      throw new InvalidRequestException("request.encrypted", path);
    }
    Condition<E> met = new Condition.Matches<>(path.field(), stored(path.visible().and(there)));
    return leaf instanceof Condition.Missing<E> ? met.not() : met;
  }

  @SuppressWarnings("unchecked") // the values were given for the end of the same path
  private static <X extends Entity<X>, T> Condition<X> equal(Expr<X, T> expr, Set<?> values) {
    return new Condition.In<>(expr, (Set<T>) values);
  }

  private <E extends Entity<E>> SealedField<E> secret(Field<E, ?> field) {
    for (SealedField<E> secret : layout.sealed(field.type())) {
      if (secret.field().equals(field)) {
        return secret;
      }
    }
    throw new InvalidRequestException("request.field", field);
  }

  private <E extends Entity<E>> Condition<E> oneOf(SealedField<E> secret, Set<?> values) {
    TextField<E> blind = secret.blind();
    if (blind == null) {
      throw new InvalidRequestException("request.encrypted", secret.field());
    }
    Set<String> hashes = new LinkedHashSet<>();
    for (Object value : values) {
      String text = format(secret.field(), value);
      hashes.addAll(vault.blinds(tenant, secret.field().type(), secret.field().name(), text));
    }
    return hashes.isEmpty() ? Condition.never() : blind.in(hashes);
  }

  @SuppressWarnings("unchecked")
  private static <T> String format(Field<?, T> field, Object value) {
    return field.kind().format((T) value);
  }
}
