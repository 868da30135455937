package duixian.service.claim.web.officer;

import duixian.policy.eval.Allowance;
import duixian.service.budget.Accounts;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.room.Room;
import duixian.service.claim.room.Rooms;
import duixian.service.party.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Caps before and after a grant, and the consequence of the order in which claims compete.
@Component
class RoomReading {
  private static final Comparator<Claim> ORDER =
      Comparator.comparing((Claim one) -> one.acceptedAt() == null ? Instant.MAX : one.acceptedAt())
          .thenComparing(Claim::number);

  private final Claims claims;
  private final Rooms rooms;
  private final Accounts accounts;

  RoomReading(Claims claims, Rooms rooms, Accounts accounts) {
    this.claims = claims;
    this.rooms = rooms;
    this.accounts = accounts;
  }

  /// What can be granted now, or was.
  long most(Claim claim) {
    var granted = claim.granted();
    return granted == null ? rooms.ceiling(claim).fen() : granted;
  }

  List<CasePage.RoomRow> of(Claim claim, long most, Names names) {
    var reserved =
        accounts.of(claim.id()).stream().map(account -> account.name() + account.key()).toList();
    return rooms.of(claim).stream()
        .map(room -> row(room, claim, most, reserved.contains(name(room)), names))
        .toList();
  }

  private static String name(Room room) {
    return room.allowance().name() + room.key();
  }

  private CasePage.RoomRow row(Room room, Claim claim, long most, boolean reserved, Names names) {
    var money = room.allowance().kind() == Allowance.Kind.FEN;
    var takes = money ? most : most > 0 ? 1 : 0;
    var used = reserved ? room.used() - takes : room.used();
    return new CasePage.RoomRow(
        room.allowance().name(),
        room.key(),
        money,
        room.allowance().most(),
        used,
        takes,
        reserved,
        reserved ? List.of() : rivals(room, claim, used, takes, names));
  }

  /// In the order in which they compete, this claim among them; empty when nobody else wants it.
  private List<CasePage.RivalRow> rivals(
      Room room, Claim claim, long used, long takes, Names names) {
    if (room.rivals().isEmpty()) {
      return List.of();
    }
    var others = claims.all(room.rivals().stream().map(Room.Rival::claim).toList());
    var all = Stream.concat(others.stream(), Stream.of(claim)).sorted(ORDER).toList();
    names.read(all.stream().map(Claim::unit).toList());
    var left = Math.max(0, room.allowance().most() - used);
    var rest = Math.max(0, left - takes);
    var rows = new ArrayList<CasePage.RivalRow>();
    for (var one : all) {
      var own = one.id() == claim.id();
      var wants = wants(room, one);
      var inOrder = Math.min(left, wants);
      var now = own ? takes : Math.min(rest, wants);
      left -= inOrder;
      rest -= own ? 0 : now;
      rows.add(
          new CasePage.RivalRow(one.number(), names.unit(one.unit()), own, wants, inOrder, now));
    }
    return rows;
  }

  private static long wants(Room room, Claim claim) {
    var ceiling = claim.ceiling();
    if (ceiling == null) {
      return 0;
    }
    return switch (room.allowance().kind()) {
      case FEN -> ceiling;
      case PLACES -> 1;
    };
  }
}
