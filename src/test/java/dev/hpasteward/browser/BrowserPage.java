package dev.hpasteward.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium with a page in it. Without a Chromium on this machine the test fails. */
final class BrowserPage implements AutoCloseable {

  private final ChromeDriver driver;

  private BrowserPage(ChromeDriver driver) {
    this.driver = driver;
  }

  static BrowserPage start() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    return new BrowserPage(new ChromeDriver(service, options));
  }

  private static File program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "there is no %s on the PATH: apt-get install chromium chromium-driver"
                        .formatted(name)))
        .toFile();
  }

  /** Opens a file as a window of this width shows it. */
  void open(Path file, int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    driver.get(file.toUri().toString());
  }

  /** What a script returns. */
  Object asked(String script) {
    return Objects.requireNonNull(driver.executeScript(script), script);
  }

  /** What the console says. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Nothing is wider than the window but what scrolls by itself. */
  void assertNothingOverflows() {
    assertThat(
            asked(
                """
                return [...document.querySelectorAll("main, main *")]
                  .filter(one => !one.closest(".scroll")
                    && one.getBoundingClientRect().right
                      > document.documentElement.clientWidth + 0.5)
                  .map(one => one.tagName + " " + one.className)
                """))
        .isEqualTo(List.of());
    assertThat(asked("return document.documentElement.scrollWidth"))
        .isEqualTo(asked("return document.documentElement.clientWidth"));
  }
}
