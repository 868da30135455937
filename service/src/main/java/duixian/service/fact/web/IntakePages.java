package duixian.service.fact.web;

import duixian.policy.model.Entity;
import duixian.policy.model.Field;
import duixian.policy.model.Type;
import duixian.service.fact.FactStore;
import duixian.service.fact.Source;
import duixian.service.fact.intake.Intake;
import duixian.service.law.Inputs;
import duixian.service.law.Laws;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/// The records of the city as tables that an office takes in and takes away.
@Controller
class IntakePages {
  private final Laws laws;
  private final FactStore store;
  private final Intake intake;

  IntakePages(Laws laws, FactStore store, Intake intake) {
    this.laws = laws;
    this.store = store;
    this.intake = intake;
  }

  @GetMapping("/facts")
  Answer first(Person person) {
    return page(
        laws.inForce().entities().getFirst(), person, Source.RECOGNISED.label(), "", List.of());
  }

  @GetMapping("/facts/{entity}")
  Answer one(Person person, @PathVariable("entity") String name) {
    return page(entity(name), person, Source.RECOGNISED.label(), "", List.of());
  }

  /// All records, which is also the template for an import.
  @GetMapping("/facts/{entity}/records")
  Answer records(@PathVariable("entity") String name) {
    return intake.sheet(entity(name));
  }

  @PostMapping("/facts/{entity}")
  Answer take(
      Person person,
      @PathVariable("entity") String name,
      @RequestParam(name = "source", defaultValue = "") String source,
      @RequestParam(name = "document", defaultValue = "") String document,
      @RequestParam(name = "file") MultipartFile file)
      throws IOException {
    var entity = entity(name);
    if (!person.is(Role.REVIEWER)) {
      return page(entity, person, source, document, List.of("数据由业务科室导入"));
    }
    var kind = Source.labelled(source).filter(one -> one != Source.DECLARED);
    if (kind.isEmpty() || document.isBlank()) {
      return page(entity, person, source, document, List.of("请写明来源的种类和依据（系统名称或文号），再选一次文件"));
    }
    var basis = new Intake.Basis(kind.get(), document.strip());
    var taken = intake.take(entity, file.getBytes(), basis, person);
    return taken.complaints().isEmpty()
        ? new Answer.Redirect(
            "/facts/" + UriUtils.encodePathSegment(name, "UTF-8"),
            "读入 %d 行：新记录 %d 条，写入事实 %d 项；原来的值都保留在历史里"
                .formatted(taken.rows(), taken.records(), taken.values()))
        : page(entity, person, source, document, taken.complaints());
  }

  private Answer page(
      Entity entity, Person person, String source, String document, List<String> complaints) {
    var counts =
        store.counts().stream()
            .collect(Collectors.toMap(FactStore.Count::entity, FactStore.Count::count));
    var held =
        laws.inForce().entities().stream()
            .map(one -> new IntakePage.Held(one.name(), counts.getOrDefault(one.name(), 0L)))
            .toList();
    return new Answer.Page(
        "数据导入",
        "fact/intake",
        new IntakePage(
            held,
            held.get(entity.index()),
            columns(entity),
            person.is(Role.REVIEWER),
            source,
            document,
            complaints));
  }

  private static List<IntakePage.Column> columns(Entity entity) {
    var columns = new ArrayList<IntakePage.Column>();
    columns.add(new IntakePage.Column("标识", "每条记录一个，不重复", true));
    if (entity.parent() != null) {
      var above = entity.parent().name();
      columns.add(new IntakePage.Column(above, "它属于哪个" + above + "，写" + above + "的标识", true));
    }
    if (entity.yearly()) {
      columns.add(new IntakePage.Column("年度", "四位数字，如 2025", true));
    }
    entity.fields().forEach(field -> columns.add(column(field)));
    return columns;
  }

  private static IntakePage.Column column(Field field) {
    var expects =
        switch (field.type()) {
          case Type.Flag _ -> "是或否";
          case Type.Day _ -> "日期，如 2026-06-30";
          case Type.Choice(var words) -> String.join("、", words) + " 之一";
          case Type.Reference _ -> "文字";
          case Type.Amount _ -> {
            var unit = Inputs.of("", field, "", "").unit();
            yield unit.isEmpty() ? "数" : "数（" + unit + "）";
          }
        };
    return new IntakePage.Column(field.name(), expects, false);
  }

  private Entity entity(String name) {
    var entity = laws.inForce().entity(name);
    if (entity == null) {
      throw new Missing("政策里没有主体“" + name + "”；请从“数据导入”进入");
    }
    return entity;
  }
}
