package duixian.service.site.form;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// SHA-256 of all that was handed in: address, fields with the number of the page and the button,
/// files.
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  static String of(HttpServletRequest request) throws IOException, ServletException {
    var print = new Fingerprint();
    print.add(request.getRequestURI());
    for (var field : new TreeMap<>(request.getParameterMap()).entrySet()) {
      print.add(field.getKey());
      for (var value : field.getValue()) {
        print.add(value);
      }
    }
    var media = request.getContentType();
    if (media != null && media.startsWith("multipart/form-data")) {
      for (var part : request.getParts()) {
        var name = part.getSubmittedFileName();
        if (name != null) {
          print.add(part.getName());
          print.add(name);
          try (var content = part.getInputStream()) {
            print.add(content.readAllBytes());
          }
        }
      }
    }
    return HexFormat.of().formatHex(print.digest.digest());
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /// With its length, so that what moves from one to the next is told apart.
  private void add(byte[] content) {
    digest.update(HexFormat.of().toHexDigits(content.length).getBytes(StandardCharsets.UTF_8));
    digest.update(content);
  }
}
