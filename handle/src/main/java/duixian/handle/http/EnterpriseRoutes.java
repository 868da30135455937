package duixian.handle.http;

import duixian.handle.account.Accounts;
import duixian.handle.http.json.Fields;
import duixian.handle.http.json.Json;
import duixian.handle.message.Header;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.node.Node;
import duixian.handle.node.Registrar;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Identifier;
import duixian.handle.registry.Template;
import duixian.handle.registry.Verdict;
import duixian.handle.value.HandleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// The interface deployed enterprise nodes speak: `/identity/token`, `/identityv2/data…`.
///
/// Every answer is `{"status", "message", "data"}` with status 1, or -2 and a sentence.
/// `templateVersion` is kept under index 1001; the template itself is the prefix's.
final class EnterpriseRoutes {
  private static final int FAILED = -2;
  private static final String DATA = "/identityv2/data";

  private final Node node;
  private final Accounts accounts;
  private final Batch batch;
  private final TemplateRoutes templates;

  EnterpriseRoutes(Node node, Accounts accounts) {
    this.node = node;
    this.accounts = accounts;
    batch = new Batch(node);
    templates = new TemplateRoutes(node);
  }

  Reply answer(Asked asked, Authority authority) {
    var path = asked.path();
    if (path.equals("/identity/token") || path.equals("/identity/token/v1")) {
      return signIn(asked);
    }
    if (authority instanceof Authority.Anyone) {
      node.counting().refused(asked.caller());
      return failure(401, "token 无效或已过期，请重新获取");
    }
    if (path.startsWith("/snms/api/template")) {
      return templates.answer(asked, authority);
    }
    return switch (asked.method().name() + " " + path) {
      case "GET " + DATA + "/detail", "GET " + DATA -> detail(asked, authority);
      case "POST " + DATA -> told(create(item(asked), asked.by(authority)));
      case "PUT " + DATA -> told(update(item(asked), asked.by(authority)));
      case "DELETE " + DATA -> told(delete(asked, authority));
      case "POST " + DATA + "/batchCreate" -> batchCreate(asked, authority);
      case "PUT " + DATA + "/batchUpdate" -> batchUpdate(asked, authority);
      case "DELETE " + DATA + "/batchDelete" -> batchDelete(asked, authority);
      default -> failure(404, "没有这个接口：" + asked.method() + " " + path);
    };
  }

  private Reply signIn(Asked asked) {
    var form = Fields.of(Json.read(asked.body()));
    var token = accounts.signIn(form.text("username"), form.text("password"));
    node.counting().signIn(asked.caller());
    if (token == null) {
      return failure(401, "用户名或密码错误");
    }
    return success(json -> {
      json.writeStartObject();
      json.writeStringProperty("token", token);
      json.writeNumberProperty("expires", 24 * 3600);
      json.writeEndObject();
    });
  }

  private Reply detail(Asked asked, Authority authority) {
    var handle = asked.parameter("handle");
    if (handle == null) {
      return failure(400, "缺少必要的请求参数: handle");
    }
    var resolve = new Request.Resolve(handle, List.of(), List.of());
    var id = Identifier.parse(handle);
    var own =
        id != null
            && authority instanceof Authority.Enterprise(var prefix)
            && prefix.equals(id.prefix());
    var flags = own || authority instanceof Authority.Operator ? 0 : Header.PUBLIC_ONLY;
    var found = node.resolve(resolve, flags, authority, asked.caller());
    if (found.result() != Result.SUCCESS || id == null) {
      return failure(HandleRoutes.status(found.result()), found.result().sentence());
    }
    return success(json -> detail(json, id, found.values()));
  }

