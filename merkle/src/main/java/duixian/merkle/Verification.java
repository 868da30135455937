package duixian.merkle;

import java.util.List;

/// What an offline check of an export found: every head recomputed from the leaves and its
/// signature checked, so an entry that was changed, moved, added or left out shows.
public record Verification(long entries, int heads, List<String> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean isSound() {
    return faults.isEmpty();
  }

  public static Verification of(Export.Content content) {
    var faults = new java.util.ArrayList<String>();
    if (content.heads().isEmpty()) {
      faults.add("没有签名的树头，无法证明日志没有改动");
    }
    var tree = new Tree();
    var known = 0L;
    for (var head : content.heads()) {
      if (!head.isSignedBy(content.key())) {
        faults.add("第 " + head.size() + " 条处的树头签名不对");
      }
      if (head.size() < known) {
        faults.add("树头的条数从 " + known + " 减到 " + head.size());
        continue;
      }
      known = head.size();
      if (head.size() > content.leaves().size()) {
        faults.add("树头有 " + head.size() + " 条，文件里只有 " + content.leaves().size() + " 条");
        continue;
      }
      while (tree.size() < head.size()) {
        tree.add(Export.hash(content.leaves().get((int) tree.size())));
      }
      if (!tree.root().equals(head.root())) {
        faults.add("前 " + head.size() + " 条与签名的树头不一致：其中有改动");
      }
    }
    if (content.leaves().size() > known) {
      faults.add("最后 " + (content.leaves().size() - known) + " 条没有签名的树头");
    }
    return new Verification(content.leaves().size(), content.heads().size(), faults);
  }
}
