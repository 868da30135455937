package duixian.service.site.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page of ours whose form holds again what was typed. Of several forms for the same address it
/// is the one whose hidden fields and button say the same; passwords, files, hidden fields and
/// those that say `data-unkept` stay as they are.
public final class FilledIn {
  private static final Set<String> KEPT_OUT =
      Set.of("password", "file", "hidden", "submit", "button", "image", "reset");

  private final Entries entries;
  private final Map<String, Integer> used = new HashMap<>();

  private FilledIn(Entries entries) {
    this.entries = entries;
  }

  /// The page unchanged when it has no such form.
  public static String of(String html, Entries entries) {
    var page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    var filling = new FilledIn(entries);
    var form = filling.form(page);
    if (form == null) {
      return html;
    }
    form.select("input[name], select[name], textarea[name]").forEach(filling::fill);
    // What was typed must not hide.
    form.parents().stream()
        .filter(parent -> parent.nameIs("details"))
        .forEach(details -> details.attr("open", true));
    return page.outerHtml();
  }

  private @Nullable Element form(Document page) {
    var forms = page.select("form[method=post]").stream().filter(this::leadsThere).toList();
    var same = forms.size() == 1 ? forms : forms.stream().filter(this::saysTheSame).toList();
    return same.size() == 1 ? same.getFirst() : null;
  }

  private boolean leadsThere(Element form) {
    return isAddress(form.attr("action"))
        || form.select("[formaction]").stream()
            .anyMatch(button -> isAddress(button.attr("formaction")));
  }

  private boolean isAddress(String action) {
    return Entries.path(action).equals(entries.address());
  }

  private boolean saysTheSame(Element form) {
    var buttons = form.select("button[name]");
    return (buttons.isEmpty() || buttons.stream().anyMatch(this::isSaid))
        && form.select("input[type=hidden]").stream()
            .filter(field -> !field.attr("name").startsWith("_"))
            .allMatch(this::isSaid);
  }

  private boolean isSaid(Element field) {
    return values(field).contains(field.attr("value"));
  }

  private void fill(Element field) {
    var type = field.attr("type");
    if (field.hasAttr("data-unkept") || KEPT_OUT.contains(type)) {
      return;
    }
    if (type.equals("checkbox") || type.equals("radio")) {
      field.attr("checked", values(field).contains(field.hasAttr("value") ? field.val() : "on"));
      return;
    }
    var value = next(field);
    if (value == null) {
      return;
    }
    if (field.nameIs("select")) {
      choose(field, value);
    } else if (field.nameIs("textarea")) {
      field.text(value.replace("\r\n", "\n"));
    } else {
      field.attr("value", value);
    }
  }

  /// What is no longer offered is not chosen.
  private static void choose(Element select, String value) {
    var options = select.select("option");
    if (options.stream().anyMatch(option -> value(option).equals(value))) {
      options.forEach(option -> option.attr("selected", value(option).equals(value)));
    }
  }

  private static String value(Element option) {
    return option.hasAttr("value") ? option.attr("value") : option.text();
  }

  private List<String> values(Element field) {
    return entries.fields().getOrDefault(field.attr("name"), List.of());
  }

  /// Of fields with one name each has its own value, in their order.
  private @Nullable String next(Element field) {
    var values = values(field);
    var at = used.merge(field.attr("name"), 1, Integer::sum) - 1;
    return at < values.size() ? values.get(at) : null;
  }
}
