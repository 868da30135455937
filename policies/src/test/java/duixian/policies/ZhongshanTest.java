package duixian.policies;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import duixian.policy.Compiled;
import duixian.policy.PolicyFolder;
import duixian.policy.model.Award;
import duixian.policy.model.Cap;
import duixian.policy.model.Entity;
import duixian.policy.model.Policy;
import duixian.policy.model.Reading;
import duixian.policy.model.Target;
import duixian.policy.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ZhongshanTest {
  private static final Compiled COMPILED = PolicyFolder.compile(Shelf.ZHONGSHAN);
  private static final Policy POLICY = requireNonNull(COMPILED.policy());

  @Test
  void theOfficialTextIsTheDraftByteForByte() throws IOException, NoSuchAlgorithmException {
    var text = Files.readAllBytes(Shelf.ZHONGSHAN.resolve("official.txt"));
    var digest = MessageDigest.getInstance("SHA-256").digest(text);

    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo("969b247bc9026aa08d7378b275532821b2dbc92588e0d77e7dae65df11a9b78e");
  }

  @Test
  void theAwardsStandInTheOrderOfTheText() {
    assertThat(POLICY.awards())
        .extracting(award -> award.clause() + " " + award.name())
        .containsExactly(
            "二（一） 平台落地奖励",
            "二（二） 租金奖励",
            "二（二） 展示中心奖励",
            "二（三） 示范产线奖励",
            "三 集群专业平台奖励",
            "四（一） 标杆应用示范奖励",
            "四（二） 示范工厂奖励",
            "四（二） 共享工厂奖励",
            "四（二） 协同工厂奖励",
            "四（三） 数字化车间奖励",
            "四（四） 企业数字化转型奖励",
            "四（五） 活跃企业奖励",
            "五 工业APP奖励",
            "五 工业软件奖励",
            "五 生态企业租金奖励",
            "五 国家级APP解决方案奖励",
            "六 节点配套奖励",
            "六 节点突破奖励",
            "七 CIO培训奖励",
            "八 园区基础设施补助",
            "九 集群试点奖励",
            "十 一事一议奖补");
  }

  @Test
  void sixCeilingsReachAcrossAwards() {
    assertThat(POLICY.caps())
        .extracting(Cap::name)
        .containsExactly("租金年度总额", "四款年度总额", "APP年度总额", "软件年度总额", "节点各级财政资助总额", "企业项目各级财政资助总额");
  }

  @Test
  void theTargetsOfArticleOneAreTracked() {
    assertThat(POLICY.targets())
        .extracting(Target::name)
        .containsExactly(
            "标杆平台",
            "标识解析节点",
            "骨干企业应用示范项目",
            "数字化示范车间",
            "数字化转型企业",
            "中央工厂",
            "CIO培训人次",
            "产业集群数字化转型试点",
            "产业集群专业平台");
  }

  @Test
  void onlyAParkIsNoChildOfAPlatform() {
    assertThat(POLICY.entities())
        .filteredOn(entity -> entity.parent() == null)
        .extracting(Entity::name)
        .containsExactly("平台", "园区项目");
  }

  @Test
  void everyAwardWithAFormulaIsPaidRefusedAndLeftOpenByAnExample() {
    var undetermined = List.of("CIO培训奖励", "园区基础设施补助");

    assertThat(POLICY.awards())
        .extracting(Award::name)
        .filteredOn(name -> !undetermined.contains(name))
        .allSatisfy(name ->
            assertThat(expectations(name))
                .anyMatch(value -> Character.isDigit(value.charAt(0)))
                .contains("缺事实"))
        .allSatisfy(name -> assertThat(expectations(name)).contains("不符合"));
    assertThat(undetermined).allSatisfy(name -> assertThat(expectations(name)).contains("待定"));
  }

  @Test
  void everyCeilingCutsInAnExample() {
    var ceilings =
        Stream.concat(
            POLICY.caps().stream().map(Cap::name),
            POLICY.awards().stream()
                .filter(award -> !award.name().equals("CIO培训奖励"))
                .flatMap(award -> award.limits().stream())
                .map(Award.Limit::name));

    assertThat(ceilings)
        .isNotEmpty()
        .allSatisfy(name ->
            assertThat(entries())
                .anyMatch(entry -> entry.value().text().matches(".*封顶.*\\Q" + name + "\\E.*")));
  }

  @Test
  void everySwitchIsTurnedInAnExample() {
    assertThat(POLICY.readings())
        .filteredOn(Reading::isSwitch)
        .extracting(Reading::name)
        .filteredOn(name -> !name.equals("转型企业口径"))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(entries()).anyMatch(entry -> entry.name().equals("解释点 " + name)));
  }

  @Test
  void everyReadingAsksAnswersAndSaysWhy() {
    assertThat(POLICY.readings())
        .isNotEmpty()
        .allSatisfy(reading ->
            assertThat(List.of(reading.question(), reading.decision(), reading.reason()))
                .noneMatch(String::isBlank));
  }

  private static List<String> expectations(String award) {
    return entries().stream()
        .filter(entry -> entry.name().split("\\s", 2)[0].equals(award))
        .map(entry -> entry.value().text().strip())
        .toList();
  }

  private static List<Statement.Entry> entries() {
    return COMPILED.examples().stream().flatMap(e -> e.entries().stream()).toList();
  }
}
