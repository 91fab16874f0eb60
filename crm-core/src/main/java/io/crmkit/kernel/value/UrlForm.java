package io.crmkit.kernel.value;

import io.crmkit.kernel.value.Normalised.Reason;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The normal form of a web address.
 *
 * <p>Written out because {@link URI} refuses hosts and paths outside ASCII, which people paste.
 */
final class UrlForm {
  private static final int MAX = 2000;
  private static final int MAX_HOST = 253;

  private UrlForm() {}

  static Normalised normalise(String raw) {
    String text = raw.strip();
    Optional<Normalised> refused = ContactPoints.refusedForLength(text, MAX);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (ContactPoints.hasUnprintable(text) || containsAny(text, "<>\"\\")) {
      return new Normalised.Refused(Reason.URL_MALFORMED);
    }
    String scheme = schemeOf(text);
    if (scheme.isEmpty()) {
      return address("https", text, true);
    }
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return new Normalised.Refused(Reason.URL_SCHEME);
    }
    String rest = text.substring(scheme.length() + 1);
    return rest.startsWith("//")
        ? address(scheme, rest.substring(2), false)
        : new Normalised.Refused(Reason.URL_MALFORMED);
  }

  /** Returns the scheme in lower case, empty if there is none. */
  private static String schemeOf(String text) {
    int colon = indexOfAny(text, ":/?#");
    if (colon == text.length() || text.charAt(colon) != ':') {
      return "";
    }
    String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
    // "example.com:8080/x" has a port, "javascript:1" a scheme: only a host may have a dot.
    return name.indexOf('.') >= 0 && isPort(authorityOf(text.substring(colon + 1))) ? "" : name;
  }

  private static Normalised address(String scheme, String rest, boolean dotRequired) {
    String authority = authorityOf(rest);
    if (authority.indexOf('@') >= 0) {
      return new Normalised.Refused(Reason.URL_USER_INFO);
    }
    int portAt = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    String host =
        (portAt < 0 ? authority : authority.substring(0, portAt)).toLowerCase(Locale.ROOT);
    String port = portAt < 0 ? "" : authority.substring(portAt);
    if (!isHost(host) || (dotRequired && !looksPublic(host))) {
      return new Normalised.Refused(Reason.URL_HOST);
    }
    if (!port.isEmpty() && !isPort(port.substring(1))) {
      return new Normalised.Refused(Reason.URL_MALFORMED);
    }
    String normal = scheme + "://" + host + port + rest.substring(authority.length());
    return normal.length() > MAX
        ? new Normalised.Refused(Reason.TOO_LONG)
        : new Normalised.Accepted(normal, true);
  }

  private static String authorityOf(String rest) {
    return rest.substring(0, indexOfAny(rest, "/?#"));
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return isIpv6(host);
    }
    try {
      String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
      return !ascii.isEmpty()
          && ascii.length() <= MAX_HOST
          && !ascii.startsWith(".")
          && !ascii.contains("..");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isIpv6(String host) {
    try {
      return new URI("http://" + host + "/").getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether text without scheme means a host: it has a dot and no number as top level. */
  private static boolean looksPublic(String host) {
    int dot = host.lastIndexOf('.', host.length() - 2);
    return dot > 0 && !Character.isDigit(host.charAt(dot + 1));
  }

  private static boolean isPort(String text) {
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int port = Integer.parseInt(text);
    return port > 0 && port <= 65_535;
  }

  private static int indexOfAny(String text, String stops) {
    int i = 0;
    while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static boolean containsAny(String text, String unwanted) {
    return indexOfAny(text, unwanted) < text.length();
  }
}
