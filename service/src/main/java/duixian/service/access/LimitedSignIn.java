package duixian.service.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Checks a password unless there were too many wrong ones: then LockedException, before any look
/// at the password.
record LimitedSignIn(AuthenticationProvider passwords, SignInAttempts attempts)
    implements AuthenticationProvider {
  @Override
  public @Nullable Authentication authenticate(Authentication asked) {
    var address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    if (attempts.isBlocked(asked.getName(), address)) {
      throw new LockedException("too many attempts");
    }
    try {
      var answer = passwords.authenticate(asked);
      attempts.succeeded(asked.getName(), address);
      return answer;
    } catch (BadCredentialsException e) {
      attempts.failed(asked.getName(), address);
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
