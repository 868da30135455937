package duixian.service.demo;

import duixian.service.claim.Claim;
import duixian.service.claim.draft.ClaimFiles;
import duixian.service.claim.exhibit.Exhibits;
import duixian.service.fact.EvidenceFiles;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Files of the sample city: one page of PDF each that says that it is synthetic.
final class Papers {
  private static final String OTHER = "其他材料";

  /// Every so many cases hand in the same invoice, so that the sample shows how that looks.
  private static final int SHARED = 8;

  private final Laws laws;
  private final EvidenceFiles evidence;
  private final ClaimFiles files;
  private final Exhibits exhibits;
  private final Invoices invoices;

  Papers(
      Laws laws, EvidenceFiles evidence, ClaimFiles files, Exhibits exhibits, Invoices invoices) {
    this.laws = laws;
    this.evidence = evidence;
    this.files = files;
    this.exhibits = exhibits;
    this.invoices = invoices;
  }

  /// What the measure asks for.
  void bring(Claim claim) {
    var kinds = Objects.requireNonNull(laws.inForce().award(claim.award())).evidence();
    for (var kind : kinds) {
      add(claim, kind, kind + "（合成）", "Document " + (kinds.indexOf(kind) + 1));
    }
    if (numberOf(claim) % SHARED == 0) {
      keep(claim, OTHER, "发票（合成）.pdf", pdf("Invoice used twice", "0000"));
    }
  }

  private static int numberOf(Claim claim) {
    return Integer.parseInt(claim.number().substring(claim.number().indexOf('-') + 1));
  }

  void add(Claim claim, String kind, String name, String title) {
    keep(claim, kind, name + ".pdf", pdf(title, claim.number()));
  }

  /// What an officer found.
  void exhibit(Claim claim, String name, String title, Person by) {
    exhibits.add(claim, name + "（合成）.pdf", pdf(title, claim.number() + " " + by.id()), by);
  }

  /// The report of the special audit, with its invoices.
  void audit(Claim claim, Person by) {
    exhibit(claim, "专项审计报告", "Audit report", by);
    invoices.bring(claim, by);
  }

  private void keep(Claim claim, String kind, String name, byte[] content) {
    var by = Cast.applicant(claim.unit()).id();
    files.add(claim, kind, name, evidence.keep(name, content, by), by);
  }

  /// The smallest PDF with a line of text; ASCII alone, so that offsets are lengths.
  static byte[] pdf(String title, String number) {
    var text = "BT /F1 18 Tf 72 760 Td (SYNTHETIC SAMPLE - %s - %s) Tj ET".formatted(title, number);
    var objects =
        new String[] {
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
              + " /Resources << /Font << /F1 5 0 R >> >> >>",
          "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
    var pdf = new StringBuilder("%PDF-1.4\n");
    var places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      places.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    var start = pdf.length();
    pdf.append(places)
        .append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
        .append(start)
        .append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
