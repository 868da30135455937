package duixian.handle.message;

/// What stands between header and credential.
public sealed interface Body permits Request, Answer {}
