package duixian.service.fact.web;

import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.service.fact.EvidenceFiles;
import duixian.service.fact.FactStore;
import duixian.service.fact.FactText;
import duixian.service.fact.Source;
import duixian.service.fact.Statement;
import duixian.service.fact.contest.Contests;
import duixian.service.law.Inputs;
import duixian.service.law.Typed;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.site.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/// A record of the unit: what is known, from where, and the form that corrects or contests it.
@Controller
class RecordPages {
  private final UnitRecords records;
  private final FactStore facts;
  private final Contests contests;
  private final EvidenceFiles files;

  RecordPages(UnitRecords records, FactStore facts, Contests contests, EvidenceFiles files) {
    this.records = records;
    this.facts = facts;
    this.contests = contests;
    this.files = files;
  }

  @GetMapping("/my-data/{entity}/{code}")
  Answer record(
      @PathVariable("entity") String entity,
      @PathVariable("code") String code,
      @RequestParam(name = "field", defaultValue = "") String field,
      Person person) {
    return page(own(entity, code, person), code, field, "", "", "");
  }

  @PostMapping("/my-data/{entity}/{code}")
  Answer change(
      @PathVariable("entity") String name,
      @PathVariable("code") String code,
      @RequestParam(name = "field") String field,
      @RequestParam(name = "value", defaultValue = "") String value,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      Person person)
      throws IOException {
    var entity = own(name, code, person);
    var fact = entity.field(field);
    if (fact == null) {
      throw new Missing("没有这项数据");
    }
    var complaint =
        value.isBlank() ? "请填写应该是多少" : Typed.complaint(records.policy(), entity, fact, value);
    if (complaint == null && reason.isBlank()) {
      complaint = "请写明理由和依据";
    }
    if (complaint != null) {
      return page(entity, code, field, value, reason, complaint);
    }
    String evidence;
    try {
      evidence = kept(file, person);
    } catch (EvidenceFiles.Refused refused) {
      return page(entity, code, field, value, reason, String.valueOf(refused.getMessage()));
    }
    var path =
        UriComponentsBuilder.fromPath("/my-data/{entity}/{code}")
            .encode()
            .buildAndExpand(name, code)
            .toUriString();
    var before = newest(entity, code, field);
    if (before != null && isFixed(before)) {
      contests.file(
          new Contests.About(
              person.organisation(), name, code, field, String.valueOf(before.value())),
          value.strip(),
          reason.strip(),
          evidence,
          person.id());
      return new Answer.Redirect(path, "异议已收到，由业务科室核实；答复会出现在“我的数据”");
    }
    facts.state(
        List.of(
            new Statement(
                name,
                code,
                null,
                null,
                null,
                field,
                value.strip(),
                null,
                null,
                evidence == null ? Source.DECLARED : Source.DOCUMENTED,
                evidence,
                "更正：" + reason.strip())),
        person.id());
    return new Answer.Redirect(path, field + "已更正；原来的数据仍保留在历史里");
  }

  private @Nullable String kept(@Nullable MultipartFile file, Person person) throws IOException {
    if (file == null || file.isEmpty()) {
      return null;
    }
    return files.keep(
        Objects.requireNonNullElse(file.getOriginalFilename(), "附件"), file.getBytes(), person.id());
  }

  private Answer page(
      Entity entity, String code, String chosen, String typed, String reason, String refused) {
    var history = facts.history(entity.name(), code);
    var known =
        entity.fields().stream()
            .map(field -> {
              var said =
                  history.stream()
                      .filter(one -> one.field().equals(field.name()))
                      .map(one -> said(field, one))
                      .toList();
              return new RecordPage.Known(
                  field.name(), said.isEmpty() ? "—" : said.getFirst().value(), said);
            })
            .toList();
    var field = entity.field(chosen);
    var before = field == null ? null : newest(entity, code, chosen);
    var form =
        field == null
            ? null
            : new RecordPage.Form(
                Inputs.of("value", field, typed, ""), before != null && isFixed(before), reason);
    return new Answer.Page(
        entity.name() + " " + code,
        "fact/record",
        new RecordPage(entity.name(), code, known, form, refused));
  }

  private static RecordPage.Said said(Field field, FactStore.Stated stated) {
    var period =
        stated.validFrom() == null && stated.validTo() == null
            ? "一直有效"
            : Shown.day(stated.validFrom()) + " – " + Shown.day(stated.validTo());
    return new RecordPage.Said(
        stated.value() == null ? "（已撤销）" : FactText.shown(field, stated.value()),
        stated.kind().label(),
        period,
        stated.origin(),
        Shown.moment(stated.recordedAt()),
        stated.evidence() == null ? "" : stated.evidence());
  }

  private FactStore.@Nullable Stated newest(Entity entity, String code, String field) {
    return facts.history(entity.name(), code).stream()
        .filter(one -> one.field().equals(field))
        .findFirst()
        .orElse(null);
  }

  /// Others' measurements and recognitions are contested, not overwritten.
  private static boolean isFixed(FactStore.Stated stated) {
    return stated.value() != null
        && switch (stated.kind()) {
          case MEASURED, RECOGNISED -> true;
          case DOCUMENTED, DECLARED -> false;
        };
  }

  private Entity own(String name, String code, Person person) {
    for (var one : records.of(person.organisation()).entrySet()) {
      if (one.getKey().name().equals(name)) {
        for (var row : one.getValue().rows()) {
          if (one.getValue().table().id(row).equals(code)) {
            return one.getKey();
          }
        }
      }
    }
    throw new Missing("贵单位没有这条记录；请从“我的数据”进入");
  }
}
