import type { EngineNeed, FileMap } from '../../../lib/contract/exercise.ts';
import { isJson, textOf, type Json } from '../read/collection.ts';
import { Refused } from '../rewrite/learner-code.ts';
import type { SourceFolder } from '../read/source-folder.ts';
import { readJudgeSuite } from './judge-suite.ts';
import { declaredIn, exporting } from './learner-module.ts';
import { callingSuite, launchingSuite, type SuiteTest } from './suite-writer.ts';
import { readTestedPlan } from './tested-plan.ts';
import { readYaml, YamlNotRead } from './read-yaml.ts';

/** The code of an exercise, as a module that its suite can import. */
export interface DodonaCode {
	need: EngineNeed;
	start: string;
	solution: string;
	tests: FileMap;
	remarks: string[];
}

const NEEDS_NODE = /\brequire\s*\(|\bprocess\s*\.|\bfrom\s*['"]|\bimport\s*\(/;
const PLANS = ['suite.yaml', 'suite.yml', 'suite.tson', 'suite.json', 'plan.yaml', 'plan.tson', 'plan.json'];

/** The name of the judge: said, or known from the files that it reads. */
async function judgeOf(folder: SourceFolder, path: string, config: Json): Promise<'javascript' | 'tested'> {
	const language = textOf(config.programming_language)?.toLowerCase() ?? null;
	const said = isJson(config.evaluation) ? textOf(config.evaluation.handler)?.toLowerCase() : null;
	if (said && !/^(?:judge-)?(?:javascript|tested|universal(?:-judge)?)$/.test(said))
		throw new Refused(`its judge is "${said}", not JavaScript`);
	if (language !== null && language !== 'javascript')
		throw new Refused(`its language is "${language}", not JavaScript`);
	if (said?.endsWith('javascript')) return 'javascript';
	if (said) {
		if (language === null) throw new Refused('it does not say that its language is JavaScript');
		return 'tested';
	}
	if (language === null) throw new Refused('it names no judge and no language');
	return (await folder.read(`${path}/evaluation/tests.js`)) !== null ? 'javascript' : 'tested';
}

/** The first text of several files with languages in their names. */
async function readFirst(folder: SourceFolder, base: string, ending: string): Promise<string | null> {
	for (const locale of ['', '.nl', '.en', '.fr']) {
		const text = await folder.read(`${base}${locale}${ending}`);
		if (text !== null) return text;
	}
	return null;
}

async function readSolution(folder: SourceFolder, path: string): Promise<string> {
	const named = await readFirst(folder, `${path}/solution/solution`, '.js');
	if (named !== null) return named;
	const files = await folder.list(`${path}/solution`);
	const only = files.filter(({ name, directory }) => !directory && name.endsWith('.js'));
	const text = only.length === 1 ? await folder.read(`${path}/solution/${only[0]!.name}`) : null;
	if (text === null) throw new Refused('it has no solution in JavaScript, so nothing can prove it');
	return text;
}

async function readPlan(folder: SourceFolder, path: string, config: Json): Promise<unknown> {
	const said = isJson(config.evaluation) ? textOf(config.evaluation.test_suite) : null;
	for (const name of said ? [said] : PLANS) {
		const text = await folder.read(`${path}/evaluation/${name}`);
		if (text === null) continue;
		try {
			return /\.ya?ml$/.test(name) ? readYaml(text) : JSON.parse(text);
		} catch (error) {
			if (error instanceof YamlNotRead)
				throw new Refused(`its plan ${name} cannot be read: ${error.message}`);
			throw new Refused(`its plan ${name} is no JSON`);
		}
	}
	throw new Refused('there is no plan in evaluation/ that can be read');
}

interface Called {
	tests: readonly SuiteTest[];
	uses: ReadonlySet<string>;
	given: string;
}

function callable({ tests, uses, given }: Called, solution: string, boilerplate: string): DodonaCode {
	const declared = declaredIn(solution);
	const names = [...declared.keys()].filter((name) => uses.has(name));
	if (names.length === 0) throw new Refused('its tests use nothing that its solution declares');
	const remarks = [
		`The learner’s program exports what is tested (${names.join(', ')}); the statement does not say so.`
	];
	return {
		need: NEEDS_NODE.test(solution) ? 'node' : 'worker',
		solution: exporting(solution, names, declared),
		start: exporting(boilerplate, names, declared),
		tests: callingSuite(tests, names, given),
		remarks
	};
}

/** Reads the code of one exercise; throws `Refused` where its judge or its tests are none that can be brought over. */
export async function readCode(folder: SourceFolder, path: string, config: Json): Promise<DodonaCode> {
	const judge = await judgeOf(folder, path, config);
	const solution = await readSolution(folder, path);
	const boilerplate = (await readFirst(folder, `${path}/description/boilerplate/boilerplate`, '')) ?? '';
	if (judge === 'javascript') {
		const tests = await folder.read(`${path}/evaluation/tests.js`);
		if (tests === null) throw new Refused('there is no evaluation/tests.js');
		return callable(readJudgeSuite(tests), solution, boilerplate);
	}
	const plan = readTestedPlan(await readPlan(folder, path, config));
	if (plan.kind === 'calls') return callable({ ...plan, given: '' }, solution, boilerplate);
	return { need: 'node', solution, start: boilerplate, tests: launchingSuite(plan.launches), remarks: [] };
}
