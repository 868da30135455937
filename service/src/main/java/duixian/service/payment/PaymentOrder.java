package duixian.service.payment;

import duixian.policy.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order to pay one claim; `amount` in fen, `state` one of 待发送, 已发送, 已到账, 失败, 已重开; `failure` is
/// what the bank said, `held` why the order may not be sent.
public record PaymentOrder(
    long id,
    long plan,
    long claim,
    String number,
    String payee,
    long account,
    long amount,
    String state,
    @Nullable String failure,
    Instant orderedAt,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable String held) {
  public Money money() {
    return new Money(amount);
  }
}
