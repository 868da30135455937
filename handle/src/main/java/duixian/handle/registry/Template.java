package duixian.handle.registry;

import duixian.handle.format.Format;
import duixian.handle.format.Reading;
import duixian.handle.value.HandleValue;
import duixian.handle.value.Input;
import duixian.handle.value.Malformed;
import duixian.handle.value.Output;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which values an identifier must and may have: one version of a data template.
///
/// An identifier names its template under index 1000 and the version under 1001. Lengths are in
/// characters; an index from 2000 on that no field names is refused.
///
/// With a `code`, what stands behind the prefix must be a sound code of that system, check digits
/// and all: `88.118.8/(01)06901234567892`; of VAA and Handle, the whole identifier.
public record Template(String id, String version, List<Field> fields, @Nullable Format code) {
  public static final int ID_INDEX = 1000;
  public static final int VERSION_INDEX = 1001;
  public static final int FIRST_FIELD = 2000;

  public record Field(
      int index, String type, Kind kind, boolean required, int shortest, int longest) {}

  public enum Kind {
    TEXT("文本", ".*"),
    INTEGER("整数", "[+-]?[0-9]{1,18}"),
    DECIMAL("小数", "[+-]?[0-9]{1,18}(\\.[0-9]{1,9})?"),
    DATE("日期", "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"),
    URL("网址", "https?://[^\\s/]+\\S*"),
    IDENTIFIER("标识", "[^\\s/]+/\\S+");

    private final String label;
    private final java.util.regex.Pattern form;

    Kind(String label, String form) {
      this.label = label;
      this.form = java.util.regex.Pattern.compile(form, java.util.regex.Pattern.DOTALL);
    }
  }

  /// What is wrong with the identifier itself, as one sentence, or null.
  public @Nullable String complaint(Identifier identifier) {
    if (code == null) {
      return null;
    }
    var behind =
        switch (code) {
          case VAA, HANDLE -> identifier.text();
          case OID, ECODE, GS1 -> identifier.text().substring(identifier.prefix().length() + 1);
        };
    return switch (Reading.of(behind)) {
      case Reading.Sound(var format, _, _) when format == code -> null;
      case Reading.Unsound(var format, var sentence) when format == code -> sentence;
      case Reading.Sound _, Reading.Unsound _ ->
          "模板 " + id + " 要求前缀后为 " + code.label() + " 编码，这里是 " + shown(behind);
    };
  }

  /// What is wrong with these values, one sentence each; empty when nothing is.
  public List<String> complaints(List<HandleValue> values) {
    var wrong = new ArrayList<String>();
    for (var field : fields) {
      var found = values.stream().filter(v -> v.index() == field.index).findFirst();
      if (found.isEmpty()) {
        if (field.required) {
          wrong.add("缺少必填的 " + field.type + "（索引 " + field.index + "）");
        }
      } else {
        complain(field, found.get(), wrong);
      }
    }
    for (var value : values) {
      var known = fields.stream().anyMatch(field -> field.index == value.index());
      if (value.index() >= FIRST_FIELD && !known) {
        wrong.add("索引 " + value.index() + " 在模板 " + id + " " + version + " 中不存在");
      }
    }
    return wrong;
  }

  private static void complain(Field field, HandleValue value, List<String> wrong) {
    var place = field.type + "（索引 " + field.index + "）";
    if (!value.type().equals(field.type)) {
      wrong.add(place + "的类型写成了 " + value.type());
    }
    var text = text(value);
    var length = text.codePointCount(0, text.length());
    if (length < field.shortest || length > field.longest) {
      wrong.add(place + "须为 " + field.shortest + " 至 " + field.longest + " 个字符，这里是 " + length);
    }
    if (!field.kind.form.matcher(text).matches()) {
      wrong.add(place + "须为" + field.kind.label + "，这里是 " + shown(text));
    }
  }

  private static String text(HandleValue value) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(java.nio.ByteBuffer.wrap(value.data()))
          .toString();
    } catch (java.nio.charset.CharacterCodingException _) {
      return "\u0000"; // matches no kind but text, whose length is still counted
    }
  }

  private static String shown(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }

  byte[] toBytes() {
    var out = new Output().text(id).text(version);
    out.list(
        fields,
        (field, to) ->
            to.int4(field.index)
                .text(field.type)
                .text(field.kind.name())
                .int1(field.required ? 1 : 0)
                .int4(field.shortest)
                .int4(field.longest));
    return code == null ? out.toBytes() : out.text(code.name()).toBytes();
  }

  static Template read(byte[] bytes) {
    var in = new Input(bytes);
    return new Template(
        in.text(),
        in.text(),
        in.list(21, Template::field),
        in.remaining() == 0 ? null : format(in.text()));
  }

  private static Format format(String name) {
    for (var format : Format.values()) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    throw new Malformed("no system of codes " + name);
  }

  private static Field field(Input in) {
    return new Field(in.int4(), in.text(), kind(in.text()), in.int1() == 1, in.int4(), in.int4());
  }

  private static Kind kind(String name) {
    for (var kind : Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new Malformed("no kind of field " + name);
  }
}
