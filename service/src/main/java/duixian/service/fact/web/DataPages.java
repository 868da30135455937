package duixian.service.fact.web;

import duixian.policy.model.Entity;
import duixian.service.fact.contest.Contests;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import duixian.service.site.Paging;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class DataPages {
  private static final int SIZE = 50;

  private final UnitRecords records;
  private final Contests contests;

  DataPages(UnitRecords records, Contests contests) {
    this.records = records;
    this.contests = contests;
  }

  @GetMapping("/my-data")
  Answer data(
      @RequestParam(name = "entity", defaultValue = "") String name,
      @RequestParam(name = "page", defaultValue = "1") int number,
      @RequestParam(name = "format", required = false) @Nullable String format,
      Person person) {
    var own = records.of(person.organisation());
    if (own.isEmpty()) {
      throw new Missing("市里还没有贵单位的数据；申报时填写的会出现在这里");
    }
    var entity =
        own.keySet().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseGet(() -> own.keySet().iterator().next());
    var all = of(own, entity);
    var size = "xlsx".equals(format) ? Math.max(1, all.rows().size()) : SIZE;
    var paging = Paging.of(all.rows().size(), number, size);
    var shown = paging.cut(all.rows()).stream().map(row -> row(entity, all, row)).toList();
    return new Answer.Page(
        "我的数据",
        "fact/data",
        new DataPage(
            own.entrySet().stream()
                .map(one -> new DataPage.Tab(one.getKey().name(), one.getValue().rows().size()))
                .toList(),
            entity.name(),
            entity.fields().stream().map(field -> field.name()).toList(),
            shown,
            paging,
            contests.of(person.organisation()).stream().map(records::shown).toList()));
  }

  private static UnitRecords.Own of(Map<Entity, UnitRecords.Own> own, Entity entity) {
    return java.util.Objects.requireNonNull(own.get(entity));
  }

  private static DataPage.Row row(Entity entity, UnitRecords.Own own, int row) {
    return new DataPage.Row(
        own.table().id(row),
        entity.yearly() ? Integer.toString(own.table().year(row)) : "",
        entity.fields().stream()
            .map(field -> UnitRecords.text(own.facts(), field, own.table().value(field, row)))
            .toList());
  }
}
