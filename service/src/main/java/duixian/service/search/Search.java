package duixian.service.search;

import duixian.service.access.RightsTable;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.law.Laws;
import duixian.service.law.Passages;
import duixian.service.notice.Notices;
import duixian.service.party.Organisation;
import duixian.service.party.Parties;
import duixian.service.party.Person;
import duixian.service.party.Role;
import duixian.service.search.SearchPage.Group;
import duixian.service.search.SearchPage.Hit;
import duixian.service.site.Shown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks a text up in all that a person may see; nobody in particular sees what is public.
@Component
class Search {
  static final int MOST = 20;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{8,64}");

  private final RightsTable rights;
  private final Laws laws;
  private final Notices notices;
  private final Parties parties;
  private final Claims claims;
  private volatile @Nullable Read read;

  private record Read(String policy, List<Passages.Passage> passages) {}

  Search(RightsTable rights, Laws laws, Notices notices, Parties parties, Claims claims) {
    this.rights = rights;
    this.laws = laws;
    this.notices = notices;
    this.parties = parties;
    this.claims = claims;
  }

  SearchPage of(String typed, @Nullable Person reader) {
    var text = typed.strip();
    if (text.length() < SHORTEST) {
      return new SearchPage(text, "请写两个字以上：条款里的词、单位、申报号，或文件的 SHA-256（至少前 8 位）", List.of());
    }
    if (text.length() > LONGEST) {
      return new SearchPage("", "要找的文字太长了；最多 100 个字", List.of());
    }
    var groups = new ArrayList<Group>();
    if (reader != null) {
      groups.add(new Group("申报", "Cases", cases(text, reader)));
      groups.add(new Group("单位", "Units", units(text, reader)));
      groups.add(new Group("文件", "Files", files(text, reader)));
    }
    groups.add(new Group("条款", "Clauses", clauses(text)));
    groups.add(new Group("公示", "Notices", inNotices(text)));
    return new SearchPage(
        text, "", groups.stream().filter(group -> !group.hits().isEmpty()).toList());
  }

  private List<Hit> clauses(String text) {
    return passages().stream()
        .filter(passage -> contains(passage.words(), text))
        .limit(MOST)
        .map(passage ->
            Hit.of("/policy#" + encoded(passage.anchor()), passage.words(), text, passage.kind()))
        .toList();
  }

  /// Parsed once for each version of the policy.
  private List<Passages.Passage> passages() {
    var policy = laws.inForce();
    var known = read;
    if (known == null || !known.policy().equals(policy.version())) {
      known = new Read(policy.version(), Passages.of(policy));
      read = known;
    }
    return known.passages();
  }

  private List<Hit> inNotices(String text) {
    return notices.search(text, MOST).stream()
        .map(one ->
            Hit.of(
                "/notices/" + one.id(),
                one.title() + (one.line().isEmpty() ? "" : "：" + one.line()),
                text,
                Shown.day(one.opens()) + " 至 " + Shown.day(one.closes())))
        .toList();
  }

  private List<Hit> cases(String text, Person reader) {
    var own =
        isApplicant(reader)
            ? claims.ofUnit(reader.organisation()).stream()
                .filter(claim -> contains(words(claim), text))
                .limit(MOST)
                .map(claim -> Hit.of("/my-claims/" + claim.id(), words(claim), text, claim.step()))
            : Stream.<Hit>empty();
    var others =
        isOfficer(reader)
            ? claims.search(reader, "", text, MOST, Long.MAX_VALUE).stream()
                .map(claim ->
                    Hit.of(
                        "/cases/" + claim.number(),
                        words(claim),
                        text,
                        claim.step() + " · " + claim.unit()))
            : Stream.<Hit>empty();
    return Stream.concat(own, others).toList();
  }

  private static String words(Claim claim) {
    return "%s %s %s %s %d年"
        .formatted(claim.number(), claim.award(), claim.entity(), claim.object(), claim.year());
  }

  private List<Hit> units(String text, Person reader) {
    if (reader.is(Role.ADMINISTRATOR)) {
      return units(text, "", "/settings/people?q=");
    }
    if (rights.allows("/accounts", reader)) {
      return units(text, "", "/cases?q=");
    }
    if (reader.is(Role.TOWNSHIP)) {
      return units(text, reader.organisation(), "/cases?q=");
    }
    return isApplicant(reader)
        ? parties.organisation(reader.organisation()).stream()
            .filter(unit -> contains(unit.id() + " " + unit.name(), text))
            .map(unit -> hit("/my-data", unit, text))
            .toList()
        : List.of();
  }

  private List<Hit> units(String text, String town, String path) {
    return parties.search(text, town, MOST).stream()
        .map(unit -> hit(path + encoded(unit.name()), unit, text))
        .toList();
  }

  private static Hit hit(String path, Organisation unit, String text) {
    var town = unit.town();
    return Hit.of(
        path,
        unit.id().equals(unit.name()) ? unit.name() : unit.id() + " " + unit.name(),
        text,
        unit.kind() + (town == null ? "" : " · " + town));
  }

  /// Cases that hold a file with that hash, or one that begins so.
  private List<Hit> files(String text, Person reader) {
    if (!HASH.matcher(text).matches()) {
      return List.of();
    }
    Predicate<Claims.Kept> visible = kept -> claims.isVisible(kept.claim(), reader);
    return claims.holding(text.toLowerCase(Locale.ROOT), MOST).stream()
        .filter(visible)
        .map(kept ->
            Hit.of(
                isOfficer(reader)
                    ? "/cases/" + kept.claim().number()
                    : "/my-claims/" + kept.claim().id(),
                kept.name() + " " + kept.evidence(),
                text,
                "申报 " + kept.claim().number()))
        .toList();
  }

  private static boolean isApplicant(Person reader) {
    return reader.is(Role.APPLICANT);
  }

  private boolean isOfficer(Person reader) {
    return rights.allows("/cases", reader);
  }

  private static boolean contains(String words, String text) {
    return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
