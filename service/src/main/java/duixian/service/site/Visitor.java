package duixian.service.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/// Who looks at a page and where that person may go; nobody's name is empty.
public record Visitor(
    String name,
    String role,
    String organisation,
    List<Link> navigation,
    Predicate<String> rights) {
  private static final String ATTRIBUTE = Visitor.class.getName();

  public static final Visitor NOBODY = new Visitor("", "", "", List.of(), _ -> false);

  public Visitor {
    navigation = List.copyOf(navigation);
  }

  /// An entry of the navigation in both languages.
  public record Link(String path, String chinese, String english) {}

  public boolean isSignedIn() {
    return !name.isEmpty();
  }

  /// Whether the table of rights lets this visitor open the path, so that no page shows a link that
  /// leads nowhere.
  public boolean mayOpen(String path) {
    return rights.test(path);
  }

  /// Remembers for the frame who makes the request.
  public void on(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Visitor of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Visitor visitor ? visitor : NOBODY;
  }
}
