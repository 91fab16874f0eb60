package io.crmkit.catalog;

import io.crmkit.kernel.record.Draft;
import io.crmkit.kernel.work.Records;
import io.crmkit.kernel.work.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the shadows of a host's products: one query for those there are, one question to the source
 * about those that are missing or old, one unit of work for what has changed.
 */
final class Shadows {
  private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);
  private static final Duration GOOD_FOR = Duration.ofMinutes(ProductSource.GOOD_FOR_MINUTES);

  private final Workspace space;
  private final ProductSource source;

  Shadows(Workspace space, ProductSource source) {
    this.space = space;
    this.source = source;
  }

  void refresh(Collection<String> externalIds) {
    Map<String, Product> known = known(space, externalIds);
    Set<String> asked = new LinkedHashSet<>();
    for (String externalId : externalIds) {
      Product shadow = known.get(externalId);
      if (shadow == null || isOld(shadow)) {
        asked.add(externalId);
      }
    }
    if (!asked.isEmpty()) {
      Map<String, SourceProduct> found = ask(asked, known);
      if (found != null) {
        space.run(work -> write(work, asked, found));
      }
    }
  }

  private static Map<String, Product> known(Workspace space, Collection<String> externalIds) {
    Map<String, Product> known = new LinkedHashMap<>();
    for (Product product :
        space.own(Product.DEF, Product.TYPE).where(Product.EXTERNAL_ID.in(externalIds)).list()) {
      known.put(product.require(Product.EXTERNAL_ID), product);
    }
    return known;
  }

  private boolean isOld(Product shadow) {
    Instant last = shadow.get(Product.REFRESHED_AT);
    return last == null || !space.now().isBefore(last.plus(GOOD_FOR));
  }

  /** What the source says; null where it fails and there is a shadow of each. */
  private @Nullable Map<String, SourceProduct> ask(
      Set<String> externalIds, Map<String, Product> known) {
    try {
      return source.find(space.context().tenant(), externalIds);
    } catch (RuntimeException failure) {
      if (!known.keySet().containsAll(externalIds)) {
        throw failure;
      }
      LOG.warn("The source of products failed; {} shadows stay", externalIds.size(), failure);
      return null;
    }
  }

  private static void write(
      Workspace work, Set<String> externalIds, Map<String, SourceProduct> found) {
    Records<Product> products = work.own(Product.DEF, Product.TYPE);
    Map<String, Product> known = known(work, externalIds);
    for (String externalId : externalIds) {
      Product shadow = known.get(externalId);
      SourceProduct now = found.get(externalId);
      if (shadow != null) {
        products.update(shadow, d -> fill(work, d, now));
      } else if (now != null) {
        products.create(d -> fill(work, d.set(Product.EXTERNAL_ID, externalId), now));
      }
    }
  }

  private static void fill(Workspace work, Draft<Product> draft, @Nullable SourceProduct now) {
    draft.unlock(Product.DEF).set(Product.REFRESHED_AT, work.now());
    if (now == null) {
      draft.set(Product.ACTIVE, false);
    } else {
      draft
          .set(Product.NAME, now.name())
          .setOrClear(Product.CODE, now.code())
          .setOrClear(Product.UNIT, now.unit())
          .setOrClear(Product.LIST_PRICE, now.listPrice())
          .set(Product.ACTIVE, now.offered());
    }
  }
}
