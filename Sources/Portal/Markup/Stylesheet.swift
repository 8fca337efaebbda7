/// The one style of the portal: system fonts, light and dark, print, forced colours. A town's own colours come after it (`Theme`).
enum Stylesheet {
    /// The icon: a drop in a basin.
    static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5f8a"/>\
        <path d="M16 4c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z" fill="#fff"/><path d="M5 22h22v2a5 5 0 0 1-5 5H10a5 5 0 0 1-5-5z" \
        fill="#bfe3f5"/></svg>
        """

    /// What draws charts and maps, in pages and in pictures that stand alone (`PictureSheet`).
    static let drawings = """
        svg .on { fill: var(--on-c); }
        svg .soft { fill: var(--soft); font-size: 12.5px; }
        svg .axis { stroke: var(--line); fill: none; }
        svg .k0 { fill: var(--c1); } svg .k1 { fill: var(--c2); } svg .k2 { fill: var(--c3); } svg .k3 { fill: var(--c4); }
        svg .k4 { fill: var(--c5); } svg .k5 { fill: var(--c6); } svg .k6 { fill: var(--c7); } svg .k7 { fill: var(--c8); }
        svg .line { fill: none; stroke: var(--c1); stroke-width: 3; stroke-linejoin: round; }
        svg .l1 { stroke: var(--c2); stroke-dasharray: 9 4; } svg .l2 { stroke: var(--c3); stroke-dasharray: 2 4; } svg .l3 { stroke: var(--c4); stroke-dasharray: 12 4 2 4; }
        svg .l4 { stroke: var(--c5); stroke-dasharray: 5 5; } svg .l5 { stroke: var(--c6); stroke-dasharray: 14 6; } svg .l6 { stroke: var(--c7); stroke-dasharray: 1 6; } svg .l7 { stroke: var(--c8); }
        svg .point { fill: var(--c1); fill-opacity: .65; stroke: var(--page); }
        svg polygon.tile { stroke: var(--page); stroke-width: 2; }
        svg .area { stroke: var(--soft); stroke-width: 1; } svg .q0 { fill: var(--line); } svg .q1 { fill: var(--q1); } svg .q2 { fill: var(--q2); }
        svg .q3 { fill: var(--q3); } svg .q4 { fill: var(--q4); } svg .q5 { fill: var(--q5); }
        .sea { fill: var(--wash); stroke: var(--line); } .spot { stroke: var(--page); stroke-width: 2; } .scale { fill: none; stroke: var(--soft); stroke-width: 1.5; }
        svg rect.tile { stroke: var(--page); stroke-width: 2; }
        svg .end { paint-order: stroke; stroke: var(--page); stroke-width: 4px; }
        """

    static let css = """
        :root {
          color-scheme: light dark;
          \(Palette.rules(Palette.light))
        }
        @media (prefers-color-scheme: dark) {
          :root {
            \(Palette.rules(Palette.dark))
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 4rem; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        .width { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
        a { color: var(--link); text-underline-offset: .15em; }
        a:hover { text-decoration-thickness: .14em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
        main:focus { outline: none; }
        h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
        h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); margin: 1.2rem 0 .5rem; }
        h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; }
        h3 { font-size: 1.1rem; margin: 1.4rem 0 .4rem; }
        p { max-width: 46rem; }
        .skip { position: absolute; left: -99rem; background: var(--page); padding: .6rem 1rem; z-index: 3; }
        .skip:focus { left: .5rem; top: .5rem; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .top { border-bottom: 1px solid var(--line); background: var(--page); }
        .top .width { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.5rem; padding-top: .7rem; padding-bottom: .7rem; }
        .top .name { display: grid; grid-template-columns: auto auto; column-gap: .6rem; align-items: center; font-weight: 700; color: var(--ink); text-decoration: none; line-height: 1.15; }
        .top .name small { grid-column: 2; font-weight: 400; color: var(--soft); }
        .top .mark { grid-row: 1 / 3; width: 2.2rem; height: 2.2rem; }
        .top ul, .bottom ul, .trail ol, .tabs ul, .plain { list-style: none; margin: 0; padding: 0; }
        .top ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
        .top ul a, .bottom ul a, .trail a { display: inline-block; padding: .2rem 0; }
        .find { display: flex; gap: .4rem; margin-left: auto; }
        input, select, button, .button { font: inherit; color: inherit; min-height: 2.6rem; padding: .35rem .7rem; border: 1px solid var(--field); border-radius: .4rem; background: var(--page); max-width: 100%; }
        button, .button { background: var(--strong); color: var(--on-strong); border-color: var(--strong); font-weight: 600; cursor: pointer; text-decoration: none; display: inline-block; }
        .button.second { background: var(--page); color: var(--link); }
        .trail { font-size: .9rem; color: var(--soft); padding-top: .6rem; }
        .trail li { display: inline; }
        .trail li + li::before { content: "›"; padding: 0 .5rem; }
        .lead { font-size: 1.15rem; }
        .facts { display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: .8rem 0; padding: 0; }
        .facts div { display: flex; gap: .5rem; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; font-weight: 600; }
        .good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
        .get { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
        .tabs { border-bottom: 1px solid var(--line); margin: 1.2rem 0 0; }
        .tabs ul { display: flex; flex-wrap: wrap; gap: .2rem; }
        .tabs a { display: inline-block; padding: .55rem .9rem; text-decoration: none; border-bottom: 3px solid transparent; }
        .tabs a[aria-current] { border-color: var(--strong); color: var(--ink); font-weight: 700; }
        .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem; padding: 0; list-style: none; }
        .card { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.1rem; position: relative; }
        .card h2, .card h3 { margin: 0 0 .3rem; font-size: 1.12rem; }
        .card p { margin: .3rem 0; color: var(--soft); }
        .card a::after { content: ""; position: absolute; inset: 0; }
        .card:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
        .card a:focus-visible { outline: none; }
        .hero { background: var(--wash); border-radius: .8rem; padding: 1.2rem clamp(1rem, 4vw, 2.4rem) 1.8rem; margin-top: 1.4rem; }
        .hero form { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; }
        .hero input { flex: 1 1 16rem; min-height: 3rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); gap: 1rem; padding: 0; list-style: none; margin: 1.2rem 0; }
        .figures li { border-left: 4px solid var(--strong); padding-left: .9rem; }
        .figures b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .columns { display: grid; grid-template-columns: minmax(0, 16rem) minmax(0, 1fr); gap: 2rem; align-items: start; }
        .columns select, .columns input[type=search] { width: 100%; }
        fieldset { border: 0; padding: 0; margin: 0 0 1.2rem; min-width: 0; }
        legend { font-weight: 700; padding: 0; margin-bottom: .3rem; }
        .choice { display: flex; gap: .5rem; align-items: baseline; padding: .18rem 0; }
        .choice input { min-height: 1.5rem; width: 1.25rem; height: 1.25rem; flex: none; position: relative; top: .25rem; }
        .choice span { color: var(--soft); }
        .filters { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; background: var(--wash); border-radius: .6rem; padding: .9rem 1rem; margin: 1rem 0; }
        .filters > div { display: grid; gap: .15rem; min-width: 0; }
        .filters label { font-size: .92rem; color: var(--soft); }
        .filters > details { flex: 1 0 100%; } .filters .filters { background: none; padding: 0; margin: .6rem 0 0; }
        .switch { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; margin: .35rem 0; }
        .switch > span { color: var(--soft); min-width: 6.5rem; }
        .switch ul, .way ol { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem; margin: 0; padding: 0; }
        .switch a { display: inline-block; border: 1px solid var(--field); border-radius: 1rem; padding: .12rem .8rem; text-decoration: none; }
        .switch a[aria-current] { background: var(--strong); border-color: var(--strong); color: var(--on-strong); font-weight: 600; }
        .way { margin: .4rem 0; } .way li + li::before { content: "›"; padding-right: .35rem; color: var(--soft); }
        .words dt { font-weight: 700; margin-top: .7rem; } .words dd { margin: 0; max-width: 46rem; }
        .doors { margin: 1.4rem 0 0; } .door { border-left: 5px solid var(--strong); }
        .panel { background: var(--wash); border-radius: .6rem; padding: .6rem 1rem .9rem; margin: 1rem 0; }
        .panel button { margin-top: .5rem; } .panel label { overflow-wrap: anywhere; }
        .many { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0 1rem; margin-bottom: .3rem; }
        .week { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem; list-style: none; padding: 0; align-items: start; }
        .day { border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; break-inside: avoid; }
        .day h2 { margin: 0 0 .4rem; font-size: 1.12rem; } .day .note { margin: 0 0 .5rem; font-weight: 600; color: var(--warn); }
        .dishes { list-style: none; padding: 0; margin: 0; } .dishes li { padding: .45rem 0; border-top: 1px solid var(--line); }
        .dishes small, .dishes .bad, .course { display: block; } .course, .dishes small { color: var(--soft); font-size: .9rem; } .dishes b { font-weight: 600; }
        span.mark { display: inline-block; border: 1px solid var(--good); color: var(--good); border-radius: .3rem; padding: 0 .35rem; font-size: .88rem; margin: .1rem .2rem .1rem 0; }
        .chosen { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; }
        .chosen a { display: inline-block; border: 1px solid var(--field); border-radius: 1rem; padding: .15rem .8rem; text-decoration: none; }
        .scroll { position: relative; overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
        table { border-collapse: collapse; width: 100%; font-size: .97rem; }
        caption { text-align: left; padding: .5rem .7rem; color: var(--soft); }
        th, td { text-align: left; padding: .42rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        thead th { background: var(--wash); position: sticky; top: 0; }
        tbody tr:last-child > * { border-bottom: 0; }
        tbody th { font-weight: 600; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td.wide { min-width: 14rem; }
        .pages { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 1rem 0; }
        figure { margin: 1.4rem 0; }
        figure svg { width: 100%; height: auto; display: block; }
        figure svg[role="img"] { max-width: 56rem; }
        figcaption { color: var(--soft); font-size: .92rem; margin-top: .4rem; }
        figure h3 { margin-bottom: .1rem; }
        :where(svg:not(.marks)) text { font: 14px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--ink); }
        \(drawings)
        .plot { overflow-x: auto; } .plot > svg { min-width: 38rem; max-width: 56rem; } .axis-name { color: var(--soft); margin: .2rem 0; font-size: .92rem; }
        svg a:focus-visible circle { stroke: var(--ink); stroke-width: 4; }
        .sheet th[scope=row] { width: 32%; } .sheet small { display: block; font-weight: 400; color: var(--soft); } .sheet td { overflow-wrap: anywhere; }
        .key { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; padding: 0; margin: .4rem 0; font-size: .95rem; }
        .key svg { display: inline-block; width: 1.8rem; height: .9rem; vertical-align: -.1em; }
        svg a:focus-visible rect { stroke: var(--ink); stroke-width: 4; outline: none; }
        .strips { display: none; list-style: none; padding: 0; margin: .6rem 0; }
        .strips li { margin: .5rem 0; } .strips svg { height: .7rem; margin-top: .15rem; } .strips b { font-weight: 600; }
        .desk { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .3rem 1rem; background: var(--wash); border-radius: .5rem; padding: .3rem 1rem; margin-top: .8rem; }
        .desk p, .desk form { margin: 0; } button.quiet { background: var(--page); color: var(--link); border-color: var(--field); }
        .drop { border: 2px dashed var(--field); border-radius: .8rem; padding: 1rem clamp(1rem, 3vw, 2rem); margin: 1rem 0; } .drop h2 { margin-top: 0; }
        .drop label, .field label, .sheet-form p > label { display: block; font-weight: 600; margin-bottom: .2rem; } .drop input, .drop select { width: 100%; max-width: 36rem; }
        .field input, .field select, .sheet-form p > input, textarea { width: 100%; max-width: 36rem; } .field small { display: block; color: var(--soft); max-width: 36rem; margin-top: .2rem; }
        textarea { font: inherit; color: inherit; padding: .5rem .7rem; border: 1px solid var(--field); border-radius: .4rem; background: var(--page); }
        .pair { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: end; } .field [aria-invalid], [aria-invalid] { border-color: var(--bad); border-width: 2px; }
        .steps { display: flex; flex-wrap: wrap; gap: .2rem 0; list-style: none; padding: 0; margin: .4rem 0 1rem; } .steps li + li::before { content: "→"; color: var(--soft); padding: 0 .6rem; }
        .steps a { display: inline-block; min-height: 1.5rem; } .notice { border-left: 5px solid var(--warn); background: var(--wash); border-radius: .3rem; padding: .3rem 1rem; margin: 1rem 0; }
        .notice.bad { border-color: var(--bad); color: inherit; } .notice.good { border-color: var(--good); color: inherit; }
        .traps { padding-left: 1.2rem; max-width: 52rem; } .traps > li { margin: .6rem 0; overflow-wrap: anywhere; } .removal { margin-top: 3rem; }
        .asks { list-style: none; padding: 0; } .asks li { border-top: 1px solid var(--line); padding: .3rem 0 .8rem; overflow-wrap: anywhere; } .soft { color: var(--soft); }
        .choice small { color: var(--soft); overflow-wrap: anywhere; } .sheet-form { margin: 1rem 0; }
        .take { margin: -.6rem 0 1.6rem; } .embed { padding: .6rem .8rem; } .embed h1 { font-size: 1.15rem; margin: 0 0 .3rem; } .embed figure { margin: 0; }
        #vivant-ici { width: 100%; max-width: 56rem; } #vg-tooltip-element { display: none; position: fixed; z-index: 4; background: var(--page); border: 1px solid var(--field); border-radius: .3rem; padding: .3rem .6rem; font-size: .9rem; }
        #vg-tooltip-element.visible { display: block; } #vg-tooltip-element td { border: 0; padding: .1rem .4rem; }
        details > summary { cursor: pointer; color: var(--link); padding: .3rem 0; }
        pre { background: var(--wash); border-radius: .5rem; padding: .8rem 1rem; overflow-x: auto; font-size: .92rem; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; } :not(pre) > code { overflow-wrap: anywhere; }
        .added { text-decoration: none; border-left: 4px solid var(--good); } .removed { border-left: 4px solid var(--bad); } .changed { border-left: 4px solid var(--warn); }
        .bottom { border-top: 1px solid var(--line); margin-top: 4rem; padding: 1.4rem 0 2rem; color: var(--soft); font-size: .95rem; }
        .bottom ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
        @media (max-width: 46rem) {
          .columns { grid-template-columns: minmax(0, 1fr); }
          .find { margin-left: 0; width: 100%; } .find input { flex: 1; min-width: 0; }
          .filters > div, .filters input, .filters select { width: 100%; }
          .drawing { display: none; } .strips { display: block; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
        @media print {
          .top form, .top nav, .tabs, .switch, .panel, .filters, .get, .bottom, .skip, .pages { display: none; }
          body { font-size: 11pt; } .scroll { overflow: visible; border: 0; } thead { display: table-header-group; }
        }
        @media (forced-colors: active) { svg rect, svg path { stroke: CanvasText; } .tabs a[aria-current], .switch a[aria-current] { border-color: Highlight; } }
        """
}
