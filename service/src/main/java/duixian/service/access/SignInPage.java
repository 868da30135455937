package duixian.service.access;

import java.util.List;

/// The sign-in page, `stale` when a form was handed in without a session; `accounts` are shown in
/// the demo alone.
public record SignInPage(
    boolean wrong, boolean stale, List<Accounts> accounts, List<Issuer> issuers) {
  public SignInPage {
    accounts = List.copyOf(accounts);
    issuers = List.copyOf(issuers);
  }

  /// Some accounts of a role.
  public record Accounts(String role, List<String> ids) {
    public Accounts {
      ids = List.copyOf(ids);
    }
  }

  /// Another place to sign in at.
  public record Issuer(String name, String path) {}
}
