package duixian.service.party.web;

import duixian.service.audit.Act;
import duixian.service.audit.AuditLog;
import duixian.service.party.Credits;
import duixian.service.party.Experts;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Rejected;
import duixian.service.party.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes who takes part. Throws [Rejected].
@Component
class Registering {
  private static final int SHORTEST = 10;

  private final Parties parties;
  private final Experts experts;
  private final Credits credits;
  private final Clock clock;
  private final AuditLog audit;

  Registering(Parties parties, Experts experts, Credits credits, Clock clock, AuditLog audit) {
    this.parties = parties;
    this.experts = experts;
    this.credits = credits;
    this.clock = clock;
    this.audit = audit;
  }

  /// All the roles of a person as a row of an import says it.
  record Listed(String id, String name, String organisation, Set<Role> roles) {
    Listed {
      roles = Set.copyOf(roles);
    }
  }

  /// What an import of people came to.
  record Came(int added, int granted, int revoked) {}

  /// An expert of the pool as a row of an import says it, with reasons by unit for conflicts.
  record ListedExpert(
      String id, String name, String organisation, String field, Map<String, String> conflicts) {
    ListedExpert {
      conflicts = Map.copyOf(conflicts);
    }
  }

  @Transactional
  public void person(
      String id, String name, String organisation, Role role, String password, Person by) {
    administrator(by);
    if (!id.matches("[a-z0-9._-]{2,40}") || name.isBlank()) {
      throw new Rejected("账号用 2 到 40 个小写字母、数字、点或横线；姓名不能空");
    }
    if (parties.person(id).isPresent()) {
      throw new Rejected("账号 " + id + " 已经有了");
    }
    if (parties.organisation(organisation).isEmpty()) {
      throw new Rejected("没有单位 " + organisation + "，请先登记单位");
    }
    var today = LocalDate.now(clock);
    parties.add(new Person(id, name, organisation, Set.of(role)), hash(password), today);
    log(by, "新增用户", "用户 " + id, Map.of("organisation", organisation, "role", role.name()));
  }

  @Transactional
  public void grant(String id, Role role, Person by) {
    administrator(by);
    var person = parties.person(id).orElseThrow(() -> new Rejected("没有用户 " + id));
    if (person.is(role)) {
      throw new Rejected(person.name() + "已经是" + role.label());
    }
    try {
      parties.grant(id, role, LocalDate.now(clock));
    } catch (DuplicateKeyException e) {
      throw new Rejected(role.label() + "今天授予过又收回了，请明天再授予");
    }
    log(by, "授予角色", "用户 " + id, Map.of("role", role.name()));
  }

  @Transactional
  public void revoke(String id, Role role, Person by) {
    administrator(by);
    if (id.equals(by.id()) && role == Role.ADMINISTRATOR) {
      throw new Rejected("不能收回自己的管理员角色，请另一名管理员办理");
    }
    parties.revoke(id, role, LocalDate.now(clock).minusDays(1));
    log(by, "收回角色", "用户 " + id, Map.of("role", role.name()));
  }

  /// New people come without a password and cannot sign in until one is set; whoever is known gets
  /// the roles of his row and no others. All or none.
  @Transactional
  public Came people(List<Listed> rows, Person by) {
    administrator(by);
    var today = LocalDate.now(clock);
    var added = 0;
    var granted = 0;
    var revoked = 0;
    for (var row : rows) {
      var known = parties.person(row.id());
      if (known.isEmpty()) {
        parties.add(new Person(row.id(), row.name(), row.organisation(), row.roles()), null, today);
        log(
            by,
            "新增用户",
            "用户 " + row.id(),
            Map.of(
                "organisation",
                row.organisation(),
                "role",
                row.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","))));
        added++;
        continue;
      }
      for (var role : Role.values()) {
        if (row.roles().contains(role) && !known.get().is(role)) {
          grant(row.id(), role, by);
          granted++;
        } else if (!row.roles().contains(role) && known.get().is(role)) {
          revoke(row.id(), role, by);
          revoked++;
        }
      }
    }
    return new Came(added, granted, revoked);
  }

  /// All or none.
  @Transactional
  public void units(List<Organisation> rows, Person by) {
    rows.forEach(row -> unit(row, by));
  }

  @Transactional
  public void password(String id, String password, Person by) {
    administrator(by);
    if (parties.person(id).isEmpty()) {
      throw new Rejected("没有用户 " + id);
    }
    parties.password(id, hash(password));
    log(by, "重设密码", "用户 " + id, Map.of());
  }

  @Transactional
  public void unit(Organisation unit, Person by) {
    administrator(by);
    if (unit.id().isBlank() || unit.name().isBlank()) {
      throw new Rejected("单位要有标识和名称");
    }
    if (unit.id().length() > 80 || unit.name().length() > 200) {
      throw new Rejected("标识不超过 80 个字，名称不超过 200 个字");
    }
    try {
      parties.add(unit);
    } catch (DuplicateKeyException e) {
      throw new Rejected("标识 " + unit.id() + " 或统一社会信用代码已经登记过");
    }
    log(by, "登记单位", "单位 " + unit.id(), Map.of("kind", unit.kind(), "name", unit.name()));
  }

  /// Who is new joins the pool, and conflicts that nobody declared yet are declared; none is taken
  /// back. The number of these conflicts. All or none.
  @Transactional
  public int experts(List<ListedExpert> rows, Set<String> fresh, Person by) {
    administrator(by);
    var today = LocalDate.now(clock);
    var declared = 0;
    for (var row : rows) {
      if (fresh.contains(row.id())) {
        parties.add(
            new Person(row.id(), row.name(), row.organisation(), Set.of(Role.EXPERT)), null, today);
        experts.add(row.id(), row.field());
      }
      for (var conflict : row.conflicts().entrySet()) {
        declared += declared(row.id(), conflict.getKey(), conflict.getValue(), by) ? 1 : 0;
      }
    }
    if (!fresh.isEmpty()) {
      log(by, "导入专家", "专家库", Map.of("rows", fresh.size()));
    }
    return declared;
  }

  @Transactional
  public void conflict(String expert, String organisation, String reason, Person by) {
    administrator(by);
    if (reason.isBlank() || parties.organisation(organisation).isEmpty()) {
      throw new Rejected("回避要写单位的标识和理由");
    }
    if (!declared(expert, organisation, reason, by)) {
      throw new Rejected("这名专家对 " + organisation + " 已经登记过回避");
    }
  }

  private boolean declared(String expert, String organisation, String reason, Person by) {
    var isNew = experts.conflict(expert, organisation, reason);
    if (isNew) {
      log(by, "登记回避", "专家 " + expert, Map.of("organisation", organisation, "reason", reason));
    }
    return isNew;
  }

  @Transactional
  public int credits(List<Credits.CreditRecord> rows, Person by) {
    if (!by.is(Role.REVIEWER)) {
      throw new Rejected("信用记录由业务科室导入");
    }
    return credits.add(rows, by);
  }

  private void log(Person by, String act, String subject, Map<String, Object> detail) {
    audit.record(new Act(by.id(), act, subject, detail));
  }

  private static String hash(String password) {
    if (password.length() < SHORTEST) {
      throw new Rejected("密码至少 " + SHORTEST + " 个字");
    }
    return java.util.Objects.requireNonNull(
        PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password));
  }

  private static void administrator(Person by) {
    if (!by.is(Role.ADMINISTRATOR)) {
      throw new Rejected("用户、单位和专家由系统管理员登记");
    }
  }
}
