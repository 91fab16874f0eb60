package io.crmkit.exchange;

import io.crmkit.kernel.access.Operation;
import io.crmkit.kernel.error.ConflictException;
import io.crmkit.kernel.error.CrmException;
import io.crmkit.kernel.error.StoreException;
import io.crmkit.kernel.work.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One import: rows into batches, batches into units of work, and what became of each row. */
final class ImportRun {
  /** How many rows can be put off until the end of the file. */
  static final int MOST_PUT_OFF = 100_000;

  private static final int ATTEMPTS = 3;
  private static final String UNIT_FAILED = "request.unit_failed";

  private final Workspace space;
  private final BatchHandler handler;
  private final Tally tally;
  private final @Nullable ErrorFile errors;
  private final int size;
  private List<ImportRow> putOff = new ArrayList<>();
  private @Nullable CrmException failure;

  ImportRun(
      Workspace space, BatchHandler handler, Tally tally, @Nullable ErrorFile errors, int size) {
    this.space = space;
    this.handler = handler;
    this.tally = tally;
    this.errors = errors;
    this.size = size;
  }

  /** Imports all rows; returns what ended that early, or null. */
  @Nullable CrmException all(RowSource rows, Runnable afterBatch) {
    try {
      List<ImportRow> batch = new ArrayList<>(size);
      for (ImportRow row = next(rows); row != null; row = next(rows)) {
        batch.add(row);
        if (batch.size() == size) {
          take(batch);
          batch.clear();
          afterBatch.run();
        }
      }
      take(batch);
      takeAgain();
    } catch (StoreException broken) {
      failure = broken;
      tally.read = tally.imported + tally.rejected; // nobody knows about the others
    }
    afterBatch.run();
    return failure;
  }

  private @Nullable ImportRow next(RowSource rows) {
    try {
      ImportRow row = rows.next();
      tally.read += row == null ? 0 : 1;
      return row;
    } catch (CsvException unreadable) {
      failure = unreadable;
      return null;
    }
  }

  /** Takes the rows that were put off, as often as that brings any of them in. */
  private void takeAgain() {
    while (!putOff.isEmpty()) {
      List<ImportRow> again = putOff;
      putOff = new ArrayList<>();
      Collections.reverse(again); // who comes too early in one direction comes late in the other
      long before = tally.imported;
      for (int i = 0; i < again.size(); i += size) {
        take(again.subList(i, Math.min(again.size(), i + size)));
      }
      if (tally.imported == before) {
        Collections.reverse(putOff);
        putOff.forEach(this::reject);
        return;
      }
    }
  }

  private void take(List<ImportRow> batch) {
    try {
      attempt(batch);
    } catch (CrmException refused) {
      requireRefusal(refused);
      takeOneByOne(batch);
      return;
    }
    batch.forEach(this::settle);
  }

  private void takeOneByOne(List<ImportRow> batch) {
    if (!tally.dry) {
      for (ImportRow row : batch) {
        alone(row);
        settle(row);
      }
      return;
    }
    batch.forEach(this::alone);
    List<ImportRow> hopeful = batch.stream().filter(row -> !row.isRejected()).toList();
    List<ImportRow> kept = new ArrayList<>();
    rehearse(kept, hopeful);
    attempt(kept); // what they did last is what counts
    batch.forEach(this::settle);
  }

  /** Finds the rows that are refused because of rows before them, and keeps the others. */
  private void rehearse(List<ImportRow> kept, List<ImportRow> rows) {
    List<ImportRow> together = new ArrayList<>(kept);
    together.addAll(rows);
    try {
      attempt(together);
      kept.addAll(rows);
    } catch (CrmException refused) {
      requireRefusal(refused);
      if (rows.size() == 1) {
        refuse(rows.get(0), refused);
      } else {
        int half = rows.size() / 2;
        rehearse(kept, rows.subList(0, half));
        rehearse(kept, rows.subList(half, rows.size()));
      }
    }
  }

  private void alone(ImportRow row) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(List.of(row));
        return;
      } catch (CrmException refused) {
        requireRefusal(refused);
        boolean store = refused instanceof StoreException;
        if (attempt < ATTEMPTS && (store || refused instanceof ConflictException)) {
          continue;
        }
        if (store) {
          throw refused;
        }
        refuse(row, refused);
        return;
      }
    }
  }

  /** Rejects the row; what it was rejected for before says more than what followed from that. */
  private static void refuse(ImportRow row, CrmException refused) {
    if (!row.isRejected() && !row.isPutOff()) {
      row.add(refused);
    }
  }

  /** Throws what no row is to blame for. */
  private static void requireRefusal(CrmException thrown) {
    boolean broken = thrown instanceof StoreException store && !store.isTransient();
    if (broken || thrown instanceof CsvException) {
      throw thrown;
    }
  }

  /** Handles the rows in one unit of work; throws where that as a whole is refused. */
  private void attempt(List<ImportRow> rows) {
    rows.forEach(ImportRow::begin);
    List<ImportRow> hopeful = rows.stream().filter(row -> !row.isHopeless()).toList();
    if (hopeful.isEmpty()) {
      return;
    }
    Function<Workspace, Boolean> unit =
        work -> {
          handler.begin(work, hopeful);
          hopeful.forEach(row -> handle(work, row));
          return true;
        };
    if (tally.dry) {
      space.rehearse(unit);
    } else {
      space.call(unit);
    }
  }

  private void handle(Workspace work, ImportRow row) {
    try {
      work.run(
          part -> {
            part.requiring(
                Operation.IMPORT,
                () -> {
                  handler.row(part, row);
                  return true;
                });
            row.check();
          });
    } catch (RowSignal signal) {
      // what is wrong is in the row
    } catch (StoreException broken) {
      throw broken;
    } catch (CrmException refused) {
      requireRefusal(refused);
      if (refused.code().equals(UNIT_FAILED)) {
        throw refused; // because of a row before: the rest of the batch is in vain
      }
      row.add(refused);
    }
  }

  private void settle(ImportRow row) {
    if (row.isPutOff() && putOff.size() < MOST_PUT_OFF) {
      putOff.add(row);
    } else if (row.isPutOff() || row.isRejected()) {
      reject(row);
    } else {
      tally.imported(row);
      row.runAfterwards();
    }
  }

  private void reject(ImportRow row) {
    tally.rejected(row);
    if (errors != null) {
      errors.add(row);
    }
  }
}
