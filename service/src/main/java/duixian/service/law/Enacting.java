package duixian.service.law;

import duixian.service.calendar.Calendars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Before the first request: the shipped calendar, and on the first start the policy of the folder
/// that `duixian.policy` names.
class Enacting implements ApplicationRunner {
  private final Laws laws;
  private final Calendars calendars;
  private final Path policy;

  Enacting(Laws laws, Calendars calendars, Path policy) {
    this.laws = laws;
    this.calendars = calendars;
    this.policy = policy;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    calendars.fill();
    if (laws.isEmpty() && Files.isDirectory(policy)) {
      var texts = PolicyTexts.read(policy);
      laws.enact(texts.literate(), texts.official(), "system");
    }
  }
}
