package duixian.service.search;

import duixian.service.party.Person;
import duixian.service.site.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchPages {
  private final Search search;

  SearchPages(Search search) {
    this.search = search;
  }

  @GetMapping("/search")
  Answer search(@RequestParam(name = "q", defaultValue = "") String text, @Nullable Person reader) {
    return new Answer.Page("查找", "search/search", search.of(text, reader));
  }
}
