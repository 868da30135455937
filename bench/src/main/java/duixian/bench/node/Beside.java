package duixian.bench.node;

/// Another server of the protocol that already runs on this machine, to be measured in the same
/// run: `process:udp:tcp:http`. It lets anybody create under
/// [duixian.bench.node.request.Identifiers#PREFIX].
record Beside(long pid, int udp, int tcp, int http) implements Server {
  static Beside parse(String written) {
    var parts = written.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("--beside 须为 进程号:UDP端口:TCP端口:HTTP端口，这里是 " + written);
    }
    return new Beside(
        Long.parseLong(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }
}
