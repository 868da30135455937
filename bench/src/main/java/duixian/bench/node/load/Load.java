package duixian.bench.node.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The load in its own process. A line `kind port threads depth identifiers seconds token` is
/// answered by `operations succeeded seconds p50 p99`, times in microseconds.
public final class Load {
  private Load() {}

  /// Sends `depth` requests, waits for their answers and says how many succeeded.
  interface Client extends AutoCloseable {
    int round() throws IOException;

    @Override
    void close() throws IOException;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var words = line.split(" ", -1);
      var threads = Integer.parseInt(words[2]);
      var seconds = Double.parseDouble(words[5]);
      var parts = new ArrayList<Future<Part>>();
      var begun = System.nanoTime();
      try (var workers = Executors.newFixedThreadPool(threads)) {
        for (int thread = 0; thread < threads; thread++) {
          var seed = thread;
          parts.add(workers.submit(() -> run(client(words, seed), words, seconds)));
        }
        System.out.println(sum(parts, begun));
      } catch (ExecutionException e) {
        throw new IOException(e);
      }
    }
  }

  private static Client client(String[] words, int seed) throws IOException {
    var port = Integer.parseInt(words[1]);
    var depth = Integer.parseInt(words[3]);
    var identifiers = Long.parseLong(words[4]);
    return switch (words[0]) {
      case "udp" -> new UdpClient(port, depth, new Resolves(identifiers, seed));
      case "tcp" -> new TcpClient(port, depth, new Resolves(identifiers, seed), false);
      case "create" -> new TcpClient(port, depth, Creates.fresh(seed), true);
      case "one" -> new OneRequestClient(port, new Resolves(identifiers, seed));
      case "open" -> new OneRequestClient(port, Creates.fresh(seed));
      case "fill" -> new UdpClient(port, depth, Creates.known());
      case "http" -> new HttpLoadClient(port, depth, identifiers, seed);
      case "batch" -> new HttpBatchClient(port, depth, words[6], seed);
      default -> throw new IllegalArgumentException("kind of load: " + words[0]);
    };
  }

  private record Part(long operations, long succeeded, List<Long> times) {}

  private static Part run(Client client, String[] words, double seconds) throws IOException {
    var depth = Integer.parseInt(words[3]);
    var times = new ArrayList<Long>();
    long rounds = 0;
    long succeeded = 0;
    try (client) {
      var end = System.nanoTime() + (long) (seconds * 1e9);
      var most = words[0].equals("fill") ? Long.parseLong(words[4]) / depth : Long.MAX_VALUE;
      for (var now = System.nanoTime(); now < end && rounds < most; ) {
        succeeded += client.round();
        var after = System.nanoTime();
        rounds++;
        if (times.size() < 1_000_000) {
          times.add(after - now);
        }
        now = after;
      }
    }
    return new Part(rounds * depth, succeeded, times);
  }

  private static String sum(List<Future<Part>> parts, long begun)
      throws ExecutionException, InterruptedException {
    long operations = 0;
    long succeeded = 0;
    var times = new ArrayList<Long>();
    for (var part : parts) {
      operations += part.get().operations();
      succeeded += part.get().succeeded();
      times.addAll(part.get().times());
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    times.sort(null);
    return "%d %d %.3f %.1f %.1f"
        .formatted(operations, succeeded, seconds, at(times, 0.50) / 1e3, at(times, 0.99) / 1e3);
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * share));
  }
}
