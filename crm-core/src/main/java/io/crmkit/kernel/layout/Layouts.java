package io.crmkit.kernel.layout;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.crmkit.kernel.record.Code;
import io.crmkit.kernel.record.CodeTable;
import io.crmkit.kernel.record.Condition;
import io.crmkit.kernel.record.Entity;
import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Layout;
import io.crmkit.kernel.record.Row;
import io.crmkit.kernel.store.Selection;
import io.crmkit.kernel.store.Store;
import io.crmkit.kernel.store.StoreReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The layouts of all tenants: what the modules brought, with what each tenant's administrators
 * added. Thread-safe; a tenant's layout is read once, again after it was changed here, and again
 * after a minute, since it may have been changed by another node.
 */
public final class Layouts {
  private static final int MANY_TENANTS = 10_000;

  /** So long another node may not know what an administrator has defined here. */
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final Store store;
  private final Collection<EntityType<?>> types;
  private final Collection<Field<?, ?>> fields;
  private final CodeTables codes;
  private final Layout base;
  private final Map<String, EntityType<CustomRecord>> customTypes = new ConcurrentHashMap<>();
  private final Clock clock;
  private final boolean lasting;
  private final LoadingCache<String, Read> byTenant;
  private final AtomicLong changes = new AtomicLong();

  /** A layout as it was read, and until which moment, in milliseconds, that is good enough. */
  private record Read(Layout layout, long until) {}

  /**
   * A layout of a tenant that need not be asked for again while it {@link #isGood}.
   *
   * @param until in milliseconds; the greatest number where the passing of time changes nothing
   */
  public record Held(Layout layout, long until, long changes) {}

  /**
   * @param alone true where nobody else can define anything
   * @param clock the time, by which a layout is read again after a while, since another node may
   *     have defined something, or a code table that the host keeps may have changed
   * @param store where the tenants' definitions are
   * @param types the types that the modules brought
   * @param fields the custom fields declared in code
   * @param codes the codes that the modules brought, by code table
   * @param sources the code tables that the host keeps
   */
  public Layouts(
      boolean alone,
      Clock clock,
      Store store,
      Collection<EntityType<?>> types,
      Collection<Field<?, ?>> fields,
      Map<String, List<Code>> codes,
      Collection<CodeSource> sources) {
    this.store = store;
    this.types = List.copyOf(types);
    this.fields = List.copyOf(fields);
    this.codes = new CodeTables(codes, sources);
    this.base = new Layout(types, fields, Map.of());
    this.clock = clock;
    this.lasting = alone && sources.isEmpty();
    this.byTenant =
        Caffeine.newBuilder()
            .maximumSize(MANY_TENANTS)
            .executor(Runnable::run)
            .expireAfterWrite(GOOD_FOR)
            .ticker(() -> lasting ? 0 : TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build(this::read);
  }

  /** The types that shape a layout; whoever writes one calls {@link #changed}. */
  public static List<EntityType<?>> shapingTypes() {
    return List.of(TypeDefinition.TYPE, FieldDefinition.TYPE, CodeItem.TYPE);
  }

  /** True for one of {@link #shapingTypes}. */
  public static boolean isShaping(EntityType<?> type) {
    return type == TypeDefinition.TYPE || type == FieldDefinition.TYPE || type == CodeItem.TYPE;
  }

  /** The layout of a tenant. */
  public Held of(String tenant) {
    long before = changes.get();
    Read read = Objects.requireNonNull(byTenant.get(tenant));
    return new Held(read.layout(), read.until(), before);
  }

  /**
   * The layout of a tenant as it is stored now, with the custom fields whose definitions are in the
   * bin: what is needed to move all of a tenant's data, and nothing else.
   */
  public Layout whole(String tenant) {
    return load(tenant, true);
  }

  /** False where {@link #of} may give another layout by now. */
  public boolean isGood(Held held) {
    return isCurrent(held) && (lasting || clock.millis() < held.until());
  }

  /** The same for who minds the time: false where a layout has been changed here. */
  public boolean isCurrent(Held held) {
    return held.changes() == changes.get();
  }

  /** Says that the definitions of a tenant have changed; the next reader sees them. */
  public void changed(String tenant) {
    byTenant.invalidate(tenant);
    changes.incrementAndGet();
  }

  private Read read(String tenant) {
    long until = lasting ? Long.MAX_VALUE : clock.millis() + GOOD_FOR.toMillis();
    return new Read(load(tenant, false), until);
  }

  private Layout load(String tenant, boolean whole) {
    StoreReader reader = store.reader(tenant, base);
    Map<String, EntityType<?>> allTypes = new LinkedHashMap<>();
    Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    types.forEach(type -> allTypes.put(type.name(), type));
    for (TypeDefinition definition : all(reader, TypeDefinition.TYPE)) {
      String name = definition.require(TypeDefinition.NAME);
      allTypes.put(name, customTypes.computeIfAbsent(name, CustomRecord::type));
      labels.put(name, labels(definition));
    }
    List<Field<?, ?>> allFields = new ArrayList<>(fields);
    for (FieldDefinition definition : fields(reader, whole)) {
      EntityType<?> type = allTypes.get(definition.require(FieldDefinition.RECORD_TYPE));
      String target = definition.get(FieldDefinition.TARGET);
      if (type != null && (target == null || allTypes.containsKey(target))) {
        allFields.add(FieldMaker.make(type, definition, allTypes));
      }
    }
    Map<String, CodeTable> allCodes = codes.of(tenant, all(reader, CodeItem.TYPE));
    return new Layout(allTypes.values(), allFields, allCodes, labels);
  }

  private static Collection<FieldDefinition> fields(StoreReader reader, boolean whole) {
    Condition<FieldDefinition> inTheBin = FieldDefinition.TYPE.deletedAt().isPresent();
    Map<String, FieldDefinition> byName = new LinkedHashMap<>();
    List<FieldDefinition> definitions =
        new ArrayList<>(whole ? all(reader, FieldDefinition.TYPE, inTheBin) : List.of());
    definitions.addAll(all(reader, FieldDefinition.TYPE));
    for (FieldDefinition definition : definitions) {
      byName.put(
          definition.require(FieldDefinition.RECORD_TYPE)
              + '.'
              + definition.require(FieldDefinition.NAME),
          definition);
    }
    return byName.values();
  }

  private static Map<String, String> labels(TypeDefinition definition) {
    Map<String, String> labels = new HashMap<>();
    String english = definition.get(TypeDefinition.LABEL_EN);
    if (english != null) {
      labels.put(Locale.ENGLISH.getLanguage(), english);
    }
    String chinese = definition.get(TypeDefinition.LABEL_ZH);
    if (chinese != null) {
      labels.put(Locale.CHINESE.getLanguage(), chinese);
    }
    return labels;
  }

  private static <E extends Entity<E>> List<E> all(StoreReader reader, EntityType<E> type) {
    return all(reader, type, type.deletedAt().isMissing());
  }

  private static <E extends Entity<E>> List<E> all(
      StoreReader reader, EntityType<E> type, Condition<E> which) {
    List<E> entities = new ArrayList<>();
    for (Row row :
        reader.select(new Selection<>(type, which, List.of(), null, Integer.MAX_VALUE))) {
      entities.add(type.entity(row));
    }
    return entities;
  }
}
