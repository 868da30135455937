package duixian.cli.node.evidence;

import duixian.handle.events.Proof;
import duixian.handle.events.Seal;
import duixian.handle.store.Channel;
import duixian.handle.store.Event;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A proof as a file: one flat JSON object that a program in any language can check.
final class ProofJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ProofJson() {}

  static String write(Proof proof) {
    var text = new StringWriter();
    try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("标识", proof.id());
      json.writeStringProperty("事件", proof.event().name());
      json.writeStringProperty("渠道", proof.channel().name());
      json.writeNumberProperty("组", proof.group());
      json.writeNumberProperty("毫秒", proof.millis());
      json.writeNumberProperty("组内件数", proof.size());
      json.writeNumberProperty("组内位置", proof.at());
      hashes(json, "组内路径", proof.path());
      json.writeNumberProperty("块位置", proof.blockAt());
      hashes(json, "块路径", proof.blockPath());
      json.writeStringProperty("封签", proof.seal().line());
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void hashes(JsonGenerator json, String name, List<String> hashes) {
    json.writeName(name);
    json.writeStartArray();
    hashes.forEach(json::writeString);
    json.writeEndArray();
  }

  /// Null when the text is no proof.
  static @Nullable Proof read(String text) {
    try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      var words = new HashMap<String, String>();
      var lists = new HashMap<String, List<String>>();
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = json.currentName();
        if (json.nextToken() == JsonToken.START_ARRAY) {
          var list = new ArrayList<String>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(json.getString());
          }
          lists.put(name, list);
        } else {
          words.put(name, json.getString());
        }
      }
      return new Proof(
          word(words, "标识"),
          Event.valueOf(word(words, "事件")),
          Channel.valueOf(word(words, "渠道")),
          Long.parseLong(word(words, "组")),
          Long.parseLong(word(words, "毫秒")),
          Integer.parseInt(word(words, "组内件数")),
          Integer.parseInt(word(words, "组内位置")),
          lists.getOrDefault("组内路径", List.of()),
          Long.parseLong(word(words, "块位置")),
          lists.getOrDefault("块路径", List.of()),
          Seal.parse(word(words, "封签")));
    } catch (JacksonException | IllegalArgumentException _) {
      return null;
    }
  }

  private static String word(Map<String, String> words, String name) {
    var word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("proof must have " + name);
    }
    return word;
  }
}
