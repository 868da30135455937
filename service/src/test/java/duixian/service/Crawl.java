package duixian.service;

import duixian.service.notice.Objections;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Somebody who follows every link of every page, a few of each kind.
final class Crawl {
  private static final int MOST_OF_A_KIND = 3;
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)\"");

  private Crawl() {}

  /// An answer somebody got; `browser` asks on as the same person, who is `` without signing in.
  record Visit(Browser browser, String person, String path, HttpResponse<String> answer) {
    boolean isPage() {
      return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }
  }

  /// What a test makes of each answer.
  interface Look {
    void at(Visit visit) throws IOException, InterruptedException;
  }

  /// Nobody, an applicant whose case is objected to, and one of every office.
  static List<String> people(City city) {
    var unit = city.noticedWithObjection(new Objections.Objector("合成异议人", "13912345678"));
    var people = new ArrayList<>(List.of("", unit.applicant().id()));
    people.addAll(
        List.of(
            "clerk",
            "reviewer",
            "leader",
            "finance",
            "tax",
            "expert1",
            "auditor",
            "supervisor",
            "admin"));
    return people;
  }

  /// How many addresses were seen.
  static int as(String person, City city, Look look) throws IOException, InterruptedException {
    var browser = person.isEmpty() ? new Browser(city) : new Browser(city).as(person);
    var seen = new LinkedHashSet<String>();
    var kinds = new HashMap<String, Integer>();
    var next = new ArrayDeque<>(List.of("/", "/start"));
    while (!next.isEmpty()) {
      var path = next.removeFirst();
      if (!seen.add(path) || !isNew(path, kinds)) {
        continue;
      }
      var visit = new Visit(browser, person, path, browser.open(path));
      look.at(visit);
      if (visit.isPage()) {
        var links = LINK.matcher(visit.answer().body());
        while (links.find()) {
          next.addLast(links.group(1).replace("&amp;", "&").replace(" ", "%20"));
        }
      }
    }
    return seen.size();
  }

  /// A few of each kind of page are enough: `/cases/17` and `/cases/18` are of one kind.
  private static boolean isNew(String path, Map<String, Integer> kinds) {
    if (path.startsWith("/assets/") || path.contains("lang=")) {
      return false;
    }
    var kind = path.replaceAll("[0-9]+", "1").replaceAll("=[^&]*", "=").replaceAll("/P1.*", "/P");
    return kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND;
  }
}
