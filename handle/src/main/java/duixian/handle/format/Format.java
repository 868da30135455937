package duixian.handle.format;

/// A system of identifiers.
public enum Format {
  VAA("VAA（ISO/IEC 15459）"),
  HANDLE("Handle"),
  OID("OID（ISO/IEC 29168）"),
  ECODE("Ecode（GB/T 31866）"),
  GS1("GS1");

  private final String label;

  Format(String label) {
    this.label = label;
  }

  /// What a reader calls it.
  public String label() {
    return label;
  }
}
