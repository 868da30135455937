package duixian.service.claim.web.officer;

import duixian.policy.eval.Allowance;
import duixian.service.budget.Accounts;
import duixian.service.claim.Claim;
import duixian.service.claim.Claims;
import duixian.service.claim.Room;
import duixian.service.claim.Rooms;
import duixian.service.party.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Caps before and after a grant, and the consequence of the order in which claims compete.
@Component
class RoomReading {
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
        rivals(room, claim, used, names));
  }

  /// In the order in which they compete, this claim among them, until the account is empty.
  private List<CasePage.RivalRow> rivals(Room room, Claim claim, long used, Names names) {
    if (room.allowance().kind() != Allowance.Kind.FEN || room.rivals().isEmpty()) {
      return List.of();
    }
    var cases =
        claims.all(room.rivals().stream().map(Room.Rival::claim).toList()).stream()
            .collect(Collectors.toMap(Claim::id, Function.identity()));
    names.read(room.rivals().stream().map(Room.Rival::unit).toList());
    var left = Math.max(0, room.allowance().most() - used);
    var rows = new ArrayList<CasePage.RivalRow>();
    for (var rival : room.rivals()) {
      var before = isBefore(cases, rival, claim);
      var own = before ? 0 : Math.min(left, claim.ceiling() == null ? 0 : claim.ceiling());
      var rest = Math.clamp(left - own, 0, rival.ceiling());
      rows.add(
          new CasePage.RivalRow(
              rival.number(), names.unit(rival.unit()), rival.ceiling(), before, rest));
      left = before ? Math.max(0, left - rival.ceiling()) : left;
    }
    return rows;
  }

  private static final Comparator<Claim> ORDER =
      Comparator.comparing((Claim one) -> one.acceptedAt() == null ? Instant.MAX : one.acceptedAt())
          .thenComparing(Claim::number);

  private static boolean isBefore(Map<Long, Claim> cases, Room.Rival rival, Claim claim) {
    var other = cases.get(rival.claim());
    return other != null && ORDER.compare(other, claim) < 0;
  }
}
