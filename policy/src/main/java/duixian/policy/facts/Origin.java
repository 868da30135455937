package duixian.policy.facts;

/// Where the records of a table were read: the file (with its sheet or key), and how a record's
/// number is said there.
public record Origin(String file, String before, String after) {
  /// `企业项目.csv:12`: the number is a line of a text file.
  public static Origin lines(String file) {
    return new Origin(file, ":", "");
  }

  /// `事实.xlsx 企业项目 第12行`: the number is a row of a sheet.
  public static Origin rows(String file, String sheet) {
    return new Origin(file + " " + sheet, " 第", "行");
  }

  /// `事实.json 企业项目 第3条`: the number counts records from 1.
  public static Origin records(String file, String key) {
    return new Origin(file + " " + key, " 第", "条");
  }

  String at(int number) {
    return file + before + number + after;
  }

  /// The place inside the file alone: `第12行`.
  String position(int number) {
    return "第" + number + (after.isEmpty() ? "行" : after);
  }
}
