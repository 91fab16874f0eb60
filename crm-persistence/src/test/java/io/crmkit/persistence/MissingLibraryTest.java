package io.crmkit.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingLibraryTest {
  @TempDir Path folder;

  @Test
  void without_the_library_of_pools_it_says_what_to_add() throws Exception {
    try (URLClassLoader host = classPathWithout("HikariCP")) {
      Object store =
          host.loadClass("io.crmkit.persistence.SqlStore")
              .getMethod("open", Path.class)
              .invoke(null, folder.resolve("crm"));
      Method on =
          host.loadClass("io.crmkit.Crm")
              .getMethod("on", host.loadClass("io.crmkit.kernel.store.Store"));
      Throwable refused =
          assertThrows(InvocationTargetException.class, () -> on.invoke(null, store)).getCause();
      assertEquals("StoreException", refused.getClass().getSimpleName());
      assertTrue(
          String.valueOf(refused.getMessage()).contains("add com.zaxxer:HikariCP"),
          refused::getMessage);
    }
  }

  private static URLClassLoader classPathWithout(String library) throws MalformedURLException {
    String here =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<URL> rest = new ArrayList<>();
    for (String entry : here.split(File.pathSeparator)) {
      if (!entry.contains(library)) {
        rest.add(new File(entry).toURI().toURL());
      }
    }
    return new URLClassLoader(rest.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
