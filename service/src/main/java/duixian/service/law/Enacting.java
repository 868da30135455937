package duixian.service.law;

import duixian.service.calendar.Calendars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.SmartInitializingSingleton;

/// Before the first request: the shipped calendar, and on the first start the policy of the folder
/// that `duixian.policy` names.
class Enacting implements SmartInitializingSingleton {
  private final Laws laws;
  private final Calendars calendars;
  private final Path policy;

  Enacting(Laws laws, Calendars calendars, Path policy) {
    this.laws = laws;
    this.calendars = calendars;
    this.policy = policy;
  }

  @Override
  public void afterSingletonsInstantiated() {
    calendars.fill();
    if (laws.isEmpty() && Files.isDirectory(policy)) {
      var texts = texts();
      laws.enact(texts.literate(), texts.official(), "system");
    }
  }

  private PolicyTexts texts() {
    try {
      return PolicyTexts.read(policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
