package duixian.policy.facts;

import duixian.policy.facts.text.Dictionary;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.policy.source.Nearest;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads a fact as files, spreadsheets and worked examples write it: `1200万元`, `1,234.50`, `95%`,
/// 是, `2023-05-06`, 2023年5月6日, a word of an enumeration, a 标识.
///
/// Blank text is [Table#MISSING]. Nothing is rounded or guessed: what does not fit the field's
/// type, scale and range is [#INVALID], and [#complaint] says why. One parser serves one thread.
public final class FactParser {
  /// The text is no value of the field.
  public static final long INVALID = Long.MIN_VALUE + 1;

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  private final Numeral numeral = new Numeral();
  private final Dictionary names;
  private String complaint = "";

  FactParser(Dictionary names) {
    this.names = names;
  }

  /// Why the last text was invalid and what to write instead.
  public String complaint() {
    return complaint;
  }

  /// The value as [Field] stores it, or MISSING or INVALID.
  public long parse(Field field, CharSequence raw) {
    return parse(field, Unit.of(field), raw);
  }

  /// The same with the field's unit worked out before.
  long parse(Field field, @Nullable Unit unit, CharSequence raw) {
    var text = Texts.trimmed(raw);
    if (text.isEmpty()) {
      return Table.MISSING;
    }
    if (unit != null) {
      return amount(field, unit, text);
    }
    return switch (field.type()) {
      case Type.Amount _ -> throw new IllegalArgumentException("no unit for " + field);
      case Type.Flag() -> flag(text);
      case Type.Day() -> day(text);
      case Type.Choice choice -> word(choice, text);
      case Type.Reference _ -> reference(text);
    };
  }

  /// A 年度; 0 when blank, -1 when invalid.
  int year(CharSequence raw) {
    var text = Texts.trimmed(raw);
    if (text.isEmpty()) {
      return 0;
    }
    if (numeral.scan(text)) {
      var year = numeral.scaled(0);
      var rest = text.length() - numeral.unitFrom();
      if (year >= EARLIEST_YEAR
          && year <= LATEST_YEAR
          && (rest == 0 || (rest == 1 && text.charAt(text.length() - 1) == '年'))) {
        return (int) year;
      }
    }
    complaint = Texts.quoted(text) + "不是年度；请写成四位数字，如 2023";
    return -1;
  }

  /// A 标识 without the blanks around it; null when it is none.
  @Nullable CharSequence name(CharSequence raw) {
    var text = Texts.trimmed(raw);
    if (text.length() > Texts.LONGEST_NAME) {
      complaint = "标识长 " + text.length() + " 个字符；最多 " + Texts.LONGEST_NAME + " 个";
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        complaint = Texts.quoted(text) + "里有换行或控制字符；标识只能是一行文字";
        return null;
      }
    }
    return text;
  }

  private long reference(CharSequence text) {
    var name = name(text);
    return name == null ? INVALID : names.add(name);
  }

  private long amount(Field field, Unit unit, CharSequence text) {
    if (!numeral.scan(text) || !unit.accepts(numeral.percent(), text, numeral.unitFrom())) {
      return invalid(Texts.quoted(text) + "不是" + unit.name() + "；请写成 " + unit.example());
    }
    var places = unit.places();
    var value = numeral.scaled(places);
    if (value == Numeral.TOO_FINE) {
      return invalid(
          Texts.quoted(text)
              + (places == 0 ? "不是整数；" + unit.name() + "只能是整数" : finer(unit, places)));
    }
    var most = unit.most() * field.scale();
    if (value == Numeral.TOO_LARGE || value > most || value < -most) {
      return invalid(Texts.quoted(text) + "超出范围；" + unit.range());
    }
    if (value < 0 && !unit.signed()) {
      return invalid(Texts.quoted(text) + "是负数；" + unit.name() + "不能小于零");
    }
    if (unit.isRatio() && !numeral.percent() && Math.abs(value) > 10 * field.scale()) {
      return invalid(Texts.quoted(text) + "没有百分号；比例请写成 95% 或 0.95");
    }
    return value;
  }

  private static String finer(Unit unit, int places) {
    return "的小数太多；" + unit.name() + "最多 " + places + " 位小数";
  }

  private long flag(CharSequence text) {
    if (Texts.same("是", text) || is("true", text)) {
      return 1;
    }
    if (Texts.same("否", text) || is("false", text)) {
      return 0;
    }
    return invalid(Texts.quoted(text) + "不是“是否”；请写成 是 或 否（true 或 false）");
  }

  private static boolean is(String word, CharSequence text) {
    return text.length() == word.length() && word.equalsIgnoreCase(text.toString());
  }

  private long word(Type.Choice choice, CharSequence text) {
    var words = choice.words();
    for (int i = 0; i < words.size(); i++) {
      if (Texts.same(words.get(i), text)) {
        return i;
      }
    }
    var nearest = Nearest.to(text.toString(), words);
    return invalid(
        Texts.quoted(text)
            + "不在可选的词里："
            + String.join("、", words)
            + (nearest == null ? "" : "；是不是“" + nearest + "”"));
  }

  /// `2023-05-06`, `2023/5/6`, `2023年5月6日`.
  private long day(CharSequence text) {
    var at = 0;
    var parts = new int[3];
    for (int part = 0; part < 3; part++) {
      var digits = 0;
      for (; at < text.length() && isDigit(text.charAt(at)) && digits < 4; at++, digits++) {
        parts[part] = parts[part] * 10 + text.charAt(at) - '0';
      }
      var mark = at < text.length() ? text.charAt(at++) : '\0';
      if (digits == 0 || (part == 0 ? digits != 4 : digits > 2) || !separates(part, mark)) {
        return noDay(text);
      }
    }
    return at == text.length() && consistent(text) ? epochDay(parts, text) : noDay(text);
  }

  private static boolean separates(int part, char mark) {
    return switch (part) {
      case 0 -> mark == '-' || mark == '/' || mark == '年';
      case 1 -> mark == '-' || mark == '/' || mark == '月';
      default -> mark == '\0' || mark == '日';
    };
  }

  /// One style throughout: 年 asks for 月 and 日.
  private static boolean consistent(CharSequence text) {
    var first = text.charAt(4);
    var second = text.charAt(isDigit(text.charAt(6)) ? 7 : 6);
    var last = text.charAt(text.length() - 1) == '日';
    return first == '年' ? second == '月' && last : second == first && !last;
  }

  private long epochDay(int[] parts, CharSequence text) {
    if (parts[0] < EARLIEST_YEAR || parts[0] > LATEST_YEAR) {
      return invalid(
          Texts.quoted(text) + "的年份超出范围；应在 " + EARLIEST_YEAR + " 到 " + LATEST_YEAR + " 之间");
    }
    try {
      return LocalDate.of(parts[0], parts[1], parts[2]).toEpochDay();
    } catch (DateTimeException noSuchDay) {
      return invalid(Texts.quoted(text) + "在日历上没有这一天；请核对月和日");
    }
  }

  private long noDay(CharSequence text) {
    return invalid(Texts.quoted(text) + "不是日期；请写成 2023-05-06");
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private long invalid(String why) {
    complaint = why;
    return INVALID;
  }
}
