package duixian.handle.http;

import duixian.handle.format.Format;
import duixian.handle.http.json.Fields;
import duixian.handle.http.json.Json;
import duixian.handle.node.Node;
import duixian.handle.registry.Authority;
import duixian.handle.registry.Template;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// `/snms/api/template/v1`: publishes a data template (POST, the operator) and shows one (GET).
final class TemplateRoutes {
  private static final int FIRST_LENGTH = 0;
  private static final int LAST_LENGTH = 255;

  private final Node node;

  TemplateRoutes(Node node) {
    this.node = node;
  }

  Reply answer(Asked asked, Authority authority) {
    return switch (asked.method().name()) {
      case "GET" -> show(asked);
      case "POST" ->
          authority instanceof Authority.Operator
              ? publish(asked)
              : EnterpriseRoutes.failure(403, "只有运营者可以发布模板");
      default -> EnterpriseRoutes.failure(405, "须用 GET 或 POST");
    };
  }

  private Reply publish(Asked asked) {
    var form = Fields.of(Json.read(asked.body()));
    var fields = form.list("items").stream().map(TemplateRoutes::field).toList();
    var template =
        new Template(
            form.text("id"),
            form.text("version"),
            fields,
            form.has("code") ? code(form.text("code")) : null);
    return EnterpriseRoutes.told(node.templates().publish(template));
  }

  private static Template.Field field(Fields item) {
    var limits = item.has("metadata") ? item.part("metadata") : item;
    return new Template.Field(
        item.index("index"),
        item.text("idType"),
        kind(limits.text("type", "string")),
        item.yes("required"),
        (int) limits.number("minLength", FIRST_LENGTH),
        (int) limits.number("maxLength", LAST_LENGTH));
  }

  private static Format code(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "vaa" -> Format.VAA;
      case "handle" -> Format.HANDLE;
      case "oid" -> Format.OID;
      case "ecode" -> Format.ECODE;
      case "gs1" -> Format.GS1;
      default -> throw new Json.Wrong("code 须为 vaa、handle、oid、ecode 或 gs1，这里是 " + name);
    };
  }

  private static Template.Kind kind(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "string", "text" -> Template.Kind.TEXT;
      case "integer", "int" -> Template.Kind.INTEGER;
      case "decimal", "number" -> Template.Kind.DECIMAL;
      case "date" -> Template.Kind.DATE;
      case "url" -> Template.Kind.URL;
      case "identifier", "handle" -> Template.Kind.IDENTIFIER;
      default ->
          throw new Json.Wrong("type 须为 string、integer、decimal、date、url 或 identifier，这里是 " + name);
    };
  }

  private Reply show(Asked asked) {
    var id = asked.parameter("id");
    var version = asked.parameter("version");
    var template = id == null || version == null ? null : node.templates().get(id, version);
    return template == null
        ? EnterpriseRoutes.failure(404, "没有这个模板版本")
        : EnterpriseRoutes.success(json -> write(json, template));
  }

  private static void write(JsonGenerator json, Template template) {
    json.writeStartObject();
    json.writeStringProperty("id", template.id());
    json.writeStringProperty("version", template.version());
    if (template.code() != null) {
      json.writeStringProperty("code", template.code().name().toLowerCase(Locale.ROOT));
    }
    json.writeName("items");
    json.writeStartArray();
    for (var field : template.fields()) {
      json.writeStartObject();
      json.writeNumberProperty("index", field.index());
      json.writeStringProperty("idType", field.type());
      json.writeBooleanProperty("required", field.required());
      json.writeName("metadata");
      json.writeStartObject();
      json.writeStringProperty("type", field.kind().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("minLength", field.shortest());
      json.writeNumberProperty("maxLength", field.longest());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
