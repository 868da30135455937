package duixian.handle.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Takes commands from other processes of this machine. A request is its words, one a line, and an
/// empty line; the answer is text, its last line `exit` and a number.
public final class Control implements AutoCloseable {
  private static final String EXIT = "\u0000exit ";

  /// Runs a command, writes what a user reads and answers the exit code.
  @FunctionalInterface
  public interface Handler {
    int run(List<String> words, PrintWriter out);
  }

  private final ServerSocketChannel server;
  private final Path socket;
  private final Handler handler;

  private Control(ServerSocketChannel server, Path socket, Handler handler) {
    this.server = server;
    this.socket = socket;
    this.handler = handler;
  }

  /// Opens the door in this directory, for its owner only. One command at a time is run.
  public static Control open(Path directory, Handler handler) throws IOException {
    var socket = socket(directory);
    Files.deleteIfExists(socket);
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    var control = new Control(server, socket, handler);
    Thread.ofPlatform().name("control").daemon().start(control::accept);
    return control;
  }

  private static Path socket(Path directory) {
    return directory.resolve("control");
  }

  private void accept() {
    while (server.isOpen()) {
      try (var client = server.accept()) {
        serve(client);
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException _) {
        // A client that went away; the next one is served.
      }
    }
  }

  private void serve(SocketChannel client) throws IOException {
    var in = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
    var words = new ArrayList<String>();
    for (var word = in.readLine(); word != null && !word.isEmpty(); word = in.readLine()) {
      words.add(word.substring(1));
    }
    var out = new PrintWriter(Channels.newWriter(client, StandardCharsets.UTF_8), true);
    out.println(EXIT + handler.run(words, out));
    out.flush();
  }

  /// Runs a command in the node that holds this directory open; empty when there is none.
  public static OptionalInt call(Path directory, List<String> words, Consumer<String> lines)
      throws IOException {
    var socket = socket(directory);
    if (!Files.exists(socket)) {
      return OptionalInt.empty();
    }
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
      } catch (IOException e) {
        // The file of a node that was killed: nobody listens behind it.
        return OptionalInt.empty();
      }
      var out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), false);
      words.forEach(word -> out.print("." + word + "\n"));
      out.print("\n");
      out.flush();
      return OptionalInt.of(read(channel, lines));
    }
  }

  private static int read(SocketChannel channel, Consumer<String> lines) throws IOException {
    var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(EXIT)) {
        return Integer.parseInt(line.substring(EXIT.length()));
      }
      lines.accept(line);
    }
    throw new IOException("节点在答完之前停止了");
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }
}
