package duixian.handle.value;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where a service listens: the data of a value of type `HS_SITE` (RFC 3651, section 3.2.2).
public record SiteInfo(
    int serial,
    boolean primary,
    byte hashOption,
    Map<String, String> attributes,
    List<Server> servers) {
  public static final String TYPE = "HS_SITE";

  private static final int FORMAT = 1;
  private static final int PRIMARY = 0x80;

  /// One machine; the address has 16 bytes, an IPv4 address in the last four.
  @SuppressWarnings("ArrayRecordComponent")
  public record Server(int id, byte[] address, byte[] publicKey, List<Interface> interfaces) {}

  /// Whom a port serves: administration is 1, resolution 2, both 3.
  public record Interface(byte services, Transport transport, int port) {
    public static final byte BOTH = 3;
  }

  /// With their numbers on the wire.
  public enum Transport {
    UDP(0),
    TCP(1),
    HTTP(2),
    HTTPS(3);

    private final int code;

    Transport(int code) {
      this.code = code;
    }
  }

  public byte[] toBytes() {
    var out = new Output(128).int2(FORMAT).int1(2).int1(11).int2(serial);
    out.int1(primary ? PRIMARY : 0).int1(hashOption).text("").int4(attributes.size());
    new TreeMap<>(attributes).forEach((name, value) -> out.text(name).text(value));
    out.list(servers, SiteInfo::write);
    return out.toBytes();
  }

  private static void write(Server server, Output out) {
    out.int4(server.id).raw(server.address).block(server.publicKey);
    out.list(
        server.interfaces,
        (each, to) -> to.int1(each.services).int1(each.transport.code).int4(each.port));
  }

  public static SiteInfo read(byte[] data) {
    var in = new Input(data);
    var format = in.int2();
    if (format != FORMAT) {
      throw new Malformed("site format must be 1, was " + format);
    }
    in.int2();
    var serial = in.int2();
    var primary = (in.int1() & PRIMARY) != 0;
    var hashOption = in.int1();
    in.block();
    var attributes = new TreeMap<String, String>();
    in.list(8, each -> attributes.put(each.text(), each.text()) == null);
    return new SiteInfo(serial, primary, hashOption, attributes, in.list(28, SiteInfo::server));
  }

  private static Server server(Input in) {
    return new Server(in.int4(), in.raw(16), in.block(), in.list(6, SiteInfo::endpoint));
  }

  private static Interface endpoint(Input in) {
    var services = in.int1();
    var code = in.int1();
    for (var transport : Transport.values()) {
      if (transport.code == code) {
        return new Interface(services, transport, in.int4());
      }
    }
    throw new Malformed("transport must be 0..3, was " + code);
  }
}
