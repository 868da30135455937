package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Debian's Chromium on the running city: people sign in and work on pages; every look at a page
/// keeps its picture under target/screens and asks axe.
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path NODE = Path.of("/usr/bin/node");
  private static final int HEIGHT = 900;

  private final Playwright playwright;
  private final Browser browser;
  private final String site;
  private final int width;

  Chromium(City city, int width) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        NODE.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    site = "http://127.0.0.1:" + city.context.getEnvironment().getProperty("local.server.port");
    this.width = width;
  }

  /// Whether the machine has what is needed; `./duixian test` installs it.
  static boolean isThere() {
    return Files.isExecutable(PROGRAM) && Files.isExecutable(NODE);
  }

  /// A window of its own in which that account is signed in.
  Page as(String account) {
    var page =
        browser
            .newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT))
            .newPage();
    page.navigate(site + "/sign-in");
    page.fill("input[name=account]", account);
    page.fill("input[name=password]", City.PASSWORD);
    page.press("input[name=password]", "Enter");
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  Page open(Page page, String path) {
    page.navigate(site + path);
    return page;
  }

  /// The page fits the window, axe finds nothing serious on it, and its picture is kept.
  void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screens", name + "-" + width + ".png")));
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as(name + " overflows at " + width)
        .isEqualTo(0);
    page.evaluate(axe());
    assertThat(
            (List<?>)
                page.evaluate(
                    "async () => (await axe.run()).violations"
                        + ".filter(v => ['serious', 'critical'].includes(v.impact))"
                        + ".map(v => v.id + ': ' + v.nodes[0].html)"))
        .as(name)
        .isEmpty();
  }

  private static String axe() {
    try (var script = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
