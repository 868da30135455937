package duixian.handle.value;

/// Who may administer and what: the data of a value of type `HS_ADMIN` (RFC 3651, section 3.2.1).
public record AdminRecord(int permissions, Reference administrator) {
  public static final String TYPE = "HS_ADMIN";

  public static final int ADD_HANDLE = 1;
  public static final int DELETE_HANDLE = 1 << 1;
  public static final int ADD_PREFIX = 1 << 2;
  public static final int DELETE_PREFIX = 1 << 3;
  public static final int MODIFY_VALUE = 1 << 4;
  public static final int REMOVE_VALUE = 1 << 5;
  public static final int ADD_VALUE = 1 << 6;
  public static final int MODIFY_ADMIN = 1 << 7;
  public static final int REMOVE_ADMIN = 1 << 8;
  public static final int ADD_ADMIN = 1 << 9;
  public static final int READ_VALUE = 1 << 10;
  public static final int LIST_HANDLES = 1 << 11;
  public static final int ALL = (1 << 12) - 1;

  public static AdminRecord read(byte[] data) {
    var in = new Input(data);
    return new AdminRecord(in.int2(), new Reference(in.text(), in.int4()));
  }

  public byte[] toBytes() {
    var out = new Output(64).int2(permissions);
    administrator.write(out);
    return out.toBytes();
  }

  public boolean allows(int permission) {
    return (permissions & permission) == permission;
  }
}
