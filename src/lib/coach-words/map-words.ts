import type { DetailWords } from '../contract/problem.ts';
import type { SharedDetails } from '../contract/problem-details.ts';

const round = (ring: readonly string[]): string => [...ring, ...ring.slice(0, 1)].join(' → ');

const SIDES: Readonly<Record<string, string>> = {
	above: 'above it',
	below: 'below it',
	left: 'on its left',
	right: 'on its right'
};

/** Of maps, and of what exercises are to each other. */
export const MAP_WORDS: DetailWords<
	Pick<
		SharedDetails,
		| 'map-unknown-exercise'
		| 'map-missing-station'
		| 'map-duplicate-station'
		| 'map-position-taken'
		| 'map-off-line'
		| 'map-name-crossed'
		| 'invalid-field/other-line'
		| 'invalid-field/slope'
		| 'duplicate-line'
		| 'duplicate-line/other-map'
		| 'duplicate-exercise'
		| 'unknown-prerequisite'
		| 'prerequisite-cycle'
		| 'prerequisite-cycle/several-folders'
		| 'former-name-taken'
	>
> = {
	'map-unknown-exercise': ({ id }) => ({
		message: `There is no exercise "${id}".`,
		fix: 'Correct the id, or remove the station.'
	}),
	'map-missing-station': ({ id }) => ({
		message: `"${id}" has no station.`,
		fix: 'Add a station for it in map.json; without one nobody finds it.'
	}),
	'map-duplicate-station': ({ id }) => ({
		message: `"${id}" has two stations.`,
		fix: 'Keep one of the two.'
	}),
	'map-position-taken': ({ id, x, y }) => ({
		message: `"${id}" already stands at x ${x}, y ${y}.`,
		fix: 'Move one of the two.'
	}),
	'map-off-line': ({ id, x, y, line }) => ({
		message: `The station of "${id}" at x ${x}, y ${y} is not on its line.`,
		fix: `Move it, or lead the path of the line "${line}" through it.`
	}),
	'map-name-crossed': ({ id, side, free }) => ({
		message: `A line is drawn through the name of "${id}", which stands ${SIDES[side]}.`,
		fix:
			free.length > 0
				? `Set its "labelSide" to ${free.map((one) => `"${one}"`).join(' or ')}.`
				: 'Move the station, or the corner of the line: on every side the name would be crossed.'
	}),
	'invalid-field/other-line': ({ id, line }) => ({
		message: `"${id}" stands on the line "${line}".`,
		fix: 'Move it to the line of its own track.'
	}),
	'invalid-field/slope': ({ line, from, to }) => ({
		message: `The line "${line}" runs from x ${from.x}, y ${from.y} to x ${to.x}, y ${to.y}: not straight and not at 45 degrees.`,
		fix: 'Move one of the two corners, or add one between them.'
	}),
	'duplicate-line': ({ key, value }) => ({
		message: `Another line has the ${key} "${value}" already.`,
		fix: 'Give each line its own.'
	}),
	'duplicate-line/other-map': ({ line, first, second }) => ({
		message: `The line "${line}" is on the map of ${first} and on that of ${second}: the first one is shown.`,
		fix: 'Give this line another id, and the folder of its exercises the same name.'
	}),
	'duplicate-exercise': ({ id, first, second }) => ({
		message: `"${id}" is in ${first} and in ${second}: the first one is served.`,
		fix: 'Give one of the two another name, or remove it.'
	}),
	'unknown-prerequisite': ({ id }) => ({
		message: `The prerequisite "${id}" is not an exercise that works.`,
		fix: 'Correct the id, repair that exercise, or remove it here.'
	}),
	'prerequisite-cycle': ({ ring }) => ({
		message: `These exercises wait for each other: ${round(ring)}.`,
		fix: 'Remove one of these prerequisites, here or in map.json.'
	}),
	'prerequisite-cycle/several-folders': ({ ring }) => ({
		message: `These exercises of several folders wait for each other: ${round(ring)}.`,
		fix: 'Remove one of these prerequisites, there or in a map.json.'
	}),
	'former-name-taken': ({ name, other }) => ({
		message: `The former name "${name}" belongs to "${other}".`,
		fix: 'Remove it from "formerly": an old address can lead to one exercise only.'
	})
};
