package duixian.service.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The tables of a page of ours as sheets: what a person may see is what he may take away, cell by
/// cell, so that nothing masked on the page is bare in the file. Money becomes yuan, a shortened
/// hash its whole, a bar its words; forms and columns without any content stay out, and so does a
/// table that says why in `data-no-excel`.
final class PageTables {
  private static final Pattern PIECE =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\"[^\"]*\"|[^>\"]+)*+)>|([^<]+)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Set<String> SILENT =
      Set.of("form", "button", "select", "textarea", "svg", "script", "style");

  private final List<Answer.Sheet> sheets = new ArrayList<>();
  private final StringBuilder heading = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Grid grid;
  private @Nullable BigDecimal money;
  private String within = "";
  private String silence = "";
  private String shortened = "";
  private boolean numeric;
  private int span = 1;

  private PageTables() {}

  static List<Answer.Sheet> of(String html) {
    var tables = new PageTables();
    var pieces = PIECE.matcher(html.substring(Math.max(0, html.indexOf("<main"))));
    while (pieces.find()) {
      if (pieces.group(2) == null) {
        tables.words(pieces.group(4));
      } else if (pieces.group(1).isEmpty()) {
        tables.open(pieces.group(2), pieces.group(3));
      } else {
        tables.close(pieces.group(2));
      }
    }
    return List.copyOf(tables.sheets);
  }

  private void words(String piece) {
    if (silence.isEmpty() && shortened.isEmpty() && !within.isEmpty()) {
      text.append(HtmlUtils.htmlUnescape(piece));
    }
  }

  private void open(String tag, String attributes) {
    if (!silence.isEmpty()) {
      return;
    }
    switch (tag) {
      case "h1", "h2", "h3" -> begin(tag);
      case "table" -> {
        if (named(attributes, "class").startsWith("ledger")
            && named(attributes, "data-no-excel").isEmpty()) {
          grid = new Grid(heading.toString());
        }
      }
      case "caption" -> begin(tag);
      case "tr" -> {
        if (grid != null) {
          grid.row();
        }
      }
      case "th", "td" -> {
        begin(tag);
        numeric = named(attributes, "class").contains("number");
        var wide = named(attributes, "colspan");
        span = wide.isEmpty() ? 1 : Integer.parseInt(wide);
        whole(attributes);
      }
      case "data" -> {
        if (grid != null) {
          money = new BigDecimal(named(attributes, "value")).movePointLeft(2);
        }
      }
      case "span", "small" -> {
        text.append(' ');
        whole(attributes);
      }
      case "br", "li", "p", "summary" -> text.append(' ');
      default -> {
        if (grid != null && SILENT.contains(tag)) {
          text.append(tag.equals("svg") ? named(attributes, "aria-label") : "");
          silence = tag;
        }
      }
    }
  }

  private void whole(String attributes) {
    var title = named(attributes, "title");
    if (named(attributes, "class").contains("hash") && !title.isEmpty()) {
      text.append(title);
      shortened = title;
    }
  }

  private void begin(String tag) {
    within = tag;
    money = null;
    text.setLength(0);
  }

  private void close(String tag) {
    if (!silence.isEmpty()) {
      silence = silence.equals(tag) ? "" : silence;
      return;
    }
    switch (tag) {
      case "h1", "h2", "h3" -> {
        heading.setLength(0);
        heading.append(said());
        within = "";
      }
      case "caption" -> within = "";
      case "th", "td" -> {
        if (grid != null) {
          grid.cell(value(), span, money != null);
        }
        shortened = "";
        within = "";
      }
      case "span", "small" -> shortened = "";
      case "table" -> {
        if (grid != null) {
          sheets.add(grid.sheet());
          grid = null;
        }
      }
      default -> {}
    }
  }

  private @Nullable Object value() {
    var said = said();
    if (money != null) {
      return money;
    }
    if (numeric && NUMBER.matcher(said).matches()) {
      return new BigDecimal(said.replace(",", ""));
    }
    return DAY.matcher(said).matches() ? LocalDate.parse(said) : said.isEmpty() ? null : said;
  }

  private String said() {
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  private static String named(String attributes, String name) {
    var each = ATTRIBUTE.matcher(attributes);
    while (each.find()) {
      if (each.group(1).equals(name)) {
        return HtmlUtils.htmlUnescape(each.group(2));
      }
    }
    return "";
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
