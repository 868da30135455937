package duixian.service.payment.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan with its orders; amounts in fen. `unsent` counts what goes out with the next bank file.
public record PlanPage(
    long id,
    String number,
    String title,
    Instant issuedAt,
    String issuedBy,
    List<Row> orders,
    long sum,
    long unsent,
    boolean finance) {
  public PlanPage {
    orders = List.copyOf(orders);
  }

  public record Row(
      String number,
      String claim,
      String payee,
      String account,
      long amount,
      String state,
      String note,
      @Nullable Instant answeredAt) {
    public String colour() {
      return switch (state) {
        case "已到账" -> "green";
        case "失败" -> "red";
        case "已发送" -> "blue";
        default -> "";
      };
    }
  }
}
