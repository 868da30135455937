package duixian.cli.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One CSV that is being written. A null is a fact that was not supplied.
final class Sheet {
  private static final int CENTS = 100;

  private final Writer out;
  private int rows;

  Sheet(Writer out, String... header) {
    this.out = out;
    write(String.join(",", header));
  }

  int rows() {
    return rows;
  }

  void row(@Nullable Object... cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : ",").append(text(cells[i]));
    }
    write(line.toString());
    rows++;
  }

  /// Yuan with two decimals.
  static String yuan(double yuan) {
    var fen = Math.round(yuan * CENTS);
    return fen / CENTS + "." + (fen % CENTS < 10 ? "0" : "") + fen % CENTS;
  }

  /// Between the two, small amounts as likely as large ones are rare.
  static double spread(SplittableRandom chance, double least, double most) {
    return Math.exp(chance.nextDouble(Math.log(least), Math.log(most)));
  }

  static LocalDate day(SplittableRandom chance, int year) {
    return LocalDate.ofYearDay(year, chance.nextInt(1, 366));
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Boolean yes -> yes ? "是" : "否";
      default -> cell.toString();
    };
  }

  private void write(String line) {
    try {
      out.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
