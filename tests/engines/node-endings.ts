import type { FileMap } from '../../src/lib/contract/exercise.ts';

/** A program, `main.js`, that Node starts. CommonJS where no file of it says `import` or `export`. */
export type StartedProgram = string | FileMap;

const later = (text: string): string => `setTimeout(() => ${text}, 5);`;
const HEARD = `process.on('unhandledRejection', (reason, promise) => console.log('rejected', reason?.message ?? reason, promise instanceof Promise));`;
const CAUGHT = `process.on('uncaughtException', (error, origin) => console.log('caught', error?.message ?? error, error?.code, origin));`;
const FILE_GUARD = `import { fileURLToPath } from 'node:url'; const isMain = process.argv[1] === fileURLToPath(import.meta.url);`;
const COMMON_GUARD = `const isMain = require.main === module;`;

/** How programs end, and what they hear of what nobody caught. Node itself says what is right. */
export const ENDINGS: Readonly<Record<string, StartedProgram>> = {
	'a rejection that a listener hears ends nothing': `${HEARD} Promise.reject(new Error('a')); ${later(`console.log('on')`)}`,
	'a rejection with a text': `${HEARD} Promise.reject('text'); Promise.reject(undefined); ${later(`console.log('on')`)}`,
	'a rejection that is handled in time is none': `${HEARD} const p = Promise.reject(new Error('a')); p.catch(() => console.log('handled'));`,
	'a rejection that is handled too late': `const p = Promise.reject(new Error('late')); setTimeout(() => p.catch(() => {}), 5); setTimeout(() => console.log('never'), 10);`,
	'an exception that a listener hears ends nothing': `${CAUGHT} ${later(`{ throw new TypeError('a'); }`)} setTimeout(() => console.log('on'), 15);`,
	'a rejection is an exception where nobody listens for rejections': `${CAUGHT} Promise.reject(new Error('a')); ${later(`console.log('on')`)}`,
	'a rejection with a text as an exception': `${CAUGHT} Promise.reject('text'); Promise.reject({ a: 1 });`,
	'a rejection where both are listened for': `${CAUGHT} ${HEARD} Promise.reject(new Error('a'));`,
	'only the first one has a listener': `process.once('uncaughtException', (error) => console.log(error.message)); ${later(`{ throw new Error('one'); }`)} setTimeout(() => { throw new Error('two'); }, 10); setTimeout(() => console.log('never'), 20);`,
	'a listener that throws itself': `process.on('uncaughtException', () => { throw new RangeError('again'); }); ${later(`{ throw new Error('one'); }`)}`,
	'a listener for rejections that throws itself': `process.on('unhandledRejection', () => { throw new RangeError('again'); }); Promise.reject(new Error('one'));`,
	'a listener for rejections that throws, and one for exceptions': `${CAUGHT} process.on('unhandledRejection', () => { throw new RangeError('again'); }); Promise.reject(new Error('one'));`,
	'a listener that exits': `process.on('uncaughtException', () => process.exit(4)); ${later(`{ throw new Error('one'); }`)} setTimeout(() => console.log('never'), 20);`,
	'a listener that sets the exit code': `process.on('unhandledRejection', () => { process.exitCode = 6; }); Promise.reject(new Error('one')); ${later(`console.log('on')`)}`,
	'a monitor hears, and prevents nothing': `process.on('uncaughtExceptionMonitor', (error, origin) => console.log(error.message, origin)); Promise.reject(new Error('one'));`,
	'a listener that is taken away': `const hear = () => console.log('heard'); process.on('uncaughtException', hear); process.off('uncaughtException', hear); ${later(`{ throw new Error('one'); }`)}`,
	'a module that throws, with a listener': `import 'node:fs'; ${CAUGHT} ${later(`console.log('on')`)} throw new Error('top');`,
	'a module that throws, with a listener for rejections': `import 'node:fs'; ${HEARD} ${later(`console.log('on')`)} throw new Error('top');`,
	'a script of CommonJS that throws, with a listener': `require('node:fs'); ${CAUGHT} ${later(`console.log('on')`)} throw new Error('top');`,
	'a module that throws': `import 'node:fs'; ${later(`console.log('never')`)} throw new Error('top');`,
	'a file that throws while it is imported': {
		'main.js': `import './other.js'; console.log('never');`,
		'other.js': `export const a = 1; null.x;`
	},
	'an async main that fails': `async function main() { await null; throw new Error('main'); } main().catch((error) => { console.error(error.message); process.exit(2); });`,
	'an async main that fails, and nobody catches it': `async function main() { console.log('first'); await null; throw new Error('main'); } main();`,
	'exit listeners hear the code of a crash': `process.on('exit', (code) => console.log('exit', code)); ${later(`{ throw new Error('one'); }`)}`,
	'an exit listener may change the code': `process.on('exit', () => { process.exitCode = 5; }); ${later(`{ throw new Error('one'); }`)}`,
	'an exit listener may change the code of a good end': `process.on('exit', () => { process.exitCode = 5; });`,
	'null is thrown': later('{ throw null; }'),
	'a text is thrown, and heard': `${CAUGHT} ${later(`{ throw 'text'; }`)}`,
	'an await at the top that never ends': `import 'node:fs'; console.log('a'); await new Promise(() => {});`,
	'exit codes are numbers, or texts that are numbers': `process.exitCode = 3; process.exit('4');`,
	'an exit code is cut as the system cuts it': `process.exit(-1);`,
	'beforeExit may go on': `let times = 0; process.on('beforeExit', (code) => { times += 1; console.log('before', code); if (times < 3) setTimeout(() => {}, 1); });`,
	'an error event that nobody hears': `const { EventEmitter } = require('node:events'); new EventEmitter().emit('error', new Error('event'));`,
	'an error in nextTick and in a microtask': `import 'node:fs'; ${CAUGHT} process.nextTick(() => { throw new Error('tick'); }); queueMicrotask(() => { throw new Error('micro'); });`,
	'an error in a promise, heard with its own kind': `process.on('unhandledRejection', (reason) => console.log(reason instanceof RangeError, reason.name)); (async () => { throw new RangeError('r'); })();`,

	'a script of CommonJS is the main module': `${COMMON_GUARD} console.log(isMain, module.id, module.parent, require.main.filename === __filename);`,
	'what it requires is not': {
		'main.js': `${COMMON_GUARD} const other = require('./other.js'); console.log(isMain, other.isMain, other.parent, module.children.length);`,
		'other.js': `${COMMON_GUARD} module.exports = { isMain, parent: module.parent === require.main };`
	},
	'the usual last line of a script': {
		'main.js': `function main() { console.log('runs'); }\nif (require.main === module) main();\nmodule.exports = { main };`
	},
	'a script knows its file': `const path = require('node:path'); console.log(path.basename(__filename), __dirname === path.dirname(__filename), __filename === process.argv[1], module.filename === __filename);`,
	'a file in a folder knows its folder': {
		'main.js': `console.log(require('./lib/where.js'));`,
		'lib/where.js': `const path = require('node:path'); module.exports = path.relative(path.dirname(process.argv[1]), __dirname) + ' ' + path.basename(__filename);`
	},
	'a module is the main module': `${FILE_GUARD} console.log(isMain);`,
	'what it imports is not': {
		'main.js': `import { isMain as other } from './other.js'; ${FILE_GUARD} console.log(isMain, other);`,
		'other.js': `${FILE_GUARD} export { isMain };`
	},
	'a module knows its file and folder': {
		'main.js': `import { where } from './lib/where.js'; import path from 'node:path'; console.log(path.basename(import.meta.filename), import.meta.dirname === path.dirname(import.meta.filename), import.meta === import.meta, where);`,
		'lib/where.js': `import path from 'node:path'; export const where = path.basename(import.meta.dirname) + ' ' + import.meta.url.split('/').slice(-2).join('/');`
	},
	'a file beside a module is found by its address': {
		'main.js': `import fs from 'node:fs'; console.log(fs.readFileSync(new URL('./lib/data.txt', import.meta.url), 'utf8'));`,
		'lib/data.txt': 'data'
	},
	'a name that a module of Node does not have ends it before it begins':
		"import { readFileSink } from 'node:fs'; console.log('never', readFileSink);",
	'a name that is passed on and that a module of Node does not have': {
		'main.js': "import './names.js'; console.log('never');",
		'names.js': "console.log('never');\nexport { joint } from 'path';"
	},
	'a name that a module of Node has': "import { join as joint } from 'path'; console.log(joint('a', 'b'));"
};
