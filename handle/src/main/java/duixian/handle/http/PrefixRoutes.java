package duixian.handle.http;

import duixian.handle.account.Accounts;
import duixian.handle.http.json.Fields;
import duixian.handle.http.json.Json;
import duixian.handle.http.json.ValueJson;
import duixian.handle.node.Node;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Prefix;
import duixian.handle.registry.Prefixes;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/// `/api/prefixes`: applied for by anybody, decided by the operator; `/api/accounts` by the
/// operator.
///
/// `POST /api/prefixes` applies; `POST /api/prefixes/{prefix}/approve`, `/refuse`, `/allot`,
/// `/suspend`, `/resume` and `/quota` decide; `GET` shows.
final class PrefixRoutes {
  private static final Pattern STEP = Pattern.compile("/api/prefixes/([^/]+)/([a-z]+)");
  private static final int SHORTEST_PASSWORD = 12;

  private final Node node;
  private final Accounts accounts;

  PrefixRoutes(Node node, Accounts accounts) {
    this.node = node;
    this.accounts = accounts;
  }

  Reply answer(Asked asked, Authority authority) {
    var operator = authority instanceof Authority.Operator;
    if (asked.path().equals("/api/prefixes")) {
      return switch (asked.method().name()) {
        case "POST" -> apply(asked);
        case "GET" -> operator ? list() : operatorOnly();
        default -> EnterpriseRoutes.failure(405, "须用 GET 或 POST");
      };
    }
    if (!operator) {
      return operatorOnly();
    }
    if (!asked.method().name().equals("POST")) {
      return EnterpriseRoutes.failure(405, "须用 POST");
    }
    if (asked.path().equals("/api/accounts")) {
      return account(asked);
    }
    var step = STEP.matcher(asked.path());
    return step.matches()
        ? step(step.group(1), step.group(2), asked)
        : EnterpriseRoutes.failure(404, "没有这个接口：" + asked.path());
  }

  private static Reply operatorOnly() {
    return EnterpriseRoutes.failure(403, "只有运营者可以办理");
  }

  private Reply apply(Asked asked) {
    var form = Fields.of(Json.read(asked.body()));
    return EnterpriseRoutes.told(
        node.prefixes()
            .apply(form.text("prefix"), form.text("enterprise"), form.yes("selfHosted")));
  }

  private Reply step(String name, String step, Asked asked) {
    var prefixes = node.prefixes();
    var form = Fields.of(asked.body().length == 0 ? java.util.Map.of() : Json.read(asked.body()));
    return switch (step) {
      case "approve" -> EnterpriseRoutes.told(prefixes.approve(name, form.number("quota")));
      case "refuse" -> EnterpriseRoutes.told(prefixes.refuse(name, form.text("reason")));
      case "allot" ->
          EnterpriseRoutes.told(
              prefixes.allot(
                  name, form.text("template", ""), ValueJson.readAll(form.list("values"))));
      case "suspend" -> EnterpriseRoutes.told(prefixes.suspend(name, form.text("reason")));
      case "resume" -> EnterpriseRoutes.told(prefixes.resume(name));
      case "quota" -> EnterpriseRoutes.told(prefixes.quota(name, form.number("quota")));
      default -> EnterpriseRoutes.failure(404, "没有这个接口：" + asked.path());
    };
  }

  private Reply account(Asked asked) {
    var form = Fields.of(Json.read(asked.body()));
    var name = form.text("username");
    var password = form.text("password");
    var prefix = form.text("prefix", "");
    if (password.length() < SHORTEST_PASSWORD) {
      return EnterpriseRoutes.failure(400, "密码至少 12 个字符");
    }
    if (!name.equals(Accounts.OPERATOR)
        && !(node.prefixes().get(prefix) instanceof Prefix.Allotted)) {
      return EnterpriseRoutes.failure(400, "账号须属于一个已分配的前缀，这里是 " + prefix);
    }
    accounts.put(name, password, name.equals(Accounts.OPERATOR) ? "" : prefix);
    return EnterpriseRoutes.success(json -> json.writeBoolean(true));
  }

  private Reply list() {
    return EnterpriseRoutes.success(json -> {
      json.writeStartArray();
      node.prefixes().all().forEach(prefix -> write(json, prefix));
      json.writeEndArray();
    });
  }

  private void write(JsonGenerator json, Prefix prefix) {
    json.writeStartObject();
    json.writeStringProperty("prefix", prefix.name());
    json.writeStringProperty("enterprise", prefix.enterprise());
    json.writeStringProperty("state", Prefixes.state(prefix));
    switch (prefix) {
      case Prefix.Approved approved -> json.writeNumberProperty("quota", approved.quota());
      case Prefix.Allotted allotted -> {
        json.writeNumberProperty("quota", allotted.quota());
        json.writeNumberProperty("registered", node.alive(allotted.name()));
      }
      case Prefix.Suspended suspended -> json.writeStringProperty("reason", suspended.reason());
      case Prefix.Refused refused -> json.writeStringProperty("reason", refused.reason());
      case Prefix.Applied _ -> {}
    }
    json.writeEndObject();
  }
}
