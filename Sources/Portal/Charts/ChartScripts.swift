internal import Foundation

/// What brings a reader's own chart to life: Vega-Lite's library, fetched by `scripts/bootstrap`, and the few lines that load it when someone
/// asks. Expressions are read by Vega's interpreter (`ast`), since the page's policy lets no text become a program.
package struct ChartScripts: Sendable {
    let loader: Theme.Asset
    let library: Theme.Asset

    /// - Returns: nil when the library is not on this machine: the page has its drawing all the same.
    init?(_ folder: URL) {
        guard let bytes = try? Data(contentsOf: folder.appending(path: "vega-embed.js")) else { return nil }
        library = Theme.Asset("vega", "js", type: Self.type, Array(bytes))
        loader = Theme.Asset("vivant", "js", type: Self.type, Array(Self.script.utf8))
    }

    /// About what the way takes, in tens: such a library packs to a third (`gzip -c .vendor/ext/vega-embed.js | wc -c`).
    var kilobytes: Int { (library.bytes.count / 3 + 5_000) / 10_000 * 10 }

    private static let type = "text/javascript; charset=utf-8"

    private static let script = """
        "use strict";
        (() => {
          const button = document.getElementById("vivant"), said = document.getElementById("vivant-dit");
          if (!button) return;
          const french = document.documentElement.lang === "fr";
          const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
          const load = (address) => new Promise((done, failed) => {
            const script = document.createElement("script");
            script.src = address;
            script.onload = done;
            script.onerror = failed;
            document.head.append(script);
          });
          button.hidden = false;
          button.addEventListener("click", async () => {
            button.disabled = true;
            try {
              await load(button.dataset.library);
              const chart = await (await fetch(button.dataset.chart)).json();
              const ink = colour("--ink"), line = colour("--line"), font = "system-ui, sans-serif";
              const words = { labelColor: ink, titleColor: ink, labelFontSize: 13, titleFontSize: 13, labelFont: font, titleFont: font };
              const axis = { ...words, gridColor: line, domainColor: line, tickColor: line, labelOverlap: true };
              // The figure above has said it.
              delete chart.title;
              await vegaEmbed("#vivant-ici", chart, {
                ast: true, logLevel: 1, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true },
                formatLocale: french
                  ? { decimal: ",", thousands: "\\u00a0", grouping: [3], currency: ["", "\\u00a0€"] } : undefined,
                config: {
                  background: "transparent", axis, view: { stroke: line }, legend: words,
                },
              });
              button.remove();
            } catch (fault) {
              said.textContent = button.dataset.failure;
              button.disabled = false;
            }
          });
        })();

        """
}
