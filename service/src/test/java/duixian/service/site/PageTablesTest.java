package duixian.service.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTablesTest {
  @Test
  void moneyIsTakenAwayInYuanToTheFen() {
    var sheet =
        only(
            """
            <h2>名单</h2><table class="ledger"><thead><tr><th>单位</th><th class="number">金额（万元）</th></tr></thead>
            <tr><th>合成&lt;甲&gt;</th><td class="number"><data class="money" value="160000001" title="1,600,000.01 元">160.00</data></td></tr></table>
            """);

    assertThat(sheet.name()).isEqualTo("名单");
    assertThat(sheet.head()).containsExactly("单位", "金额（元）");
    assertThat(sheet.rows()).containsExactly(List.of("合成<甲>", new BigDecimal("1600000.01")));
  }

  @Test
  void aDayIsADayAndANumberANumberButACaseNumberIsText() {
    var sheet =
        only(
            """
            <table class="ledger"><thead><tr><th>号</th><th>日</th><th class="number">件</th></tr></thead>
            <tr><td>0012</td><td class="nowrap">2026-06-30</td><td class="number">1,234</td></tr></table>
            """);

    assertThat(sheet.rows())
        .containsExactly(List.of("0012", LocalDate.of(2026, 6, 30), new BigDecimal("1234")));
  }

  @Test
  void aShortenedHashIsTakenAwayWhole() {
    var sheet =
        only(
            """
            <table class="ledger"><thead><tr><th>回执</th></tr></thead>
            <tr><td class="hash" title="0123456789abcdef01">0123456789abcdef…</td></tr>
            <tr><td><span class="hash" title="ff00">ff…</span> 已核对</td></tr></table>
            """);

    assertThat(sheet.rows()).containsExactly(List.of("0123456789abcdef01"), List.of("ff00 已核对"));
  }

  @Test
  void formsAndColumnsOfNothingStayOut() {
    var sheet =
        only(
            """
            <table class="ledger"><thead><tr><th>选</th><th>单位</th><th>重开</th><th>进度</th></tr></thead>
            <tr><td><input type="checkbox"></td><td>甲<br>乙</td><td><form><select><option>6222</option></select></form></td>
            <td><svg aria-label="45%"><rect></rect></svg></td></tr></table>
            """);

    assertThat(sheet.head()).containsExactly("单位", "进度");
    assertThat(sheet.rows()).containsExactly(List.of("甲 乙", "45%"));
  }

  @Test
  void aTableThatSaysWhyItStaysOutStaysOut() {
    assertThat(
            PageTables.of(
                "<main><table class=\"ledger\" data-no-excel=\"表单\"><tr><th>a</th></tr></table>"))
        .isEmpty();
  }

  private static Answer.Sheet only(String html) {
    var sheets = PageTables.of("<main>" + html + "</main>");
    assertThat(sheets).hasSize(1);
    return sheets.getFirst();
  }
}
