package duixian.policies;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.PolicyFolder;
import duixian.policy.eval.Targets;
import duixian.policy.model.Policy;
import duixian.policy.model.Run;
import duixian.policy.trace.Progress;
import duixian.policy.trace.Progress.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  private static final Policy POLICY =
      requireNonNull(PolicyFolder.compile(Shelf.ZHONGSHAN).policy());

  @ParameterizedTest
  @CsvSource({
    "标杆平台, 2, 平台, 类别 标杆平台",
    "标识解析节点, 1, 平台, 是节点平台 是",
    "骨干企业应用示范项目, 30, 企业项目, 类型 标杆应用示范；应用企业 E#；项目验收 是",
    "数字化示范车间, 40, 企业项目, 类型 数字化车间；项目验收 是；已认定 是",
    "数字化转型企业, 3500, 企业项目, 类型 企业数字化转型；应用企业 E#；项目验收 是",
    "中央工厂, 1, 企业项目, 类型 数字化示范工厂；项目验收 是；已认定 是",
    "CIO培训人次, 300, CIO培训, 培训人数 1",
    "产业集群数字化转型试点, 3, 集群试点, 集群名称 C#；整体解决方案论证 是",
    "产业集群专业平台, 3, 集群专业平台, 建设方案论证 是",
  })
  void aTargetIsReachedAtItsNumberAndNotBefore(
      String target, int number, String entity, String fields) {
    var short1 = city(entity).with(number - 1, entity, inCity(entity, fields));
    var reached = city(entity).with(number, entity, inCity(entity, fields));

    assertThat(progress(target, short1).state()).isEqualTo(State.SHORT);
    assertThat(progress(target, reached).state()).isEqualTo(State.REACHED);
  }

  @ParameterizedTest
  @CsvSource({
    "骨干企业应用示范项目, 30, 类型 标杆应用示范；应用企业 甲；项目验收 是",
    "骨干企业应用示范项目, 30, 类型 标杆应用示范；应用企业 E#；项目验收 否",
    "骨干企业应用示范项目, 30, 类型 标杆应用示范；应用企业 E#",
    "骨干企业应用示范项目, 30, 类型 数字化车间；应用企业 E#；项目验收 是",
    "数字化示范车间, 40, 类型 数字化车间；项目验收 是；已认定 否",
    "数字化示范车间, 40, 类型 数字化车间；项目验收 是",
    "数字化转型企业, 3500, 类型 企业数字化转型；应用企业 甲；项目验收 是",
    "数字化转型企业, 3500, 类型 企业数字化转型；项目验收 是",
  })
  void whatIsNotOnRecordOrCountedTwiceReachesNothing(String target, int number, String fields) {
    var city = city("企业项目").with(number, "企业项目", inCity("企业项目", fields));

    assertThat(progress(target, city).state()).isEqualTo(State.SHORT);
  }

  private static Progress progress(String target, Records city) {
    var run = Run.of(POLICY, POLICY.expires());
    return Targets.measure(run, city.facts()).stream()
        .filter(progress -> progress.target().name().equals(target))
        .findFirst()
        .orElseThrow();
  }

  /// A platform to own the records, unless platforms are what is counted.
  private static Records city(String counted) {
    var records = new Records(POLICY);
    return counted.equals("平台") ? records : records.with(1, "平台", "名称 某平台");
  }

  private static String inCity(String entity, String fields) {
    return entity.equals("平台") ? fields : "平台 平台0；" + fields;
  }
}
