package duixian.service.fact.web;

import duixian.service.fact.contest.Contests.Contest;
import duixian.service.site.Paging;
import java.util.List;

/// The records of a unit of one entity, a page of them, with their values in words.
public record DataPage(
    List<Tab> tabs,
    String entity,
    List<String> fields,
    List<Row> rows,
    Paging paging,
    List<Contest> contests) {
  public DataPage {
    tabs = List.copyOf(tabs);
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
    contests = List.copyOf(contests);
  }

  /// An entity that the unit has records of.
  public record Tab(String entity, int count) {}

  /// A record; `year` is empty unless yearly.
  public record Row(String code, String year, List<String> values) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
