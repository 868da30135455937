package duixian.cli.read;

import duixian.policy.facts.FactsBuilder;
import duixian.policy.facts.Origin;
import duixian.policy.facts.TableBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// One CSV: the header names the slots, every further record is a record of the 主体.
final class CsvTable {
  private final String file;
  private final String entity;
  private final FactsBuilder builder;
  private final CsvRecords csv;

  CsvTable(String file, String entity, FactsBuilder builder, CsvRecords csv) {
    this.file = file;
    this.entity = entity;
    this.builder = builder;
    this.csv = csv;
  }

  void read() throws IOException {
    var table = builder.table(entity, Origin.lines(file));
    if (table == null) {
      return;
    }
    if (!csv.next()) {
      FactsReader.refuse(builder, file, "是空文件；第一行请写字段名，如 标识");
      return;
    }
    var names = names();
    var repeated = Header.repeated(names);
    if (names.size() == 1 && isSeparatedOtherwise(names.getFirst())) {
      FactsReader.refuse(builder, file, "的列不是用英文逗号隔开的；请另存为逗号分隔的 CSV UTF-8");
    } else if (repeated != null) {
      FactsReader.refuse(builder, file, "的表头里“" + repeated + "”出现了两次；请只留一列");
    } else {
      records(table, Header.slots(names, table));
    }
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < csv.cells(); i++) {
      names.add(csv.cell(i).toString().strip());
    }
    return names;
  }

  private static boolean isSeparatedOtherwise(String header) {
    return header.contains(";") || header.contains("\t") || header.contains("，");
  }

  private void records(TableBuilder table, int[] slots) throws IOException {
    while (csv.next()) {
      var cells = csv.cells();
      if (isBlankFrom(0, cells)) {
        continue; // spreadsheets leave rows of bare commas behind
      }
      if (cells < slots.length || !isBlankFrom(slots.length, cells)) {
        FactsReader.refuse(
            builder,
            file,
            "第 %d 行有 %d 格，表头有 %d 格；含逗号或换行的文字请用英文引号括起来".formatted(csv.line(), cells, slots.length));
      } else {
        record(table, slots);
      }
    }
  }

  private void record(TableBuilder table, int[] slots) {
    table.begin(csv.line());
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != Header.NAMELESS) {
        table.text(slots[i], csv.cell(i));
      } else if (!csv.cell(i).isEmpty()) {
        table.stray("第 " + (i + 1) + " 列");
      }
    }
    table.end();
  }

  private boolean isBlankFrom(int first, int cells) {
    for (int i = first; i < cells; i++) {
      if (!csv.cell(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
