package io.crmkit.analytics.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing read back as XML. */
final class Drawing {
  private final Element root;

  private Drawing(Element root) {
    this.root = root;
  }

  static Drawing of(Chart chart, ChartStyle style) {
    return of(chart.svg(style));
  }

  static Drawing of(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
      return new Drawing(document.getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("not XML: " + svg, e);
    }
  }

  Element root() {
    return root;
  }

  double width() {
    return number(root, "width");
  }

  double height() {
    return number(root, "height");
  }

  List<Element> all(String name) {
    NodeList found = root.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** What can be read in the drawing, without tool tips. */
  List<String> texts() {
    return all("text").stream().map(Drawing::shown).toList();
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  static String shown(Element text) {
    StringBuilder shown = new StringBuilder();
    for (Node node = text.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE) {
        shown.append(node.getNodeValue());
      }
    }
    return shown.toString();
  }

  /** The place that a text takes, in the widest common face. */
  record Box(String text, double left, double top, double right, double bottom) {
    static Box of(Element element) {
      String text = shown(element);
      double size = number(element, "font-size");
      boolean strong = element.hasAttribute("font-weight");
      double width = new TextStyle(size, strong, "").width(text);
      double x = number(element, "x");
      double y = number(element, "y");
      double left =
          switch (element.getAttribute("text-anchor")) {
            case "end" -> x - width;
            case "middle" -> x - width / 2;
            default -> x;
          };
      return new Box(text, left, y - size * 0.75, left + width, y + size * 0.1);
    }

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  List<Box> boxes() {
    return all("text").stream().map(Box::of).filter(box -> !box.text().isEmpty()).toList();
  }
}
