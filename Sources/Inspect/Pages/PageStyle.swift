/// The style of a page: no file beside it, light and dark, readable at 200 % and on paper.
enum PageStyle {
    static let css = """
        :root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --panel: #f3f5f8; --line: #c9d1d9;
          --blue: #0b57a4; --amber: #8a4b00; --amber-paper: #fff4e0; --green: #116329; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #a3adb8; --paper: #0f1318; --panel: #1a2028;
          --line: #3a434e; --blue: #7ab7ff; --amber: #ffc061; --amber-paper: #2d2210; --green: #6ddb8b; } }
        * { box-sizing: border-box; }
        body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        .skip { position: absolute; left: -999px; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; border: 2px solid var(--blue); }
        header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 1.75rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
        h3 { font-size: 1rem; margin: 0; }
        a { color: var(--blue); }
        :focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 1rem 0 0; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .6rem; margin: 0; }
        .facts div { background: var(--panel); border-radius: .4rem; padding: .55rem .8rem; }
        .facts dt, .quiet { color: var(--quiet); font-size: .875rem; }
        .facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
        caption { text-align: left; padding: .6rem .8rem; color: var(--quiet); }
        th, td { text-align: left; vertical-align: top; padding: .45rem .8rem; border-top: 1px solid var(--line); }
        thead th { background: var(--panel); white-space: nowrap; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        tbody th { font-weight: 600; overflow-wrap: anywhere; min-width: 12rem; }
        .facts + details { margin-top: .75rem; }
        code { font: .875em ui-monospace, monospace; background: var(--panel); padding: .05rem .3rem; border-radius: .25rem;
          overflow-wrap: anywhere; }
        .bar { display: block; height: .35rem; margin-top: .3rem; background: var(--line); border-radius: .2rem; overflow: hidden; }
        .bar span { display: block; height: 100%; background: var(--blue); }
        .trap { border: 1px solid var(--line); border-left: .35rem solid var(--amber); border-radius: .4rem; padding: .7rem 1rem;
          margin: 0 0 .75rem; }
        .trap p { margin: .25rem 0; }
        .trap details { margin-top: .4rem; }
        summary { cursor: pointer; color: var(--blue); }
        .mend { background: var(--amber-paper); color: var(--amber); border-radius: .3rem; padding: .3rem .6rem; }
        .good { color: var(--green); font-weight: 600; }
        ul.plain { padding-left: 1.2rem; }
        footer { padding: 2rem 1.25rem; color: var(--quiet); font-size: .875rem; }
        @media print { .skip, nav { display: none; } .scroll { overflow: visible; } }
        """
}
