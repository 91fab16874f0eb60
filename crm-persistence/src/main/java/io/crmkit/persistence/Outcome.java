package io.crmkit.persistence;

/** What became of a unit of work whose commit was cut off, see {@link SqlStore#outcome}. */
public enum Outcome {
  /** All of it is stored; doing it again would do it twice. */
  COMMITTED,

  /** Nothing of it is stored, nor ever will be; it can be done again. */
  NOT_COMMITTED
}
