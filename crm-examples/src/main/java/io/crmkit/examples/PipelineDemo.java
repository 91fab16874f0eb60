package io.crmkit.examples;

/** Prints the arguments it is given and where it runs. */
public final class PipelineDemo {
  private PipelineDemo() {}

  /**
   * Runs the demo.
   *
   * @param args printed one per line
   */
  public static void main(String[] args) {
    System.out.println("Running in " + System.getProperty("user.dir"));
    for (String arg : args) {
      System.out.println(arg);
    }
  }
}
