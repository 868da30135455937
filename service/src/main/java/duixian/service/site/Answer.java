package duixian.service.site;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a controller hands back. Templates are named without ending: `notice/list`.
public sealed interface Answer {
  /// A whole page: template and model inside the frame.
  record Page(String title, String template, Object model) implements Answer {}

  /// The model of the page `site/error`: an HTTP status and the sentence for it.
  record Problem(int status, String sentence) {}

  /// A part of a page for htmx, without the frame.
  record Part(String template, Object model) implements Answer {}

  /// 303 to another page, with a sentence to show there (null: none); `refused` when it says why
  /// nothing was done.
  record Redirect(String to, @Nullable String sentence, boolean refused) implements Answer {
    public Redirect(String to) {
      this(to, null, false);
    }

    public Redirect(String to, String sentence) {
      this(to, sentence, false);
    }
  }

  /// A table as an Excel file; cells are String, Number (money in yuan), LocalDate or Boolean.
  record Sheet(String name, List<String> head, List<List<@Nullable Object>> rows)
      implements Answer {
    public Sheet {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /// Several tables as one Excel file; the first is the one that comes back in.
  record Book(String name, List<Sheet> sheets) implements Answer {
    public Book {
      sheets = List.copyOf(sheets);
    }
  }

  /// For other systems and for charts.
  record Json(Object value) implements Answer {}

  /// A file to save, written when it is sent.
  record Download(String name, String media, Content content) implements Answer {}

  /// Writes the bytes of a file.
  interface Content {
    void to(OutputStream out) throws IOException;
  }
}
