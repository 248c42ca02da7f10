import type { Node } from 'acorn';

/** A node of a syntax tree, of which nothing else is known yet. */
export type Tree = Node & Readonly<Record<string, unknown>>;

/** Whether a field of a node is a node. */
export const isNode = <T extends Node = Tree>(value: unknown): value is T =>
	typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
