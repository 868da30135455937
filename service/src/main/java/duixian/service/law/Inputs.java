package duixian.service.law;

import duixian.policy.model.Type;
import duixian.policy.value.Dimension;
import duixian.service.site.Field;
import java.util.List;

/// The input of a form for a fact of the policy.
public final class Inputs {
  private Inputs() {}

  public static Field of(String name, duixian.policy.model.Field fact, String value, String note) {
    return switch (fact.type()) {
      case Type.Flag _ -> new Field(name, fact.name(), Field.Kind.FLAG, value, List.of(), "", note);
      case Type.Day _ -> new Field(name, fact.name(), Field.Kind.DAY, value, List.of(), "", note);
      case Type.Choice(var words) ->
          new Field(name, fact.name(), Field.Kind.CHOICE, value, words, "", note);
      case Type.Reference _ ->
          new Field(name, fact.name(), Field.Kind.TEXT, value, List.of(), "", note);
      case Type.Amount(var dimension) ->
          new Field(name, fact.name(), Field.Kind.NUMBER, value, List.of(), unit(dimension), note);
    };
  }

  private static String unit(Dimension dimension) {
    if (dimension.isMoney()) {
      return "元，可写 800万元";
    }
    if (dimension.equals(Dimension.RATIO)) {
      return "比例，可写 20%";
    }
    return dimension.open() ? "" : dimension.text();
  }
}