  private static void detail(JsonGenerator json, Identifier id, List<HandleValue> values) {
    json.writeStartObject();
    json.writeStringProperty("code", "200");
    json.writeStringProperty("prefix", id.prefix());
    json.writeStringProperty("handle", id.text());
    for (var value : values) {
      if (value.index() == Template.VERSION_INDEX) {
        json.writeStringProperty("templateVersion", value.text());
      }
    }
    json.writeName("value");
    json.writeStartArray();
    for (var value : values) {
      json.writeStartObject();
      json.writeName("data");
      json.writeStartObject();
      json.writeStringProperty("format", "string");
      json.writeStringProperty("value", value.text());
      json.writeEndObject();
      json.writeStringProperty("auth", "1");
      json.writeNumberProperty("index", value.index());
      json.writeStringProperty("type", value.type());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static Batch.Item item(Asked asked) {
    return item(Fields.of(Json.read(asked.body())));
  }

  private static Batch.Item item(Fields form) {
    var values = new ArrayList<HandleValue>();
    if (form.has("templateVersion")) {
      values.add(HandleValue.of(Template.VERSION_INDEX, "TEMPLATE", form.text("templateVersion")));
    }
    for (var each : form.list("value")) {
      if (each.index("index") == Template.VERSION_INDEX) {
        throw new Json.Wrong("非法操作，索引 1001 为预留索引");
      }
      var text = each.part("data").text("value");
      values.add(HandleValue.of(each.index("index"), each.text("type"), text));
    }
    return new Batch.Item(form.text("handle"), values);
  }

  private Verdict create(Batch.Item item, Registrar.By by) {
    return batch.create(item.handle(), item.values(), by);
  }

  private Verdict update(Batch.Item item, Registrar.By by) {
    return node.revisions().replace(item.handle(), item.values(), by);
  }

  private Verdict delete(Asked asked, Authority authority) {
    var handle = Fields.of(Json.read(asked.body())).text("handle");
    return node.revisions().delete(handle, asked.by(authority));
  }

  private Reply batchCreate(Asked asked, Authority authority) {
    var items = items(asked);
    return items.size() > Batch.MOST
        ? tooMany(items.size())
        : results(
            items.stream().map(Batch.Item::handle).toList(),
            batch.create(items, item -> asked.by(authority, item)));
  }

  private Reply batchDelete(Asked asked, Authority authority) {
    if (!(Json.read(asked.body()) instanceof List<?> list)) {
      throw new Json.Wrong("须为标识的数组");
    }
    if (list.size() > Batch.MOST) {
      return tooMany(list.size());
    }
    var handles = list.stream().map(String::valueOf).toList();
    var verdicts = new ArrayList<Verdict>();
    for (var i = 0; i < handles.size(); i++) {
      verdicts.add(node.revisions().delete(handles.get(i), asked.by(authority, i)));
    }
    return results(handles, verdicts);
  }

  private Reply batchUpdate(Asked asked, Authority authority) {
    var items = items(asked);
    if (items.size() > Batch.MOST) {
      return tooMany(items.size());
    }
    var verdicts = new ArrayList<Verdict>();
    for (var i = 0; i < items.size(); i++) {
      verdicts.add(update(items.get(i), asked.by(authority, i)));
    }
    return results(items.stream().map(Batch.Item::handle).toList(), verdicts);
  }

  private static List<Batch.Item> items(Asked asked) {
    return Fields.all(Json.read(asked.body()), "handle").stream()
        .map(EnterpriseRoutes::item)
        .toList();
  }

  private static Reply tooMany(int count) {
    return failure(400, "一次至多 2000 条，这里有 " + count + " 条");
  }

  private static Reply results(List<String> handles, List<Verdict> verdicts) {
    return success(json -> {
      json.writeStartArray();
      for (var i = 0; i < handles.size(); i++) {
        var verdict = verdicts.get(i);
        json.writeStartObject();
        json.writeStringProperty("handle", handles.get(i));
        json.writeNumberProperty("code", verdict.ok() ? 1 : FAILED);
        json.writeStringProperty("msg", verdict.ok() ? "success" : verdict.sentence());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  static Reply told(Verdict verdict) {
    return verdict.ok()
        ? success(json -> json.writeBoolean(true))
        : failure(HandleRoutes.status(verdict.result()), verdict.sentence());
  }

  static Reply success(Consumer<JsonGenerator> data) {
    return reply(200, 1, "success", data);
  }

  static Reply failure(int status, String sentence) {
    return reply(status, FAILED, sentence, null);
  }

  private static Reply reply(
      int http, int status, String message, @Nullable Consumer<JsonGenerator> data) {
    return Reply.json(
        http,
        Json.write(json -> {
          json.writeStartObject();
          json.writeNumberProperty("status", status);
          json.writeStringProperty("message", message);
          json.writeName("data");
          if (data == null) {
            json.writeNull();
          } else {
            data.accept(json);
          }
          json.writeEndObject();
        }));
  }
}
