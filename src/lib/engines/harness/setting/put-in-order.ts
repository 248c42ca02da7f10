import type { RunSetting } from '../../../contract/run-setting.ts';
import { chance } from './chance.ts';

/** The tests of a suite, or groups of them. */
type Tasks = { readonly type: string; tasks?: Tasks }[];

/** Puts the tests of each group in another order, always the same; groups stay together. */
export function putInOrder(tasks: Tasks, order: RunSetting['order']): void {
	if (order === 'written') return;
	for (const { tasks: inner } of tasks) if (inner) putInOrder(inner, order);
	if (order === 'reversed') return void tasks.reverse();
	const random = chance(1);
	for (let left = tasks.length; left > 1; left--) {
		const at = globalThis.Math.floor(random() * left);
		tasks.push(...tasks.splice(at, 1));
	}
}
