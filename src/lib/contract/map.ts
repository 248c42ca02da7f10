import { z } from 'zod';
import { exerciseId } from './exercise.ts';
import { localizedText } from './localized-text.ts';

const coordinate = z.number().int().min(0).max(60);
const gridPoint = z.strictObject({
	x: coordinate.describe('Column on the grid, from the left.'),
	y: coordinate.describe('Row on the grid, from the top.')
});

/** `map.json`, version 1: the metro map. */
export const mapFile = z
	.strictObject({
		$schema: z.string().optional().describe('Where an editor finds the JSON Schema of this file.'),
		version: z.literal(1),
		lines: z
			.array(
				z.strictObject({
					id: z
						.string()
						.regex(/^[a-z][a-z0-9-]*$/)
						.describe("The track: first part of its exercises' ids."),
					letter: z
						.string()
						.regex(/^[A-Z]$/)
						.describe("Stands on the line's badge, with its colour and shape."),
					title: localizedText,
					path: z.array(gridPoint).min(2).describe('The corners of the line, in order.'),
					planned: z.boolean().default(false).describe('True: drawn as a line under construction.'),
					sections: z
						.array(
							z.strictObject({
								id: z.string().regex(/^[a-z0-9-]+$/),
								title: localizedText,
								stations: z.array(
									z.strictObject({
										exercise: exerciseId,
										...gridPoint.shape,
										labelSide: z
											.enum(['above', 'below', 'left', 'right'])
											.default('below')
											.describe('Where the name stands, so that names do not collide.'),
										prerequisites: z
											.array(exerciseId)
											.default([])
											.describe("Opens after these too, besides the exercise's own prerequisites.")
									})
								)
							})
						)
						.default([])
						.describe('Parts of the line, in order; each has stations in order.')
				})
			)
			.min(1)
	})
	.describe('map.json: lines, stations and where they stand.');
export type MapFile = z.infer<typeof mapFile>;
export type MapLine = MapFile['lines'][number];
export type MapStation = MapLine['sections'][number]['stations'][number];
