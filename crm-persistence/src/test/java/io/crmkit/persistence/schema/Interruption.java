package io.crmkit.persistence.schema;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection that breaks at one of the changes asked of it, and at everything after that. */
final class Interruption implements InvocationHandler {
  private final Connection connection;
  private final int at;
  private final boolean afterwards;
  private final List<String> asked = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private boolean broken;

  private Interruption(Connection connection, int at, boolean afterwards) {
    this.connection = connection;
    this.at = at;
    this.afterwards = afterwards;
  }

  /**
   * Breaks at a statement or commit.
   *
   * @param at which, from 1
   * @param afterwards the database does it, but nobody hears of it
   */
  static Interruption at(Connection connection, int at, boolean afterwards) {
    return new Interruption(connection, at, afterwards);
  }

  /** Never breaks, but remembers. */
  static Interruption none(Connection connection) {
    return new Interruption(connection, Integer.MAX_VALUE, false);
  }

  Connection connection() {
    return proxy(Connection.class, this);
  }

  boolean broke() {
    return broken;
  }

  /** The statements that were run, and the commits; what only reads is left out. */
  List<String> asked() {
    return asked;
  }

  /** The statements that only read. */
  List<String> questions() {
    return questions;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            Interruption.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "createStatement" -> proxy(Statement.class, on(call(connection, method, arguments), ""));
      case "prepareStatement" ->
          proxy(
              PreparedStatement.class,
              on(call(connection, method, arguments), (String) arguments[0]));
      case "commit" -> counted(connection, method, arguments, "commit");
      case "isValid" -> !broken && (boolean) call(connection, method, arguments);
      case "rollback" -> checked(connection, method, arguments);
      default -> call(connection, method, arguments);
    };
  }

  private InvocationHandler on(Object statement, String prepared) {
    return (self, method, arguments) ->
        method.getName().startsWith("execute")
            ? counted(
                statement, method, arguments, arguments == null ? prepared : (String) arguments[0])
            : call(statement, method, arguments);
  }

  private Object checked(Object target, Method method, Object[] arguments) throws Throwable {
    if (broken) {
      throw new SQLException("broken", "08006");
    }
    return call(target, method, arguments);
  }

  private Object counted(Object target, Method method, Object[] arguments, String what)
      throws Throwable {
    if (broken) {
      throw new SQLException("broken", "08006");
    }
    if (what.startsWith("select")) {
      questions.add(what);
      return call(target, method, arguments);
    }
    asked.add(what);
    if (asked.size() < at) {
      return call(target, method, arguments);
    }
    if (afterwards) {
      call(target, method, arguments);
    }
    broken = true;
    // The end of a process: what was not committed is undone.
    connection.rollback();
    connection.close();
    throw new SQLException("broken", "08006");
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
