package duixian.service.fact.web;

import duixian.service.fact.EvidenceFiles;
import duixian.service.fact.contest.Contests;
import duixian.service.party.Person;
import duixian.service.site.Answer;
import duixian.service.site.Missing;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office's side of contested facts.
@Controller
class ContestPages {
  private final Contests contests;
  private final UnitRecords records;
  private final EvidenceFiles files;

  ContestPages(Contests contests, UnitRecords records, EvidenceFiles files) {
    this.contests = contests;
    this.records = records;
    this.files = files;
  }

  @GetMapping("/contests")
  Answer open() {
    return new Answer.Page(
        "数据异议",
        "fact/contests",
        new ContestsPage(contests.open().stream().map(records::shown).toList()));
  }

  @GetMapping("/contests/{id}/evidence")
  Answer evidence(@PathVariable("id") long id) {
    var hash =
        contests.open().stream()
            .filter(one -> one.id() == id)
            .map(Contests.Contest::evidence)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new Missing("这件异议没有凭证，或已经办结"));
    var file = files.file(hash);
    return new Answer.Download(file.name(), file.media(), out -> out.write(files.content(hash)));
  }

  @PostMapping("/contests/{id}")
  Answer settle(
      @PathVariable("id") long id,
      @RequestParam(name = "accepted") boolean accepted,
      @RequestParam(name = "answer", defaultValue = "") String answer,
      Person person) {
    if (answer.isBlank()) {
      return new Answer.Redirect("/contests", "请写明答复", true);
    }
    return contests.settle(id, accepted, answer.strip(), person.id())
        ? new Answer.Redirect("/contests", accepted ? "已采纳，数据已按异议更正" : "已答复，数据不变")
        : new Answer.Redirect("/contests", "这件异议已经办结", true);
  }
}
