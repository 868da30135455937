package duixian.service.site.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// What was typed stands in the form again, and in no other.
class FilledInTest {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh-CN"><body><main>
      <details><summary>改</summary><form id="one" method="post" action="/a/%E5%B9%B3">
        <input type="hidden" name="_csrf" value="t"><input type="hidden" name="row" value="1">
        <input name="text" value=""><input name="day" type="date" value="2026-01-01">
        <input name="secret" type="password"><input name="file" type="file">
        <input name="number" data-unkept>
        <select name="choice"><option value="">—</option><option selected>甲</option><option value="b">乙</option></select>
        <textarea name="said">以前</textarea>
        <input type="radio" name="way" value="x" checked><input type="radio" name="way" value="y">
        <input type="checkbox" name="tick" value="1" checked><input type="checkbox" name="tick" value="2">
        <input type="checkbox" name="bare">
        <input name="many"><input name="many"><button>交</button></form></details>
      <form id="other" method="post" action="/a/平"><input type="hidden" name="row" value="2"><input name="text"></form>
      <form id="buttons" method="post" action="/b"><input name="text"><button name="act" value="退">退</button></form>
      <form id="third" method="post" action="/b"><input name="text"><button name="act" value="过">过</button></form>
      <form id="draft" method="post" action="/c/submit"><input name="text"><button formaction="/c/save">存</button></form>
      <details><summary>别的</summary></details><form id="search" method="get" action="/d"><input name="text"></form>
      </main></body></html>
      """;

  @Test
  void everyKindOfFieldHoldsWhatWasTyped() {
    var form =
        form(
            "one",
            "/a/平",
            Map.of(
                "row", List.of("1"),
                "text", List.of("\"><b>字"),
                "day", List.of("2026-05-06"),
                "choice", List.of("b"),
                "said", List.of("第一行\r\n</textarea>第二行"),
                "way", List.of("y"),
                "tick", List.of("2"),
                "many", List.of("左", "右")));

    assertThat(value(form, "text")).isEqualTo("\"><b>字");
    assertThat(value(form, "day")).isEqualTo("2026-05-06");
    assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("b");
    assertThat(form.expectFirst("textarea").wholeText()).isEqualTo("第一行\n</textarea>第二行");
    assertThat(form.select("[name=way][checked]").eachAttr("value")).containsExactly("y");
    assertThat(form.select("[name=tick][checked]").eachAttr("value")).containsExactly("2");
    assertThat(form.select("[name=bare][checked]")).isEmpty();
    assertThat(form.select("[name=many]").eachAttr("value")).containsExactly("左", "右");
    assertThat(form.parents().is("details[open]")).isTrue();
    assertThat(form.root().select("details[open]")).hasSize(1);
  }

  @Test
  void secretsFilesAndHiddenFieldsStayAsTheyAre() {
    var form =
        form(
            "one",
            "/a/平",
            Map.of(
                "row", List.of("1"),
                "secret", List.of("口令"),
                "file", List.of("a.pdf"),
                "number", List.of("6222"),
                "_csrf", List.of("alt")));

    assertThat(form.outerHtml()).doesNotContain("口令", "a.pdf", "6222", "alt");
  }

  @Test
  void ofSeveralFormsForOneAddressTheRowOrTheButtonTells() {
    var typed = Map.of("text", List.of("字"), "row", List.of("2"), "act", List.of("过"));

    assertThat(value(form("other", "/a/平", typed), "text")).isEqualTo("字");
    assertThat(value(form("one", "/a/平", typed), "text")).isEmpty();
    assertThat(value(form("third", "/b", typed), "text")).isEqualTo("字");
    assertThat(value(form("buttons", "/b", typed), "text")).isEmpty();
  }

  @Test
  void aButtonThatLeadsElsewhereBelongsToItsForm() {
    assertThat(value(form("draft", "/c/save", Map.of("text", List.of("字"))), "text"))
        .isEqualTo("字");
  }

  @Test
  void aPageWithoutThatFormIsLeftAsItIs() {
    var typed = Map.of("text", List.of("字"));

    assertThat(FilledIn.of(PAGE, new Entries("", "/d", typed))).isSameAs(PAGE);
    assertThat(FilledIn.of(PAGE, new Entries("", "/nowhere", typed))).isSameAs(PAGE);
    assertThat(FilledIn.of(PAGE, new Entries("", "/b", typed))).isSameAs(PAGE);
  }

  private static Element form(String id, String address, Map<String, List<String>> fields) {
    var page = Jsoup.parse(FilledIn.of(PAGE, new Entries("", address, fields)));
    return page.expectForm("#" + id);
  }

  private static String value(Element form, String field) {
    return form.select("[name=" + field + "]").attr("value");
  }
}
