package duixian.service.site;

import duixian.policy.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Money, days and moments as people read them.
public final class Shown {
  private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final DecimalFormatSymbols SIGNS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final int WAN_DIGITS = 6;
  private static final long SMALL = 10_000;
  private static final int HASH = 16;

  private Shown() {}

  /// `1,234.56` for 12,345,600 yuan, for the eye; less than a hundred yuan in full. The whole yuan
  /// belong into the title.
  public static String wan(long fen) {
    var wan = BigDecimal.valueOf(fen, WAN_DIGITS);
    return Math.abs(fen) < SMALL
        ? new DecimalFormat("0.00####", SIGNS).format(wan)
        : new DecimalFormat("#,##0.00", SIGNS).format(wan.setScale(2, RoundingMode.HALF_UP));
  }

  public static String wan(Money money) {
    return wan(money.fen());
  }

  /// `12,345,600.00 元`.
  public static String yuan(long fen) {
    return new DecimalFormat("#,##0.00", SIGNS).format(BigDecimal.valueOf(fen, 2)) + " 元";
  }

  /// What is left in words: `160万元`, `8,000元`.
  public static String amount(long fen) {
    return new Money(fen).text();
  }

  public static String count(long number) {
    return new DecimalFormat("#,##0", SIGNS).format(number);
  }

  public static String day(@Nullable LocalDate day) {
    return day == null ? "—" : day.toString();
  }

  public static String day(@Nullable Instant at) {
    return at == null ? "—" : LocalDate.ofInstant(at, CITY).toString();
  }

  public static String moment(@Nullable Instant at) {
    return at == null ? "—" : MOMENT.format(at.atZone(CITY));
  }

  /// The beginning of a hash, for the eye; the whole one belongs into the title.
  public static String hash(String hash) {
    return hash.length() <= HASH ? hash : hash.substring(0, HASH) + "…";
  }

  /// A width for SVG: `37.5%`, within 0 and 100.
  public static String share(long part, long whole) {
    if (whole <= 0) {
      return "0%";
    }
    var percent = Math.clamp(part * 100.0 / whole, 0, 100);
    return new DecimalFormat("0.##", SIGNS).format(percent) + "%";
  }
}
