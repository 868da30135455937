package duixian.service.demo;

import duixian.cli.read.FactsReader;
import duixian.cli.read.Intake;
import duixian.cli.terminal.Progress;
import duixian.policy.facts.Facts;
import duixian.policy.facts.Table;
import duixian.policy.value.Money;
import duixian.service.budget.Accounts;
import duixian.service.budget.Booking;
import duixian.service.fact.FactLoader;
import duixian.service.law.Laws;
import duixian.service.party.BankAccounts;
import duixian.service.party.Experts;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Recognition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/// Units, offices, persons, accounts, recognitions and facts of the sample city.
final class DemoCity {
  static final String PASSWORD = "demo";
  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final String BY = "admin1";

  private final Laws laws;
  private final FactLoader loader;
  private final Parties parties;
  private final Experts experts;
  private final BankAccounts bank;
  private final Accounts accounts;

  DemoCity(
      Laws laws,
      FactLoader loader,
      Parties parties,
      Experts experts,
      BankAccounts bank,
      Accounts accounts) {
    this.laws = laws;
    this.loader = loader;
    this.parties = parties;
    this.experts = experts;
    this.bank = bank;
    this.accounts = accounts;
  }

  void load(Path examples) {
    var facts = read(examples);
    offices();
    units(facts);
    loader.load(facts, DemoSources::of, BY);
    for (int year = 2025; year <= 2027; year++) {
      accounts.open(Booking.Kind.BUDGET, "预算", year + "年度", Money.yuan(60_000_000));
    }
  }

  private Facts read(Path examples) {
    try (var progress = Progress.silent()) {
      return switch (FactsReader.read(laws.inForce(), examples, progress)) {
        case Intake.Complete(var facts) -> facts;
        case Intake.Refused(var complaints) ->
            throw new IllegalStateException("the sample city does not read: " + complaints);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("示例城市的文件读不出来", e);
    }
  }

  private void offices() {
    Cast.TOWNS.forEach(town -> organisation(town, "镇街"));
    Cast.DEPARTMENTS.forEach(department -> organisation(department, "部门"));
    organisation(Cast.OFFICE, "科室");
    organisation(Cast.FINANCE, "财政");
    organisation(Cast.AUDITORS, "审计机构");
    organisation(Cast.EXPERTS, "评审专家");
    var password = password();
    Cast.all().forEach(person -> parties.add(person, password, START));
    IntStream.rangeClosed(1, Cast.EXPERT_COUNT)
        .forEach(number -> experts.add("expert" + number, "智能制造"));
    experts.conflict("expert1", Cast.OFFICE, "曾在本科室任职");
  }

  private void units(Facts facts) {
    var password = password();
    for (var unit : units(facts, "平台", "名称", "平台单位")) {
      unit(unit, password);
    }
    var builders = units(facts, "园区项目", "园区建设方", "园区建设方");
    var known = new java.util.HashSet<String>();
    builders.stream().filter(unit -> known.add(unit.id())).forEach(unit -> unit(unit, password));
  }

  private void unit(Organisation unit, String password) {
    parties.add(unit);
    var applicant = Cast.applicant(unit.id());
    parties.add(applicant, password, START);
    if (unit.kind().equals("平台单位")) {
      var document = "中工信〔2021〕" + (unit.id().hashCode() & 0xff) + "号（合成）";
      parties.recognise(new Recognition(unit.id(), "平台单位", document, START, null), BY);
    }
    var number = "62220000%08d".formatted(unit.id().hashCode() & 0xffffff);
    var account = bank.add(unit.id(), unit.name(), "合成银行中山分行", number, applicant.id());
    bank.verify(account, "finance1");
  }

  /// A platform is a unit under its own 标识; a builder under the name that its projects give.
  private static List<Organisation> units(
      Facts facts, String entity, String nameField, String kind) {
    var table = facts.table(Objects.requireNonNull(facts.policy().entity(entity)));
    var field = Objects.requireNonNull(table.entity().field(nameField));
    return IntStream.range(0, table.size())
        .filter(row -> table.value(field, row) != Table.MISSING)
        .mapToObj(row -> {
          var name = facts.text(table.value(field, row));
          var id = kind.equals("平台单位") ? table.id(row) : name;
          var town = Cast.TOWNS.get(row % Cast.TOWNS.size());
          return new Organisation(id, kind, name, null, town);
        })
        .toList();
  }

  private void organisation(String name, String kind) {
    parties.add(new Organisation(name, kind, name, null, null));
  }

  private static String password() {
    return Objects.requireNonNull(
        PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD));
  }
}
