import type { FileMap } from '../../src/lib/contract/exercise.ts';

/** A page of classic scripts, and what a browser makes of it. */
export interface ClassicCase {
	html: string;
	files?: FileMap;
	/** Done once the page is there: statements of a script. */
	act?: string;
	/** What `log` was given. */
	seen: unknown[];
}

/** `log(…)` in a page: adds to a list that outlives the page's own names. */
export const LOG = `window.log = (value) => window.seen.push(value);`;
/** Says what the paragraphs and bold words of the page are. */
const SHOWN = `log([...document.querySelectorAll('p, b')].map((one) => one.textContent).join(' '));`;
const CLICK = "document.querySelector('button').click();";
const tell = (code: string): string =>
	`try { ${code} } catch (error) { log(error.name + ': ' + error.message) }`;
const inline = (...scripts: string[]): string =>
	`<body>${scripts.map((script) => `<script>${script}</script>`).join('')}</body>`;

export const CLASSIC_CASES: Record<string, ClassicCase> = {
	'a script that hides itself from old browsers runs': {
		html: '<body><script>\n<!--\nlet hidden = 1;\n//-->\n</script><script>log(hidden); log("<!-- x -->");</script></body>',
		seen: [1, '<!-- x -->']
	},
	'a caught error says a name of another script as it is written': {
		html: inline(
			'let total = 5;',
			'try { total(2); } catch (error) { log(error.message); } try { total(2); } catch ({ message }) { log(message); }',
			tell('for (const one of total) one;')
		),
		seen: ['total is not a function', 'total is not a function', 'TypeError: total is not iterable']
	},
	'let of one script is seen and changed by the next': {
		html: inline('let visitors = 0;', 'visitors = visitors + 1; log(visitors);', 'log(visitors);'),
		seen: [1, 1]
	},
	'a file sees a name of the page, later too': {
		html: `<body><p id="count">0</p><button id="plus">+1</button><script>let visitors = 0;</script><script src="main.js"></script></body>`,
		files: {
			'main.js':
				'document.querySelector("#plus").addEventListener("click", () => { visitors = visitors + 1; document.querySelector("#count").textContent = visitors; });'
		},
		act: `${CLICK}${CLICK} log(document.querySelector('#count').textContent);`,
		seen: ['2']
	},
	'const and class too, and a function is called': {
		html: inline(
			'const rate = 3; class Till { add(n) { return n * rate; } } function hello(name) { return "Hi " + name; }',
			'log(rate); log(new Till().add(2)); log(hello("Ann"));'
		),
		seen: [3, 6, 'Hi Ann']
	},
	'a const stays one for the next script': {
		html: inline('const rate = 3;', tell('rate = 4;') + 'log(rate);'),
		seen: ['TypeError: Assignment to constant variable.', 3]
	},
	'var and functions are properties of the window, let, const and class are not': {
		html: inline(
			'var a = 1; function b() {} let c = 2; const d = 3; class E {}',
			"log(['a', 'b', 'c', 'd', 'E'].map((name) => name in window).join());"
		),
		seen: ['true,true,false,false,false']
	},
	'a property of the window is the var': {
		html: inline('var a = 1; window.a = 2; log(a); a = 3; log(window.a);', 'log(a);'),
		seen: [2, 3, 3]
	},
	'this is the window, and in a function too': {
		html: inline(
			'log(this === window); function who() { return this === window; } log(who());',
			'log(who());'
		),
		seen: [true, true, true]
	},
	'a name that nobody declared becomes one of the window': {
		html: inline('total = 5; log(window.total);', 'total = total + 1; log(total);'),
		seen: [5, 6]
	},
	'in a module it is an error': {
		html: `<script type="module">${tell('total = 5;')}</script>`,
		seen: ['ReferenceError: total is not defined']
	},
	'so it is in strict code': {
		html: inline(
			`"use strict"; ${tell('total = 5;')} log(this === window); log((function () { return this; })());`
		),
		seen: ['ReferenceError: total is not defined', true, undefined]
	},
	'a second const of the same name stops its script, and only that': {
		html: inline('const total = 1;', 'log("never"); const total = 2;', 'log(total);'),
		seen: [1]
	},
	'let after var, and var after let, are refused': {
		html: inline(
			'var a = 1; let b = 2;',
			'log("never"); let a = 3;',
			'log("never"); var b = 4;',
			'log(a + b);'
		),
		seen: [3]
	},
	'let after a function is refused, var after a function is not': {
		html: inline('function f() { return 1; }', 'log("never"); let f = 2;', 'var f; log(typeof f);'),
		seen: ['function']
	},
	'a function that is written again counts for all': {
		html: inline(
			'function init() { return 1; } function start() { return init(); }',
			'function init() { return 2; } log(start());'
		),
		seen: [2]
	},
	'a name of a later script does not exist yet': {
		html: inline(tell('log(later);'), 'let later = 1;', 'log(later);'),
		seen: ['ReferenceError: later is not defined', 1]
	},
	'typeof asks without an error': {
		html: inline('log(typeof later);', 'let later = 1;', 'log(typeof later);'),
		seen: ['undefined', 'number']
	},
	'a name before its line throws, from the next script too': {
		html: inline(tell('log(early);') + ' throw new Error("stop"); const early = 1;', tell('log(early);')),
		seen: [
			"ReferenceError: Cannot access 'early' before initialization",
			'ReferenceError: early is not defined'
		]
	},
	'var and functions are there before their line, in their own script': {
		html: inline('log(v); log(f()); var v = 1; function f() { return 2; }'),
		seen: [undefined, 2]
	},
	'var in a block, in a loop, in a pattern': {
		html: inline(
			'if (true) { var a = 1 }\nfor (var i = 0; i < 3; i++);\nfor (var k in { x: 1 });\nfor (var v of [7]);\nvar { b, c: [d] } = { b: 2, c: [4] }, e\nvar [f] = [5]\nlog([a, i, k, v, b, d, e, f].join())',
			'log([window.a, window.i, window.k, window.v, window.b, window.d, window.f].join())'
		),
		seen: ['1,3,x,7,2,4,,5', '1,3,x,7,2,4,5']
	},
	'names keep their functions’ names, and patterns their names': {
		html: inline(
			'let a, b; function f() {} var g = function () {};',
			'({ a, b = 2 } = { a: 1 }); [a] = [a + 10]; a++; log(a); log(b); log(f.name); log(g.name); log({ a }.a);'
		),
		seen: [12, 2, 'f', 'g', 12]
	},
	'sloppy code: with, octal numbers, arguments': {
		html: inline(
			'with ({ x: 4 }) { log(x); } log(010); function f(a) { arguments[0] = 9; return a; } log(f(1));'
		),
		seen: [4, 8, 9]
	},
	'a name of the window is shadowed': {
		html: inline(
			'const name = "Ann"; let status = 3; const history = [1]; var parent = "p";',
			'log(name + status + history.length + parent);'
		),
		seen: ['Ann31p']
	},
	'top and location cannot be declared anew': {
		html: inline('log("never"); let top = 1;', 'log("never"); const location = 2;', 'log("after");'),
		seen: ['after']
	},
	'a module sees the names of classic scripts, and not the other way': {
		html: `<body><script>let a = 1; function f() { return a; }</script><script type="module">a = 2; log(f()); const secret = 3; window.ready();</script><script>window.ready = () => { ${tell('log(secret);')} };</script></body>`,
		seen: [2, 'ReferenceError: secret is not defined']
	},
	'defer keeps the order, and shares names': {
		html: '<head><script defer src="a.js"></script><script defer src="b.js"></script></head><body><p>x</p></body>',
		files: {
			'a.js': 'const list = [];',
			'b.js': "list.push(document.querySelectorAll('p').length); log(list.join());"
		},
		seen: ['1']
	},
	'a file that is named twice runs twice': {
		html: '<body><script src="a.js"></script><script src="a.js"></script></body>',
		files: { 'a.js': 'var n = (window.n || 0) + 1; log(n);' },
		seen: [1, 2]
	},
	'a module that is named twice runs once': {
		html: '<body><script type="module" src="a.js"></script><script type="module" src="a.js"></script></body>',
		files: { 'a.js': 'log("once");' },
		seen: ['once']
	},
	'import in a classic script stops it, and no other': {
		html: '<body><script src="a.js"></script><script>log("b");</script></body>',
		files: { 'a.js': 'import { x } from "./x.js"; log(x);', 'x.js': 'export const x = 1;' },
		seen: ['b']
	},
	'so do export and await at the top': {
		html: inline('log("a"); export const x = 1;', 'log("b"); await 1;', 'log("c");'),
		seen: ['c']
	},
	'a script that cannot be read stops only itself': {
		html: inline('let = ;', 'log("b");'),
		seen: ['b']
	},
	'a module that imports one that cannot be read does not run': {
		html: '<body><script type="module" src="a.js"></script><script type="module">log("b");</script></body>',
		files: { 'a.js': 'import "./x.js"; log("a");', 'x.js': 'const x 1;' },
		seen: ['b']
	},
	'a script that throws stops only itself; what it has declared stays': {
		html: inline('let a = 1; missing(); let b = 2;', 'log(a);'),
		seen: [1]
	},
	'onclick finds functions, let and const': {
		html: `<body><button onclick="add(2); log(count)">+</button><script>let count = 0; const step = 10; function add(n) { count += n * step; }</script></body>`,
		act: `${CLICK}${CLICK}`,
		seen: [20, 40]
	},
	'onclick has the event and this': {
		html: `<body><button onclick="log(event.type); log(this === event.currentTarget); log(this.textContent)">plus</button></body>`,
		act: CLICK,
		seen: ['click', true, 'plus']
	},
	'onclick finds the names of its element, its form and the document': {
		html: `<body><form><input name="town" value="Gent"><button type="button" title="t" onclick="log(title); log(town.value); log(body === document.body)">x</button></form></body>`,
		act: CLICK,
		seen: ['t', 'Gent', true]
	},
	'onclick finds a function called remove, and not the element’s': {
		html: `<body><button onclick="remove(3)">x</button><script>function remove(n) { log(n); }</script></body>`,
		act: `${CLICK} log(document.querySelectorAll('button').length);`,
		seen: [3, 1]
	},
	'return false prevents what a click does': {
		html: `<body><a href="#x" onclick="return false">x</a><a href="#y" onclick="return true">y</a></body>`,
		act: `for (const link of document.querySelectorAll('a')) { const click = new MouseEvent('click', { bubbles: true, cancelable: true }); link.dispatchEvent(click); log(click.defaultPrevented); }`,
		seen: [true, false]
	},
	'onclick gives a value to a let, and to a name that nobody declared': {
		html: `<body><button onclick="count = 7; fresh = 8">x</button><script>let count = 0; window.show = () => log(count);</script></body>`,
		act: `${CLICK} show(); log(window.fresh); log(window.count);`,
		seen: [7, 8, undefined]
	},
	'onclick that comes later, by innerHTML and setAttribute, finds the same': {
		html: `<body><div></div><script>let n = 0; function add(k) { n += k; log(n); } document.querySelector('div').innerHTML = '<button onclick="add(1); n = n * 2">x</button>';</script></body>`,
		act: `${CLICK} document.querySelector('button').setAttribute('onclick', 'add(5)'); ${CLICK}`,
		seen: [1, 7]
	},
	'onclick does not see a module’s names': {
		html: `<body><button onclick="${tell('add()').replaceAll('"', '&quot;')}">x</button><script type="module">function add() { log('never'); }</script></body>`,
		act: CLICK,
		seen: ['ReferenceError: add is not defined']
	},
	'oninput, onchange and onsubmit': {
		html: `<body><form onsubmit="log('sent'); return false"><input oninput="log(value)" onchange="log('changed')"><button>go</button></form></body>`,
		act: `const field = document.querySelector('input'); field.value = 'a'; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })); ${CLICK}`,
		seen: ['a', 'changed', 'sent']
	},
	'body onload comes when all is there': {
		html: `<body onload="init()"><script>function init() { log(document.querySelectorAll('p').length); }</script><p>x</p></body>`,
		seen: [1]
	},
	'an onclick that cannot be read does nothing': {
		html: `<body><button onclick="log('never'">x</button><p onclick="log('p')">y</p></body>`,
		act: `${CLICK} document.querySelector('p').click();`,
		seen: ['p']
	},
	'what a script writes stands where the script stands': {
		html: `<body><p>a</p><script>document.write('<b>', 1 + 1, '</b>'); log(document.querySelector('b').textContent);</script><p>c</p><script>${SHOWN}</script></body>`,
		seen: ['2', 'a 2 c']
	},
	'what is written in pieces is one': {
		html: `<body><script>document.write('<ul>'); for (const n of [1, 2]) document.writeln('<li>' + n); document.write('</ul><p>end</p>'); log(document.querySelectorAll('ul > li').length); log(document.querySelectorAll('ul > p').length);</script></body>`,
		seen: [2, 0]
	},
	'what a module writes is ignored': {
		html: `<body><p>a</p><script type="module">document.write('<b>b</b>'); ${SHOWN}</script></body>`,
		seen: ['a']
	},
	'a page that is written once it is loaded is another one, in which nobody listens': {
		html: `<body><p>a</p><script>let clicks = 0; document.addEventListener('click', () => log('heard')); window.addEventListener('click', () => log('heard too'));</script></body>`,
		act: `document.write('<p>new <button>'); document.write('x</button></p>'); document.close(); ${CLICK} ${SHOWN}`,
		seen: ['new x']
	},
	'so is one that is opened, and written twice': {
		html: `<body id="old"><p>a</p></body>`,
		act: `document.open(); document.write('<p>b</p>'); document.close(); document.write('<p>c</p>'); ${SHOWN} log(document.body.id);`,
		seen: ['c', '']
	},
	'a form whose fields have the names of what a form has': {
		html: `<body><form>${[
			'attributes',
			'parentNode',
			'parentElement',
			'localName',
			'nodeName',
			'childNodes',
			'appendChild',
			'querySelector',
			'removeAttribute',
			'getAttribute',
			'submit',
			'ownerDocument',
			'matches'
		]
			.map((name) => `<input name="${name}">`)
			.join(
				''
			)}<button type="button" onclick="log('clicked')">x</button><script>log(document.querySelectorAll('input').length);</script></form></body>`,
		act: CLICK,
		seen: [13, 'clicked']
	},
	'pictures that have the names of what a document has': {
		html: `<body>${[
			'documentElement',
			'defaultView',
			'importNode',
			'dispatchEvent',
			'activeElement',
			'createElement',
			'body',
			'styleSheets'
		]
			.map((name) => `<img name="${name}" alt="">`)
			.join(
				''
			)}<p>a</p><button onclick="log('clicked')">x</button><script>log(document.querySelectorAll('img').length);</script></body>`,
		act: CLICK,
		seen: [8, 'clicked']
	}
};
