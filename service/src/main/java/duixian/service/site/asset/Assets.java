package duixian.service.site.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;

/// The static files, held packed in memory under the hash of their content, so that browsers may
/// keep them for ever.
public final class Assets {
  private static final int HASH = 12;
  private static final String WEBJARS = "META-INF/resources/webjars/";

  private static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    for (var name : new String[] {"tokens", "frame", "ledger", "office", "print"}) {
      FILES.put(name + ".css", "assets/" + name + ".css");
    }
    FILES.put("duixian.js", "assets/duixian.js");
    FILES.put("icon.svg", "assets/icon.svg");
    FILES.put("htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");
    FILES.put("echarts.js", WEBJARS + "echarts/5.5.0/echarts.min.js");
  }

  private final Map<String, Asset> assets = new LinkedHashMap<>();

  /// A file as it is sent, packed with gzip.
  static final class Asset {
    final String hash;
    final String media;
    final byte[] packed;

    Asset(String hash, String media, byte[] packed) {
      this.hash = hash;
      this.media = media;
      this.packed = packed;
    }
  }

  public Assets() {
    FILES.forEach((name, file) -> assets.put(name, read(name, file)));
  }

  /// Throws IllegalArgumentException for a file that is not there.
  public String path(String name) {
    var asset = assets.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return "/assets/" + asset.hash + "/" + name;
  }

  Optional<Asset> find(String hash, String name) {
    return Optional.ofNullable(assets.get(name)).filter(asset -> asset.hash.equals(hash));
  }

  private static Asset read(String name, String file) {
    try {
      var content = new ClassPathResource(file).getContentAsByteArray();
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(content);
      }
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      return new Asset(hash.substring(0, HASH), media(name), packed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("no file " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static String media(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no media type for " + name);
    };
  }
}
