package duixian.service.site;

/// An HTTP status and the sentence for it.
public record Problem(int status, String sentence) {}
