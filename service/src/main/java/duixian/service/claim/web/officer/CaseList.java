package duixian.service.claim.web.officer;

import duixian.service.claim.Claims;
import duixian.service.site.Answer;
import duixian.service.site.Shown;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of cases, newest first; `next` is where the following page begins, 0 when there is none.
public record CaseList(
    List<Claims.AtStep> steps, String step, String text, List<Row> rows, long next) {
  public CaseList {
    steps = List.copyOf(steps);
    rows = List.copyOf(rows);
  }

  /// A case; amounts in fen.
  public record Row(
      String number,
      String clause,
      String award,
      String object,
      int year,
      String unit,
      String step,
      @Nullable Instant acceptedAt,
      @Nullable Long ceiling,
      @Nullable Long granted) {}

  static Answer sheet(List<Row> rows) {
    var cells = new ArrayList<List<@Nullable Object>>();
    for (var row : rows) {
      var line = new ArrayList<@Nullable Object>();
      line.add(row.number());
      line.add(row.clause());
      line.add(row.award());
      line.add(row.object());
      line.add(row.year());
      line.add(row.unit());
      line.add(row.step());
      line.add(Shown.day(row.acceptedAt()));
      line.add(yuan(row.ceiling()));
      line.add(yuan(row.granted()));
      cells.add(line);
    }
    return new Answer.Sheet(
        "案件",
        List.of("申报号", "条款", "奖补", "对象", "年度", "受款单位", "步骤", "受理日", "核定上限（元）", "审定（元）"),
        cells);
  }

  static @Nullable BigDecimal yuan(@Nullable Long fen) {
    return fen == null ? null : BigDecimal.valueOf(fen, 2);
  }
}
