package duixian.service.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void noTextStartsAFormula(String hostile) throws Exception {
    var sheet = new Answer.Sheet("名单", List.of("单位"), List.of(List.of(hostile)));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Sheets.of(List.of(sheet))))) {
      var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).startsWith("'");
    }
  }

  @Test
  void numbersStayNumbers() throws Exception {
    var sheet =
        new Answer.Sheet("名单", List.of("金额"), List.of(List.of(new java.math.BigDecimal("-12.50"))));

    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(Sheets.of(List.of(sheet))))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getNumericCellValue())
          .isEqualTo(-12.5);
    }
  }

  @Test
  void amountsAreShownInTenThousands() {
    assertThat(Shown.wan(160_000_000L)).isEqualTo("160.00");
    assertThat(Shown.wan(5_000L)).isEqualTo("0.005");
    assertThat(Shown.share(1, 0)).isEqualTo("0%");
    assertThat(Shown.share(3, 2)).isEqualTo("100%");
  }
}
