package duixian.handle.http;

import duixian.handle.http.json.Fields;
import duixian.handle.http.json.Json;
import duixian.handle.http.json.ValueJson;
import duixian.handle.message.Header;
import duixian.handle.message.Request;
import duixian.handle.message.Result;
import duixian.handle.node.Node;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Verdict;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/handles`: one identifier (GET, PUT, DELETE), the list of a prefix, and batches (POST).
///
/// `responseCode` is the number of the protocol; the HTTP status follows it.
final class HandleRoutes {
  private static final String ROOT = "/api/handles";
  private static final int MOST_LISTED = 1000;

  private final Node node;
  private final Batch batch;

  HandleRoutes(Node node) {
    this.node = node;
    batch = new Batch(node);
  }

  Reply answer(Asked asked, Authority authority) {
    var path = asked.path();
    if (path.equals(ROOT) || path.equals(ROOT + "/")) {
      return asked.method().equals(HttpMethod.POST)
          ? batch(asked, authority)
          : list(asked, authority);
    }
    if (!path.startsWith(ROOT + "/")) {
      return failure(404, 2, "没有这个地址：" + path);
    }
    var handle = path.substring(ROOT.length() + 1);
    return switch (asked.method().name()) {
      case "GET", "HEAD" -> resolve(asked, handle, authority);
      case "PUT" -> put(asked, handle, authority);
      case "DELETE" -> told(handle, node.revisions().delete(handle, asked.by(authority)), 200);
      default -> failure(405, 5, "须用 GET、PUT 或 DELETE");
    };
  }

  private Reply resolve(Asked asked, String handle, Authority authority) {
    var indexes = new ArrayList<Integer>();
    for (var index : asked.query().getOrDefault("index", List.of())) {
      if (!index.matches("[0-9]{1,9}")) {
        throw new Json.Wrong("index 须为整数，这里是 " + index);
      }
      indexes.add(Integer.parseInt(index));
    }
    var types = asked.query().getOrDefault("type", List.of());
    var open = authority instanceof Authority.Anyone ? Header.PUBLIC_ONLY : 0;
    var found =
        node.resolve(new Request.Resolve(handle, indexes, types), open, authority, asked.caller());
    if (status(found.result()) != 200) {
      return failure(status(found.result()), found.result().code(), found.result().sentence());
    }
    return Reply.json(200, ValueJson.answer(handle, found.result().code(), found.values()));
  }

  private Reply put(Asked asked, String handle, Authority authority) {
    var body = Json.read(asked.body());
    var values =
        ValueJson.readAll(
            body instanceof List<?> list
                ? Fields.all(list, "values")
                : Fields.of(body).list("values"));
    var by = asked.by(authority);
    if ("false".equals(asked.parameter("overwrite"))) {
      return told(handle, batch.create(handle, values, by), 201);
    }
    var replaced = node.revisions().replace(handle, values, by);
    return replaced.result() == Result.HANDLE_NOT_FOUND
        ? told(handle, batch.create(handle, values, by), 201)
        : told(handle, replaced, 200);
  }

  private Reply batch(Asked asked, Authority authority) {
    var items =
        Fields.of(Json.read(asked.body())).list("handles").stream()
            .map(
                item -> new Batch.Item(item.text("handle"), ValueJson.readAll(item.list("values"))))
            .toList();
    if (items.size() > Batch.MOST) {
      return failure(413, 2, "一次至多 2000 条，这里有 " + items.size() + " 条");
    }
    var verdicts = batch.create(items, item -> asked.by(authority, item));
    return Reply.json(
        200,
        Json.write(json -> {
          json.writeStartObject();
          json.writeNumberProperty("responseCode", 1);
          json.writeName("results");
          json.writeStartArray();
          for (var i = 0; i < items.size(); i++) {
            json.writeStartObject();
            json.writeStringProperty("handle", items.get(i).handle());
            json.writeNumberProperty("responseCode", verdicts.get(i).result().code());
            if (!verdicts.get(i).ok()) {
              json.writeStringProperty("message", verdicts.get(i).sentence());
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        }));
  }

  private Reply list(Asked asked, Authority authority) {
    var prefix = asked.parameter("prefix");
    var limit = asked.parameter("limit");
    if (prefix == null) {
      throw new Json.Wrong("缺少必要的请求参数: prefix");
    }
    if (!node.mayList(prefix, authority)) {
      var anyone = authority instanceof Authority.Anyone;
      return failure(anyone ? 401 : 403, anyone ? 402 : 401, "列举须为前缀 " + prefix + " 的管理员");
    }
    var most = limit != null && limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : MOST_LISTED;
    var page =
        node.list(
            prefix,
            cursor(asked.parameter("cursor")),
            Math.clamp(most, 1, MOST_LISTED),
            asked.caller());
    return Reply.json(
        200,
        Json.write(json -> {
          json.writeStartObject();
          json.writeNumberProperty("responseCode", 1);
          json.writeStringProperty("prefix", prefix);
          json.writeName("handles");
          json.writeStartArray();
          page.rows()
              .forEach(row -> json.writeString(new String(row.key(), StandardCharsets.UTF_8)));
          json.writeEndArray();
          var next = page.next();
          if (next != null) {
            json.writeStringProperty(
                "cursor", Base64.getUrlEncoder().withoutPadding().encodeToString(next));
          }
          json.writeEndObject();
        }));
  }

  private static byte @Nullable [] cursor(@Nullable String given) {
    try {
      return given == null ? null : Base64.getUrlDecoder().decode(given);
    } catch (IllegalArgumentException _) {
      throw new Json.Wrong("cursor 不是上一页给出的");
    }
  }

  private static Reply told(String handle, Verdict verdict, int success) {
    if (!verdict.ok()) {
      return failure(status(verdict.result()), verdict.result().code(), verdict.sentence());
    }
    return Reply.json(
        success,
        Json.write(json -> {
          json.writeStartObject();
          json.writeNumberProperty("responseCode", 1);
          json.writeStringProperty("handle", handle);
          json.writeEndObject();
        }));
  }

  static Reply failure(int status, int code, String sentence) {
    return Reply.json(
        status,
        Json.write(json -> {
          json.writeStartObject();
          json.writeNumberProperty("responseCode", code);
          json.writeStringProperty("message", sentence);
          json.writeEndObject();
        }));
  }

  static int status(Result result) {
    return switch (result) {
      case SUCCESS, SERVICE_REFERRAL, PREFIX_REFERRAL -> 200;
      case HANDLE_NOT_FOUND, VALUES_NOT_FOUND -> 404;
      case HANDLE_EXISTS, VALUE_EXISTS -> 409;
      case INVALID_HANDLE, INVALID_VALUE, PROTOCOL_ERROR -> 400;
      case AUTHENTICATION_NEEDED, LOGIN_FIRST -> 401;
      case NO_PERMISSION, QUOTA_EXHAUSTED, PREFIX_NOT_ALLOTTED -> 403;
      case RATE_EXCEEDED -> 429;
      case BUSY -> 503;
      default -> 500;
    };
  }
}
