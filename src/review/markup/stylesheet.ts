/** The looks of all pages: light and dark, down to a width of 360 px. All pairs of colors have a contrast of 4.5 or more. */
export const STYLESHEET = `
:root {
  --ground: #ffffff; --raised: #f4f5f7; --ink: #1b1f24; --quiet: #525b66; --edge: #c3c9d1;
  --link: #0a55c4; --focus: #0a55c4;
  --good: #14632c; --good-ground: #dff5e4; --bad: #a01722; --bad-ground: #fde7e8;
  --wait: #6f4a00; --wait-ground: #fff1cf; --bar: #6f94c4; --part: #1b2a4a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --raised: #1f242a; --ink: #e8ebef; --quiet: #aab4c0; --edge: #46505c;
    --link: #86b7ff; --focus: #86b7ff;
    --good: #8fe0a5; --good-ground: #12351d; --bad: #ffa9ad; --bad-ground: #461a1e;
    --wait: #ffd37a; --wait-ground: #3d2d08; --bar: #4f76ad; --part: #ffd37a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
header { background: var(--raised); border-bottom: 1px solid var(--edge); padding: .5rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; }
header ul, .pager ul, .crumbs ol { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; }
header nav a { font-weight: 600; display: inline-block; padding: .25rem 0; }
.where { margin: 0; color: var(--quiet); font-size: .875rem; display: flex; flex-wrap: wrap; gap: 0 1.25rem; overflow-wrap: anywhere; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
main:focus { outline: none; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .5rem; overflow-wrap: anywhere; }
code, pre, .name, .lines { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; }
.name, code, dd { overflow-wrap: anywhere; }
.crumbs { font-size: .9rem; margin-bottom: .5rem; }
.crumbs ol { gap: .25rem; }
.crumbs li { overflow-wrap: anywhere; }
.crumbs li + li::before { content: "/"; color: var(--quiet); margin-right: .25rem; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 1; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap; vertical-align: middle; }
.good { color: var(--good); background: var(--good-ground); }
.bad { color: var(--bad); background: var(--bad-ground); }
.wait { color: var(--wait); background: var(--wait-ground); }
.notice { border: 1px solid currentColor; border-radius: .4rem; padding: .75rem 1rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
.notice p { margin: .25rem 0; }
table.list { border-collapse: collapse; width: 100%; }
table.list th, table.list td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--edge); vertical-align: top; }
table.list thead th { color: var(--quiet); font-size: .85rem; font-weight: 600; }
table.list tbody th { font-weight: normal; overflow-wrap: anywhere; }
table.list td { overflow-wrap: anywhere; }
table.list .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .75rem 1.5rem; margin: 0 0 1rem; }
.facts dt { color: var(--quiet); font-size: .85rem; }
.facts dd { margin: 0; }
.box { border: 1px solid var(--edge); border-radius: .4rem; padding: .25rem 1rem 1rem; margin: 1.5rem 0; background: var(--raised); }
.box h2 { margin-top: .75rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
button, input[type=search], input[type=text], select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: .3rem; padding: .4rem .7rem; max-width: 100%; min-height: 2.5rem; }
button { cursor: pointer; font-weight: 600; }
button.approve { color: var(--good); background: var(--good-ground); border-color: currentColor; }
button.reject { color: var(--bad); background: var(--bad-ground); border-color: currentColor; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0; }
.search label { display: flex; flex-direction: column; font-size: .85rem; color: var(--quiet); flex: 0 1 24rem; min-width: 0; }
.search input { color: var(--ink); font-size: 1rem; }
form.decision label { display: block; margin: .5rem 0; }
form.decision input { display: block; width: 100%; max-width: 24rem; }
.checks form { margin: .25rem 0; }
.plain { list-style: none; padding: 0; margin: .5rem 0 1rem; }
.pager { margin: 1rem 0; }
.pager li { padding: .25rem 0; }
.off { color: var(--quiet); }
.scroll { overflow-x: auto; border: 1px solid var(--edge); border-radius: .4rem; margin: .5rem 0 1rem; }
pre { margin: 0; padding: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.scroll pre { white-space: pre; overflow-wrap: normal; }
table.lines { border-collapse: collapse; min-width: 100%; tab-size: 4; }
table.lines td { padding: 0 .5rem; white-space: pre; vertical-align: top; }
table.lines td:last-child { width: 100%; }
table.lines .at { color: var(--quiet); text-align: right; user-select: none; }
table.lines tr.hunk td { background: var(--raised); color: var(--quiet); padding: .2rem .5rem; }
table.lines tr.added td { background: var(--good-ground); color: var(--good); }
table.lines tr.removed td { background: var(--bad-ground); color: var(--bad); }
table.lines tr.note td { color: var(--quiet); font-style: italic; }
table.cells { border-collapse: collapse; font-size: .9rem; }
table.cells td, table.cells th { border: 1px solid var(--edge); padding: .2rem .5rem; text-align: left; white-space: pre; max-width: 30rem; overflow: hidden; text-overflow: ellipsis; }
table.cells tr:first-child td { font-weight: 600; background: var(--raised); }
figure { margin: 0; }
figure img { max-width: 100%; height: auto; display: block; border: 1px solid var(--edge); background: repeating-conic-gradient(#c8c8c8 0 25%, #f4f4f4 0 50%) 0 0 / 16px 16px; }
figcaption { color: var(--quiet); font-size: .9rem; margin-bottom: .25rem; overflow-wrap: anywhere; }
.checks { list-style: none; padding: 0; margin: 0; }
.checks > li { margin: .5rem 0; overflow-wrap: anywhere; }
.plot { display: block; height: auto; max-width: 100%; }
.plot .size { fill: var(--bar); }
.plot .new { fill: var(--part); }
.plot .axis { stroke: var(--quiet); stroke-width: 1; fill: none; }
.key { display: inline-block; width: .8rem; height: .8rem; margin-right: .3rem; vertical-align: -.05rem; }
.key.size { background: var(--bar); }
.key.new { background: var(--part); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; font-size: .9rem; }
@media (max-width: 44rem) {
  table.list, table.list tbody, table.list tr, table.list tbody th, table.list td { display: block; }
  table.list thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.list tr { border-bottom: 1px solid var(--edge); padding: .5rem 0; }
  table.list tbody th, table.list td, table.list .number { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  table.list td:empty { display: none; }
  table.list td::before { content: attr(data-label) ": "; color: var(--quiet); }
}
@media (forced-colors: active) { .badge, .notice, button { border-color: CanvasText; } }
@media print { header, form, .pager, .skip { display: none; } }
`;
