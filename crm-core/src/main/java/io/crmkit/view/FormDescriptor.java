package io.crmkit.view;

import java.util.List;

/**
 * A form for one record, with what its reader may see in it.
 *
 * @param type the name of the record type
 * @param label what people call it
 * @param creates the reader may make records of the type
 * @param updates the reader may change records of the type; which ones depends on the record
 * @param deletes the reader may delete records of the type
 * @param sections the sections, in order
 */
public record FormDescriptor(
    String type,
    String label,
    boolean creates,
    boolean updates,
    boolean deletes,
    List<Section> sections) {
  /**
   * A section.
   *
   * @param label the heading; empty where there is none
   * @param fields the fields, in order
   */
  public record Section(String label, List<FieldDescriptor> fields) {
    /** Copies the fields. */
    public Section {
      fields = List.copyOf(fields);
    }
  }

  /** Copies the sections. */
  public FormDescriptor {
    sections = List.copyOf(sections);
  }
}
