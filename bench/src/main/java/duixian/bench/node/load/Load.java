package duixian.bench.node.load;

import duixian.bench.node.request.Creates;
import duixian.bench.node.request.Resolves;
import duixian.handle.linux.Ring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The load in its own process. A line `kind port threads connections depth identifiers seconds
/// token`, with so many connections for each thread, is answered by `operations succeeded seconds
/// p50 p99`, times in microseconds.
public final class Load {
  private static final long PATIENCE_SECONDS = 30;

  private Load() {}

  /// Asks and hears, round by round.
  interface Client extends AutoCloseable {
    /// Says how many operations succeeded, and notes how long each answer took.
    int round(Times times) throws IOException;

    /// How many operations the round before asked for.
    int operations();

    /// Asks for nothing more and hears what is still under way.
    default int rest(Times times) throws IOException {
      return 0;
    }

    @Override
    void close() throws IOException;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var words = line.split(" ", -1);
      var threads = Integer.parseInt(words[2]);
      var seconds = Double.parseDouble(words[6]);
      var parts = new ArrayList<Future<Part>>();
      try (var workers = Executors.newFixedThreadPool(threads)) {
        for (int thread = 0; thread < threads; thread++) {
          var seed = thread;
          parts.add(workers.submit(() -> run(client(words, seed), words, seconds)));
        }
        System.out.println(sum(parts, (long) seconds + PATIENCE_SECONDS));
      } catch (ExecutionException | TimeoutException e) {
        // A server that does not answer must not hold the benchmark.
        System.err.println(line + ": " + e);
        System.exit(1);
      }
    }
  }

  private static Client client(String[] words, int seed) throws IOException {
    var port = Integer.parseInt(words[1]);
    var connections = Integer.parseInt(words[3]);
    var depth = Integer.parseInt(words[4]);
    var identifiers = Long.parseLong(words[5]);
    return switch (words[0]) {
      case "udp" -> new UdpClient(port, depth, new Resolves(identifiers, seed));
      case "tcp" ->
          connections(port, connections, depth, new HandleSpeech(new Resolves(identifiers, seed)));
      case "create" ->
          SignedIn.all(
              new Connections(port, connections, depth, new HandleSpeech(Creates.fresh(seed))));
      case "one" -> new OneRequestClient(port, new Resolves(identifiers, seed));
      case "open" -> new OneRequestClient(port, Creates.fresh(seed));
      case "fill" -> new UdpClient(port, depth, Creates.known());
      case "http" -> connections(port, connections, depth, new HttpSpeech(identifiers, seed));
      case "batch" -> new Connections(port, connections, 1, new BatchSpeech(depth, words[7], seed));
      default -> throw new IllegalArgumentException("kind of load: " + words[0]);
    };
  }

  private static Client connections(int port, int connections, int depth, Speech speech)
      throws IOException {
    return Ring.isAvailable()
        ? new RingConnections(port, connections, depth, speech)
        : new Connections(port, connections, depth, speech);
  }

  private record Part(long operations, long succeeded, double seconds, Times times) {}

  private static Part run(Client client, String[] words, double seconds) throws IOException {
    var times = new Times();
    long operations = 0;
    long succeeded = 0;
    var begun = System.nanoTime();
    try (client) {
      var end = begun + (long) (seconds * 1e9);
      var most = words[0].equals("fill") ? Long.parseLong(words[5]) : Long.MAX_VALUE;
      while (System.nanoTime() < end && operations < most) {
        succeeded += client.round(times);
        operations += client.operations();
      }
      succeeded += client.rest(times);
      return new Part(operations, succeeded, (System.nanoTime() - begun) / 1e9, times);
    }
  }

  private static String sum(List<Future<Part>> parts, long patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    long operations = 0;
    long succeeded = 0;
    double seconds = 0;
    var times = new Times();
    for (var each : parts) {
      var part = each.get(patience, TimeUnit.SECONDS);
      operations += part.operations();
      succeeded += part.succeeded();
      seconds = Math.max(seconds, part.seconds());
      times.addAll(part.times());
    }
    return "%d %d %.3f %.1f %.1f"
        .formatted(operations, succeeded, seconds, times.micros(0.50), times.micros(0.99));
  }
}
