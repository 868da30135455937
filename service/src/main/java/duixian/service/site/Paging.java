package duixian.service.site;

import java.util.List;

/// Which part of a long list a page shows: `page` of `pages`, from 1, of `found` in all.
public record Paging(int found, int page, int pages, int size) {
  private static final int FEW = 12;

  /// A number outside leads to the nearest page there is.
  public static Paging of(int found, int number, int size) {
    var pages = Math.max(1, (found + size - 1) / size);
    return new Paging(found, Math.clamp(number, 1, pages), pages, size);
  }

  public <T> List<T> cut(List<T> all) {
    return all.subList((page - 1) * size, Math.min(page * size, all.size()));
  }

  /// Few enough to stand open.
  public boolean isShort() {
    return found <= FEW;
  }
}
