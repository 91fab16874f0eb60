package io.crmkit.custom;

import io.crmkit.kernel.work.Workspace;
import java.util.List;

/**
 * What a module implements besides, of which records hold codes in fields that are no code fields,
 * such as those of a table that the record itself names.
 */
public interface CodeHolder {
  /**
   * Where such a code is held, be the record deleted, over or invisible.
   *
   * @param work a unit of work
   * @return one for each field; empty where none holds it
   */
  List<CodeUse> usesOf(Workspace work, String table, String code);

  /**
   * Puts another code in the place of one that is merged into it, where it is in force or planned;
   * what is over keeps it.
   *
   * @param work a unit of work
   * @return how many records were changed
   */
  long merge(Workspace work, String table, String from, String into);
}
