package duixian.service.payment.web;

import duixian.service.claim.Claim;
import duixian.service.claim.aside.Aside;
import duixian.service.claim.aside.Asides;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.payment.Payments;
import duixian.service.site.Shown;
import java.util.List;
import org.springframework.stereotype.Component;

/// The payments of a case on its page.
@Component
class PaymentAside implements Asides {
  private final Payments payments;

  PaymentAside(Payments payments) {
    this.payments = payments;
  }

  @Override
  public List<Aside> of(Claim claim, Person reader) {
    var orders = payments.of(claim.id());
    if (orders.isEmpty()) {
      return List.of();
    }
    var rows =
        orders.stream()
            .map(order ->
                List.of(
                    order.number(),
                    Shown.amount(order.amount()),
                    order.held() != null
                        ? order.held()
                        : order.failure() == null
                            ? order.state()
                            : order.state() + "：" + order.failure(),
                    Shown.day(order.answeredAt())))
            .toList();
    return List.of(
        new Aside(
            "拨付",
            List.of("指令号", "金额", "状态", "银行回复"),
            rows,
            reader.is(Role.FINANCE) || reader.is(Role.LEADER) || reader.is(Role.SUPERVISOR)
                ? "/money/plans/" + orders.getFirst().plan()
                : null));
  }
}
