package io.crmkit.testing;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Every text that can be reached from an object, whatever it is kept in. */
public final class Reachable {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();
  private final List<String> texts = new ArrayList<>();

  private Reachable() {}

  /** The texts that are reached from {@code root} through our own objects, arrays, collections. */
  public static List<String> texts(Object root) {
    Reachable reachable = new Reachable();
    reachable.add(root);
    try {
      while (!reachable.waiting.isEmpty()) {
        reachable.look(reachable.waiting.pop());
      }
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
    return reachable.texts;
  }

  private void add(Object object) {
    if (object != null && seen.add(object)) {
      waiting.push(object);
    }
  }

  private void look(Object object) throws IllegalAccessException {
    if (object instanceof String text) {
      texts.add(text);
    } else if (object instanceof Object[] array) {
      for (int i = 0; i < Array.getLength(array); i++) {
        add(array[i]);
      }
    } else if (object instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            add(key);
            add(value);
          });
    } else if (object instanceof Collection<?> collection) {
      collection.forEach(this::add);
    } else if (object instanceof AtomicReference<?> reference) {
      add(reference.get());
    } else if (object instanceof AtomicReferenceArray<?> array) {
      for (int i = 0; i < array.length(); i++) {
        add(array.get(i));
      }
    } else if (object instanceof Reference<?> reference) {
      add(reference.get());
    } else if (object.getClass().getName().startsWith("io.crmkit.")) {
      fields(object);
    }
  }

  private void fields(Object object) throws IllegalAccessException {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().isPrimitive()
            && type.getName().startsWith("io.crmkit.")) {
          field.setAccessible(true);
          add(field.get(object));
        }
      }
    }
  }
}
