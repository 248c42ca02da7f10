/**
 * Styles as learners write them, and what a suite asks of them: `css → selector property, …`. One line each; of most, somebody has
 * once had another verdict on the server than in the page. `.card` holds an `h2`, a `.note` with `b`, `a` and `span`, a list, a table
 * and a form (`STYLED`). ⏎: a new line.
 */
export const STYLED = `<body><main class="card" id="card"><h2>Title</h2><p class="note">note <b>bold</b> <a href="#x">link</a> <span>last</span></p>
<ul id="list"><li class="first">one</li><li>two</li><li>three</li></ul><table><tr><td>1</td><td>2</td></tr></table>
<form><label for="name">Name</label><input id="name" required><button disabled>Go</button></form></main><footer data-kind="end">end</footer></body>`;

export const STYLES = `
.card { margin-bottom: calc(2 * 10px) } → .card margin-bottom
.card { padding: calc(1rem + 8px) calc(10px * 2 - 4px) } → .card padding-top, .card padding-left
.card { padding: min(24px, 3rem) max(1px, 2px) } → .card padding-top, .card padding-right
.card { font-size: clamp(10px, 5rem, 22px) } → .card font-size
.card { border-radius: calc(12px / 2) } → .card border-top-left-radius
.card { --gap: 6px; padding: calc(var(--gap) * 4) } → .card padding-bottom
.card { BACKGROUND-COLOR: WHITE; PADDING: 24PX; BORDER-RADIUS: 12PX } → .card background-color, .card padding-top, .card border-top-left-radius
.CARD { color: red } → .card color
MAIN { color: red } → .card color
#CARD { color: red } → #card color
.note { COLOR: Red; Font-Weight: BOLD } → .note color, .note font-weight
.note { color: currentColor } → .note color
body { color: #1a2133 } .note { color: currentcolor } → .note color
.card { color: teal; border: 2px solid } → .card border-top-color
.card { color: teal; border: 2px solid currentColor } → .card border-left-color
.card { & h2 { color: teal } } → h2 color
.card { h2 { color: teal } } → h2 color
.card { color: red; &.card { color: teal } } → .card color
.card { .note & { color: red } } → .card color
.card { .note { color: navy; b { color: teal } } } → .note color, b color
.card { &:hover { color: red } color: teal } → .card color
.card { @media (min-width: 1px) { color: teal } } → .card color
.card { > h2 { color: teal } + p { color: red } } → h2 color, .note color
@charset "utf-8"; .card { padding: 24px } → .card padding-top
.card { padding-block: 20px; padding-inline: 10px } → .card padding-top, .card padding-left
.card { margin-inline: 5px 6px; margin-block-start: 7px } → .card margin-left, .card margin-right, .card margin-top
.card { border-inline-start: 3px dashed red } → .card border-left-width, .card border-left-style, .card border-left-color
.card { border-start-start-radius: 9px } → .card border-top-left-radius
.card { inset: 1px; position: relative } → .card position
.card { background-color: oklch(0.98 0.01 95) } → .card background-color
.card { color: oklch(0.7 0.1 200) } → .card color
.card { color: oklab(0.6 0.1 0.1) } → .card color
.card { color: lab(50 40 -20) } → .card color
.card { color: lch(50 50 120) } → .card color
.card { color: color(srgb 1 0.5 0) } → .card color
.card { color: hwb(120 20% 20%) } → .card color
.card { color: hsl(120deg 100% 25%) } → .card color
.card { color: hsl(120, 100%, 25%) } → .card color
.card { color: rgb(1 2 3) } → .card color
.card { color: rgb(1, 2, 3) } → .card color
.card { color: rgb(300 -5 3) } → .card color
.card { color: #ABC } → .card color
.card { color: #AABBCCFF } → .card color
.card { color: rebeccapurple } → .card color
.card { color: ToMaTo } → .card color
.card { color: #12 } → .card color
.card { color: #ggg } → .card color
.card { color: fff } → .card color
.card { color: rouge } → .card color
.card { color: "red" } → .card color
.card { color: red blue } → .card color
.card { color: red; color: nonsense } → .card color
.card { color: red !important; color: blue } → .card color
.card { color: red! important } → .card color
.card { color: red !importnt } → .card color
.card { color = red } → .card color
.card { color; red } → .card color
.card { color: red; padding 24px; margin-top: 3px } → .card color, .card padding-top, .card margin-top
.card { color: red, padding: 24px } → .card color, .card padding-top
.card { color: red padding: 24px } → .card color, .card padding-top
.card { padding: 24 } → .card padding-top
.card { padding: 24 px } → .card padding-top
.card { padding: 24px; → .card padding-top
.card { padding: 24px } } .note { color: red } → .card padding-top, .note color
.card padding: 24px; .note { color: red } → .card padding-top, .note color
.card { padding: 24px .note { color: red } → .card padding-top, .note color
.card { padding: 24pixels } → .card padding-top
.card { padding: 1.5em } → .card padding-top
.card { padding: 1,5em } → .card padding-top
.card { padding: -5px } → .card padding-top
.card { padding: 0 } → .card padding-top
.card { padding: 0.5in } → .card padding-top
.card { padding: 10pt 1pc } → .card padding-top, .card padding-left
.card { padding: 1cm } → .card padding-top
.card { padding: 1px 2px 3px 4px 5px } → .card padding-top
.card { padding: 24px; } → .card padding-top
.card {\u00a0padding: 24px } → .card padding-top
.card\u00a0{ padding: 24px } → .card padding-top
.card { padding:\u00a024px } → .card padding-top
.card { padding: 24px\u00a0; } → .card padding-top
.card { padding: 24px;\u00a0color: red } → .card padding-top, .card color
.card { padding\uff1a24px } → .card padding-top
.card { padding: 24px\u037e color: red } → .card padding-top, .card color
\ufeff.card { padding: 24px } → .card padding-top
.card, ::nonsense { padding: 24px } → .card padding-top
.card, :nonsense { padding: 24px } → .card padding-top
.card, ::before { padding: 24px } → .card padding-top
.card, { padding: 24px } → .card padding-top
, .card { padding: 24px } → .card padding-top
.card .. { padding: 24px } .note { color: red } → .card padding-top, .note color
.card:is(main, ::nonsense) { padding: 24px } → .card padding-top
.card:where(#card) { padding: 24px } .card { padding: 3px } → .card padding-top
:is(#none, .note) { color: red } #card .note { color: teal } → .note color
p:not(.other, .more) { color: red } → .note color
.card:has(.note) { color: red } → .card color
.card:has(> .first) { color: red } → .card color
li:nth-child(2n + 1) { color: red } → .first color, li:nth-of-type(2) color
li:nth-child(odd of .first) { color: red } → .first color
li:last-child { color: red } → .first color, li:nth-of-type(3) color
li:not(:last-child) { color: red } → li:nth-of-type(3) color, .first color
li:first-of-type + li { color: red } → li:nth-of-type(2) color
li ~ li { color: red } → .first color, li:nth-of-type(3) color
ul li:only-child { color: red } → .first color
[data-kind] { color: red } → footer color
[data-kind=end] { color: red } → footer color
[data-kind="END" i] { color: red } → footer color
[data-kind^=e][data-kind$='d'] { color: red } → footer color
footer[data-kind=no] { color: red } → footer color
input:required { color: red } → #name color
button:disabled { color: red } → button color
input:invalid { color: red } → #name color
label:has(+ input) { color: red } → label color
:root { --main: teal } .note { color: var(--main) } → .note color
.note { color: var(--none, teal) } → .note color
.note { color: var(--none) } → .note color
.note { color: var( --none , var(--also, navy)) } → .note color
.card { --a: 1px } .note { padding: var(--a) var(--A, 2px) } → .note padding-top, .note padding-left
.card { --a: var(--b); --b: var(--a); color: var(--a, red) } → .card color
.card { --main: teal; } .card { color: var(--main)} .note { --main: red } → .note color, .card color
@supports (display: nonsense) { .card { padding: 24px } } → .card padding-top
@supports (nonsense) { .card { padding: 24px } } → .card padding-top
@supports not (display: nonsense) { .card { padding: 24px } } → .card padding-top
@supports (display: flex) and (color: red) { .card { padding: 24px } } → .card padding-top
@supports selector(:has(a)) { .card { padding: 24px } } → .card padding-top
@supports display: flex { .card { padding: 24px } } → .card padding-top
@media (min-width: 10px) { .card { padding: 24px } } → .card padding-top
@media (min-width: 9000px) { .card { padding: 24px } } → .card padding-top
@media print { .card { padding: 24px } } → .card padding-top
@media screen and (max-width: 9000px) { .card { padding: 24px } } → .card padding-top
@media (width >= 10px) { .card { padding: 24px } } → .card padding-top
@media (10px < width < 9000px) { .card { padding: 24px } } → .card padding-top
@media (orientation: landscape) { .card { padding: 24px } } → .card padding-top
@media not all { .card { padding: 24px } } → .card padding-top
@media (min-width: 10) { .card { padding: 24px } } → .card padding-top
@media(min-width:10px){.card{padding:24px}} → .card padding-top
@media screen { .card { padding: 24px } → .card padding-top
@media (hover: hover) { .card { padding: 24px } } → .card padding-top
@media (prefers-color-scheme: dark) { .card { padding: 24px } } → .card padding-top
@layer a, b; @layer b { .card { color: red } } @layer a { .card { color: teal } } → .card color
@layer a { .card { color: red } } .card { color: teal } → .card color
@layer a { .card { color: red !important } } .card { color: teal !important } → .card color
@container (min-width: 1px) { .note { color: red } } main { container-type: inline-size } → .note color
@scope (.card) to (ul) { li { color: red } p { color: teal } } → .first color, .note color
@import url("other.css"); .card { color: red } → .card color
@nonsense; .card { color: red } → .card color
@nonsense { .card { color: red } } .note { color: teal } → .card color, .note color
<!-- .card { color: red } --> → .card color
// .card { color: red }⏎.note { color: teal } → .card color, .note color
/* .card { color: red } → .card color
.card { /* color: red; */ color: teal } → .card color
.card { color: red; // none⏎ padding: 5px; margin-top: 4px } → .card color, .card padding-top, .card margin-top
<style>.card { color: red }</style> .note { color: teal } → .card color, .note color
.card { font: italic bold 20px/1.5 Arial, sans-serif } → .card font-size, .card font-style, .card font-weight, .card line-height, .card font-family
.card { font: 20px } → .card font-size
.card { font-size: large } → .card font-size
.card { font-size: 120% } .note { font-size: 2em } → .card font-size, .note font-size
.card { font-size: 1.25rem } h2 { font-size: 1em } → h2 font-size
html { font-size: 10px } .card { padding: 2rem } → .card padding-top
html { font-size: 62.5% } .note { font-size: 1.6rem } → .note font-size
.card { font-weight: bolder } b { font-weight: lighter } → .card font-weight, b font-weight
.card { font-weight: 650 } → .card font-weight
.card { font-weight: heavy } → .card font-weight
.card { font-family: "Comic Sans MS", cursive } → .note font-family
.card { line-height: 1.5; font-size: 20px } .note { font-size: 10px } → .note line-height
.card { line-height: 150%; font-size: 20px } .note { font-size: 10px } → .note line-height
.card { text-align: centre } → .card text-align
.card { text-align: center } td { text-align: inherit } → .note text-align, td text-align
.card { text-decoration: underline } → .card text-decoration-line
.card { text-transform: Uppercase; letter-spacing: 0.1em } → .card text-transform, .card letter-spacing
.card { display: flex; gap: 1rem 2px; justify-content: space-between; align-items: centre } → .card display, .card row-gap, .card column-gap, .card justify-content, .card align-items
.card { display: flex; flex-flow: column wrap } → .card flex-direction, .card flex-wrap
.card { display: flexbox } → .card display
.card { display: inline-flex } h2 { float: left; display: inline } → .card display, h2 display
.card { display: flex } h2 { display: inline } → h2 display
b { position: absolute } → b display, b position
b { display: block; display: none } .note { display: none } → b display, .note display
.card { place-content: center; display: grid } → .card justify-content, .card display
.card { overflow: hidden } .note { overflow-x: scroll } → .card overflow-x, .note overflow-y
.card { visibility: hidden } .note { visibility: visible } → .card visibility, .note visibility, b visibility
.card { opacity: 50% } .note { opacity: 2 } → .card opacity, .note opacity
.card { z-index: 3; position: sticky } .note { z-index: 1.5 } → .card z-index, .note z-index
.card { border: 1px solid #f00 } .note { border-width: thin medium thick; border-style: solid } → .card border-top-width, .card border-top-color, .note border-top-width, .note border-left-width
.card { border: solid } → .card border-top-width
.card { border: 3px red } → .card border-top-width
.card { border: 3px solid red; border-style: none } → .card border-top-width
.card { border-radius: 10px 20px / 5px } → .card border-top-left-radius
.card { border-radius: 50% } → .card border-top-left-radius
.card { background: red url(x.png) no-repeat } → .card background-color
.card { background: linear-gradient(red, blue) } → .card background-color
.card { background: red; background-color: } → .card background-color
.card { box-sizing: border-box; max-width: 60ch } → .card box-sizing
.card { max-width: 40em; font-size: 20px } → .card max-width
.card { all: unset; color: red } → .card color, .card display
.card { color: inherit } body { color: teal } → .card color
.card { color: initial } body { color: teal } → .card color
.card { color: unset; display: unset } body { color: teal } → .card color, .card display
.card { color: revert; display: revert } → .card color, .card display
a { color: inherit } .note { color: teal } → a color
.note { cursor: Pointer; list-style-type: square } ul { list-style: none } → .note cursor, .first list-style-type
.card { color: red } main { color: teal } → .card color
#card { color: red } .card.card.card { color: teal } → .card color
body main .card { color: red } → .card color
.card { color: red } .card { color: teal } → .card color
.card h2, .card p { color: red } .card > ul > li { color: teal } → h2 color, .note color, .first color
.card.note { color: red } .card .note { color: teal } → .card color, .note color
. card { color: red } → .card color
card { color: red } → .card color
.1card { color: red } .note { color: teal } → .card color, .note color
.c\\61rd { color: red } → .card color
*{ color: teal } → .card color, b color
* { margin: 0 } h2 { margin: 1em 0 } → h2 margin-top, .note margin-top
td { padding: 0; border: 1px solid } table { border-collapse: collapse } → td padding-top, td border-top-width
`
	.trim()
	.split('\n');
