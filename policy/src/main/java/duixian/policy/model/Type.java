package duixian.policy.model;

import duixian.policy.value.Dimension;
import java.util.List;

/// What an expression yields.
public sealed interface Type {
  Type FLAG = new Flag();
  Type DAY = new Day();
  Type MONEY = new Amount(Dimension.MONEY);
  Type RATIO = new Amount(Dimension.RATIO);
  Type COUNT = new Amount(Dimension.COUNT);

  /// How a policy's author calls it.
  String text();

  /// 金额, 比例, 数量, 单价, 面积, 时长: told apart by dimension.
  record Amount(Dimension dimension) implements Type {
    @Override
    public String text() {
      return dimension.text();
    }
  }

  /// 是否.
  record Flag() implements Type {
    @Override
    public String text() {
      return "是否";
    }
  }

  /// 日期.
  record Day() implements Type {
    @Override
    public String text() {
      return "日期";
    }
  }

  /// One of the words; a value is the word's position.
  record Choice(List<String> words) implements Type {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return "{" + String.join("、", words) + "}";
    }
  }

  /// 标识 with an empty `entity`; else a record of that entity.
  record Reference(String entity) implements Type {
    @Override
    public String text() {
      return entity.isEmpty() ? "标识" : entity;
    }
  }
}
