/** Style of the HTML pack: system fonts, light and dark by the device, mobile first, and print. */
export const packStyle = `
:root { color-scheme: light dark; --ground: #fff; --text: #161616; --quiet: #4a4a4a; --line: #767676; --accent: #0b4a82;
  --box: #f1f5f9; --hit: #ffe58a; --hit-text: #161616; }
@media (prefers-color-scheme: dark) { :root { --ground: #17191c; --text: #f2f2f2; --quiet: #c4c7cc; --line: #8f949b;
  --accent: #8cc4ff; --box: #23272c; --hit: #6b5200; --hit-text: #fff; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 6rem; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI",
  Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
header, main, nav, footer { max-width: 52rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .25rem; }
h3 { font-size: 1.0625rem; margin: 1.25rem 0 .375rem; color: var(--accent); }
h4 { font-size: 1rem; margin: .75rem 0 0; }
p { margin: .25rem 0; }
.quiet { color: var(--quiet); font-size: .9375rem; }
.due { font-weight: 700; }
a { color: var(--accent); }
a:focus-visible, input:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
.search { position: sticky; top: 0; z-index: 1; background: var(--ground); border-bottom: 1px solid var(--line); }
.search form { max-width: 52rem; margin: 0 auto; padding: .625rem 1rem; }
.search label { display: block; font-weight: 600; font-size: .9375rem; }
.search input { width: 100%; min-height: 2.75rem; padding: 0 .75rem; font: inherit; color: inherit; background: var(--ground);
  border: 1px solid var(--line); border-radius: .375rem; }
.search output { display: block; min-height: 1.375rem; font-size: .875rem; color: var(--quiet); }
section { margin: 1.5rem 0; padding-top: 1.25rem; border-top: 2px solid var(--line); }
ol, ul { margin: .25rem 0; padding-left: 1.75rem; }
li { margin: .375rem 0; }
nav { margin-top: 1.25rem; }
nav ul, .phones { list-style: none; padding: 0; }
nav a { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; align-items: center; min-height: 2.75rem;
  padding: .375rem .75rem; background: var(--box); border-radius: .375rem; text-decoration: none; font-weight: 600; }
nav a span { font-weight: 400; color: var(--text); }
.phones li { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: center; justify-content: space-between; padding: .375rem .75rem;
  margin: .375rem 0; background: var(--box); border-radius: .375rem; }
.phones a { display: inline-flex; align-items: center; min-height: 2.75rem; font-weight: 700; font-size: 1.125rem; white-space: nowrap; }
mark { background: var(--hit); color: var(--hit-text); border-radius: .125rem; }
footer { padding: 1rem; border-top: 1px solid var(--line); margin-top: 2rem; }
[hidden] { display: none !important; }
@media print { .search, .skip, nav { display: none; } section { break-before: page; border: 0; } body { font-size: 10.5pt; }
  .phones li, nav a { background: none; border: 1px solid var(--line); } a { color: inherit; } }
`.trim();
