package duixian.service.site;

/// What was asked for is not there, or not for this visitor; both are answered alike with 404.
public final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Missing(String sentence) {
    super(sentence);
  }
}
