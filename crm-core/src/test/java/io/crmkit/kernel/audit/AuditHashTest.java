package io.crmkit.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.crmkit.kernel.record.EntityType;
import io.crmkit.kernel.record.Field;
import io.crmkit.kernel.record.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bytes that are hashed are pinned: seals made by one version are good in the next. */
class AuditHashTest {
  private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
  private static final UUID RECORD = UUID.fromString("01900000-0000-7000-8000-000000000002");

  private static Row fact(@Nullable String reason) {
    @Nullable Object[] slots = new @Nullable Object[AuditEntry.TYPE.slots().size()];
    slots[EntityType.CREATED_AT] = Instant.parse("2027-03-01T08:00:00.000001Z");
    slots[EntityType.CREATED_BY] = "ада";
    put(slots, AuditEntry.RECORD_TYPE, "customer");
    put(slots, AuditEntry.RECORD_ID, RECORD);
    put(slots, AuditEntry.RECORD_VERSION, 7L);
    put(slots, AuditEntry.EVENT, AuditEntry.Event.CHANGED);
    put(slots, AuditEntry.WORK, RECORD);
    put(slots, AuditEntry.ORIGIN, "web");
    put(slots, AuditEntry.REASON, reason);
    put(slots, AuditEntry.CHANGES, ChangeSet.KIND.parse("[[\"name\",null,\"Ä\"]]"));
    return new Row(AuditEntry.TYPE.ref(ID), 1, slots, Map.of());
  }

  private static <T> void put(@Nullable Object[] slots, Field<?, T> field, @Nullable T value) {
    slots[field.slot()] = value;
  }

  @Test
  void the_canonical_form_is_pinned() {
    String text =
        new String(AuditHash.canonical(fact(null)), StandardCharsets.UTF_8).replace("\0\0\0", "#");
    assertEquals(
        "#\u000baudit_entry#$01900000-0000-7000-8000-000000000001#\u00011"
            + "#\ncreated_at#\u001b2027-03-01T08:00:00.000001Z#\ncreated_by#\u0006ада"
            + "#\u000brecord_type#\bcustomer"
            + "#\trecord_id#$01900000-0000-7000-8000-000000000002#\u000erecord_version#\u00017"
            + "#\u0005event#\u0007changed"
            + "#\u0004work#$01900000-0000-7000-8000-000000000002#\u0006origin#\u0003web"
            + "#\u0007changes#\u0014[[\"name\",null,\"Ä\"]]",
        text);
  }

  @Test
  void the_running_hash_is_pinned() {
    AuditHash hash = AuditHash.begin("main");
    hash.add(fact(null));
    hash.add(fact("why"));
    assertEquals("f833b86df7d35171e03401931c22a988a2472ef62e5fd77dae0189f5f41e10ec", hash.head());
    assertEquals(2, hash.count());
  }

  @Test
  void another_tenant_place_or_value_gives_another_hash() {
    AuditHash main = AuditHash.begin("main");
    AuditHash other = AuditHash.begin("other");
    assertNotEquals(
        List.of(main.add(fact(null))).toString(), List.of(other.add(fact(null))).toString());
    assertNotEquals(main.head(), other.head());
    String first = main.head();
    main.add(fact(null));
    assertNotEquals(first, main.head());
    AuditHash why = AuditHash.begin("main");
    why.add(fact("why"));
    assertNotEquals(first, why.head());
  }

  @Test
  void a_chain_goes_on_where_it_stopped() {
    AuditHash whole = AuditHash.begin("main");
    whole.add(fact(null));
    AuditHash rest = AuditHash.resume("main", whole.count(), whole.head());
    whole.add(fact("why"));
    rest.add(fact("why"));
    assertEquals(whole.head(), rest.head());
  }
}
