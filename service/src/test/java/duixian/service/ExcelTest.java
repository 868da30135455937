package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import duixian.service.Crawl.Visit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// Wherever a table stands, whoever looks at it may take it away as Excel, whole and as masked as
/// on the page.
class ExcelTest {
  private static final Pattern TABLE =
      Pattern.compile(
          "<table class=\"ledger[^\"]*\"(?![^>]*data-no-excel)[^>]*>(.*?)</table>", Pattern.DOTALL);
  private static final Pattern HEAD = Pattern.compile("<thead>.*?</thead>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*format=xlsx[^\"]*)\"");

  /// Where the page says that there is more than it shows, or that its Excel file is a document
  /// with a title and a sum.
  private static final Pattern PAGED =
      Pattern.compile("[?;&](?:(?:before|page|all|year)=|format=word)");

  private final City city = City.city();

  @Test
  void everyTableOfEveryRoleIsThereAsExcel() throws Exception {
    city.issued(city.landed());
    var kinds = new TreeSet<String>();
    var wrong = new TreeSet<String>();
    for (var person : Crawl.people(city)) {
      Crawl.as(
          person,
          city,
          visit -> {
            if (visit.isPage() && rows(visit) > 0) {
              kinds.add(visit.path().replaceAll("[0-9]+", "1").replaceAll("[?].*", ""));
              check(visit, wrong);
            }
          });
    }

    assertThat(wrong).isEmpty();
    assertThat(kinds).hasSizeGreaterThan(20);
  }

  private static void check(Visit visit, Set<String> wrong)
      throws IOException, InterruptedException {
    var where = visit.person() + " on " + visit.path() + ": ";
    var link = link(visit);
    if (link.isEmpty()) {
      wrong.add(where + "no link to Excel");
      return;
    }
    var file = visit.browser().bytes(link);
    if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
      wrong.add(where + link + " is no Excel file");
      return;
    }
    var lines = lines(file);
    var shown = rows(visit);
    var paged = PAGED.matcher(visit.path() + visit.answer().body()).find();
    if (paged ? lines.size() < shown : lines.size() != shown) {
      wrong.add(where + shown + " rows on the page, " + lines.size() + " in the file");
    }
    lines.stream()
        .filter(line -> CrawlTest.PERSONAL.matcher(line).find())
        .forEach(line -> wrong.add(where + "the file shows " + line));
  }

  /// The link to this very page as Excel, not to the file of another.
  private static String link(Visit visit) {
    var here = visit.answer().uri().getPath();
    var links = LINK.matcher(visit.answer().body());
    while (links.find()) {
      var link = links.group(1).replace("&amp;", "&").replace(" ", "%20");
      if (visit.answer().uri().resolve(URI.create(link)).getPath().equals(here)) {
        return link;
      }
    }
    return "";
  }

  private static long rows(Visit visit) {
    var tables = TABLE.matcher(visit.answer().body());
    var rows = 0L;
    while (tables.find()) {
      rows += HEAD.matcher(tables.group(1)).replaceAll("").split("<tr[ >]").length - 1;
    }
    return rows;
  }

  private static List<String> lines(byte[] file) throws IOException {
    var lines = new ArrayList<String>();
    var words = new DataFormatter();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (var sheet : workbook) {
        for (var row : sheet) {
          if (row.getRowNum() > 0) {
            var line = new StringBuilder();
            row.forEach(cell -> line.append(words.formatCellValue(cell)).append('\t'));
            lines.add(line.toString());
          }
        }
      }
    }
    return lines;
  }
}
