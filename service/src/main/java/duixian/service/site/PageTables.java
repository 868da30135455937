package duixian.service.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// The tables of a page of ours as sheets: what a person may see is what he may take away, cell by
/// cell, so that nothing masked on the page is bare in the file. Money becomes yuan, a shortened
/// hash its whole, a bar its words; forms and columns without any content stay out, and so does a
/// table that says why in `data-no-excel`.
final class PageTables {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Set<String> SILENT =
      Set.of("form", "button", "select", "textarea", "script", "style");
  private static final Set<String> APART = Set.of("br", "li", "p", "summary", "span", "small");

  private PageTables() {}

  /// A sheet has the name of the heading that stands before its table.
  static List<Answer.Sheet> of(String html) {
    var sheets = new ArrayList<Answer.Sheet>();
    var heading = "";
    for (var element : Jsoup.parse(html).select("main :is(h1, h2, h3, table.ledger)")) {
      if (!element.nameIs("table")) {
        heading = said(element);
      } else if (!element.hasAttr("data-no-excel")) {
        sheets.add(grid(element, heading).sheet());
      }
    }
    return sheets;
  }

  private static Grid grid(Element table, String name) {
    var grid = new Grid(name);
    for (var row : table.select("tr")) {
      grid.row();
      for (var cell : row.select("> th, > td")) {
        var span = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
        var money = cell.selectFirst("data");
        grid.cell(money == null ? value(cell) : yuan(money), span, money != null);
      }
    }
    return grid;
  }

  private static BigDecimal yuan(Element money) {
    return new BigDecimal(money.attr("value")).movePointLeft(2);
  }

  private static @Nullable Object value(Element cell) {
    var said = said(cell);
    if (cell.hasClass("number") && NUMBER.matcher(said).matches()) {
      return new BigDecimal(said.replace(",", ""));
    }
    return DAY.matcher(said).matches() ? LocalDate.parse(said) : said.isEmpty() ? null : said;
  }

  private static String said(Element element) {
    var words = new StringBuilder();
    say(element, words);
    return words.toString().replaceAll("\\s+", " ").strip();
  }

  private static void say(Node node, StringBuilder words) {
    if (node instanceof TextNode text) {
      words.append(text.getWholeText());
    } else if (node instanceof Element element && !SILENT.contains(element.tagName())) {
      words.append(APART.contains(element.tagName()) ? " " : "");
      if (element.nameIs("svg")) {
        words.append(element.attr("aria-label"));
      } else if (element.hasClass("hash") && element.hasAttr("title")) {
        words.append(element.attr("title"));
      } else {
        element.childNodes().forEach(child -> say(child, words));
      }
    }
  }

  /// Rows of cells under construction; the first row is the head.
  private record Grid(String name, List<List<@Nullable Object>> rows, Set<Integer> yuan) {
    Grid(String name) {
      this(name, new ArrayList<>(), new HashSet<>());
    }

    void row() {
      rows.add(new ArrayList<>());
    }

    void cell(@Nullable Object value, int span, boolean money) {
      var row = rows.getLast();
      if (money) {
        yuan.add(row.size());
      }
      row.add(value);
      for (int i = 1; i < span; i++) {
        row.add(null);
      }
    }

    Answer.Sheet sheet() {
      var columns = new ArrayList<Integer>();
      var head = new ArrayList<String>();
      for (int column = 0; column < rows.getFirst().size(); column++) {
        if (rows.size() == 1 || isSaid(column)) {
          var title = at(rows.getFirst(), column);
          columns.add(column);
          head.add(title == null ? "" : yuan.contains(column) ? inYuan(title) : title.toString());
        }
      }
      var body = new ArrayList<List<@Nullable Object>>();
      for (int row = 1; row < rows.size(); row++) {
        var cells = new ArrayList<@Nullable Object>();
        for (int column : columns) {
          cells.add(at(rows.get(row), column));
        }
        body.add(cells);
      }
      return new Answer.Sheet(name, head, body);
    }

    /// Whether any row below the head says something in that column.
    private boolean isSaid(int column) {
      for (int row = 1; row < rows.size(); row++) {
        if (at(rows.get(row), column) != null) {
          return true;
        }
      }
      return false;
    }

    private static String inYuan(Object title) {
      return title.toString().replace("（万元）", "（元）").replace("(10k", "(");
    }

    private static @Nullable Object at(List<@Nullable Object> row, int column) {
      return column < row.size() ? row.get(column) : null;
    }
  }
}
