package io.crmkit.examples.bench.sql;

import java.sql.SQLException;
import java.util.Locale;

/** What is measured. Reading comes first, while no side has left anything behind. */
enum Work {
  /** One opportunity by identity. */
  READ("point read", true, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      return side.read();
    }
  },
  /** The first 50 by date of those that one owner has. */
  NARROW("first page, narrow scope", true, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      return side.page(Scope.NARROW, false);
    }
  },
  /** 50 from the middle of the same. */
  NARROW_DEEP("deep page, narrow scope", true, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      return side.page(Scope.NARROW, true);
    }
  },
  /** The first 50 by date of those that half of the owners have. */
  BROAD("first page, broad scope", true, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      return side.page(Scope.BROAD, false);
    }
  },
  /** 50 from the middle of the same. */
  BROAD_DEEP("deep page, broad scope", true, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      return side.page(Scope.BROAD, true);
    }
  },
  /** Number and sum by stage over all. */
  FUNNEL("funnel over all", true, Work.NEAR) {
    @Override
    Object once(Side side) throws SQLException {
      return side.funnel();
    }
  },
  /** A customer and a contact there. */
  CREATE("create customer + contact", false, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      side.create();
      return side;
    }
  },
  /** An opportunity moves on to its next stage. */
  STAGE("stage change", false, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      side.move();
      return side;
    }
  },
  /** 8 customers and contacts are made, 8 opportunities changed, 2 contacts deleted. */
  MIXED("unit of 50 mixed rows", false, Work.ALWAYS) {
    @Override
    Object once(Side side) throws SQLException {
      side.mixed();
      return side;
    }
  },
  /** Many customers, each with a contact. */
  IMPORT("import of customers + contacts", false, Work.NEAR) {
    @Override
    Object once(Side side) throws SQLException {
      side.importAll();
      return side;
    }
  },
  /** From the start of a JVM to the first row, written and read. */
  OPENING("opening, to the first row", false, Work.NEAR) {
    @Override
    Object once(Side side) {
      throw new UnsupportedOperationException("needs a JVM of its own");
    }
  };

  private static final boolean ALWAYS = true;
  private static final boolean NEAR = false;

  private final String title;
  private final boolean answers;
  private final boolean far;

  Work(String title, boolean answers, boolean far) {
    this.title = title;
    this.answers = answers;
    this.far = far;
  }

  /** Does it once; gives the answer where there is one, the same for all sides. */
  abstract Object once(Side side) throws SQLException;

  /** What it is called in arguments. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  /** True where all sides have to give the same answer. */
  boolean answers() {
    return answers;
  }

  /** True where it is worth measuring from afar. */
  boolean far() {
    return far;
  }
}
