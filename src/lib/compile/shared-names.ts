import type { CatchClause, Identifier } from 'acorn';
import { IN_ITS_WORDS } from '../contract/linked-module.ts';
import type MagicString from 'magic-string';
import type { Place } from './scopes.ts';

/** The parameter with the names of a page's classic scripts; it stands in the engine's messages (harness/joints.ts). */
export const PAGE = '__passerelle_page__';

/** Statement lists: there a line that begins with a bracket goes on from the one before. */
export const LISTS = new Set(['Program', 'BlockStatement', 'StaticBlock', 'SwitchCase']);

/** Writes a name as a property of `owner`, read when it is needed, and called without a `this`. */
export function writeAsProperty(
	edit: MagicString,
	{ node, above }: Place & { node: { name: string } },
	owner: string
): void {
	const read = `${owner}.${node.name}`;
	const parent = above?.node;
	if (parent?.type === 'Property' && parent.shorthand)
		edit.overwrite(node.start, node.end, `${node.name}: ${read}`);
	else if (
		(parent?.type === 'CallExpression' && parent.callee === node) ||
		(parent?.type === 'TaggedTemplateExpression' && parent.tag === node)
	) {
		let statement: Place | null = above;
		while (statement && statement.node.start === node.start && statement.node.type !== 'ExpressionStatement')
			statement = statement.above;
		const first = statement?.node.start === node.start && LISTS.has(statement.above?.node.type ?? '');
		edit.overwrite(node.start, node.end, `${first ? ';' : ''}(0, ${read})`);
	} else edit.overwrite(node.start, node.end, read);
}

/** Writes a name that a classic script of the page may have declared. `typeof` asks for it without an error. */
export function writeShared(edit: MagicString, place: Place<Identifier>): void {
	const { node, above } = place;
	const parent = above?.node;
	if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof')
		edit.overwrite(node.start, node.end, ` ${PAGE}["typeof ${node.name}"]`);
	else if (
		parent?.type === 'AssignmentPattern' &&
		parent.left === node &&
		above?.above?.node.type === 'Property' &&
		above.above.node.shorthand
	)
		edit.overwrite(node.start, node.end, `${node.name}: ${PAGE}.${node.name}`);
	else writeAsProperty(edit, place, PAGE);
}

const CAUGHT = '__passerelle_caught__';

/**
 * What a program catches says `owner.total` where the learner wrote `total`: it is told so before the program reads it. No
 * line moves.
 */
export function writeCaught(edit: MagicString, { param, body }: CatchClause, owner: string): void {
	if (!param) return;
	const told = (name: string): string => `${owner}[${JSON.stringify(IN_ITS_WORDS)}](${name});`;
	const begin = body.start + 1;
	if (param.type === 'Identifier') {
		edit.appendLeft(begin, told(param.name));
		return;
	}
	edit.appendLeft(param.start, CAUGHT);
	edit.prependRight(param.start, 'let ').appendLeft(param.end, ` = ${told(CAUGHT)}`);
	edit.move(param.start, param.end, begin);
}
