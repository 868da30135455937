package duixian.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import duixian.service.claim.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The machine's own Chromium, one for all tests of a class: opens pages, looks at them with axe,
/// and keeps pictures in target/screens.
final class Windows implements AutoCloseable {
  static final int WIDE = 1280;
  static final int NARROW = 390;
  private static final int HEIGHT = 900;
  private static final Path SCREENS = Path.of("target", "screens");
  private static final String SERIOUS =
      """
      async () => (await axe.run(document, {resultTypes: ['violations']})).violations
        .filter(one => ['serious', 'critical'].includes(one.impact))
        .map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | '))
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final String axe;
  private final String site;

  Windows(City city) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        found("node"),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(
                        Path.of(found("chromium", "chromium-browser", "google-chrome")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    axe = script();
    site = "http://127.0.0.1:" + city.context.getEnvironment().getProperty("local.server.port");
  }

  /// A window of that width, with what its pages complained about.
  record Window(Page page, String site, List<String> complaints, String axe) {
    Window open(String path) {
      page.navigate(site + path);
      return this;
    }

    Window open(Claim claim) {
      return open("/cases/" + claim.number());
    }

    void press(String button) {
      page.click("button:text-is('" + button + "')");
    }

    Window signIn(String account) {
      open("/sign-in");
      page.fill("#account", account);
      page.fill("#password", City.PASSWORD);
      page.click("main button");
      return this;
    }

    /// Nothing that axe calls serious, nothing in the console, nothing wider than the window.
    Window isFine(String name) {
      var width = page.viewportSize().width;
      page.screenshot(
          new ScreenshotOptions()
              .setFullPage(true)
              .setPath(SCREENS.resolve(name + "-" + width + ".png")));
      page.evaluate(axe);
      assertThat((List<?>) page.evaluate(SERIOUS)).as(name + " at " + width).isEmpty();
      assertThat(complaints).as(name + " at " + width).isEmpty();
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(name + " fits " + width)
          .isLessThanOrEqualTo(width);
      return this;
    }
  }

  Window window(int width) {
    var context =
        browser.newContext(
            new NewContextOptions().setViewportSize(width, HEIGHT).setLocale("zh-CN"));
    return window(context.newPage());
  }

  /// A window of that width, its person signed in.
  Window as(String account, int width) {
    return window(width).signIn(account);
  }

  /// A window with scripts off.
  Window withoutScripts(int width) {
    var context =
        browser.newContext(
            new NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(false));
    return window(context.newPage());
  }

  private Window window(Page page) {
    var complaints = new ArrayList<String>();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return new Window(page, site, complaints, axe);
  }

  private static String script() {
    try (var in = Windows.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String found(String... names) {
    return Stream.of(names)
        .flatMap(name ->
            Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() ->
            new IllegalStateException("no " + names[0] + ": install it, or run ./duixian test"));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
