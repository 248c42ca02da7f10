/** Options of ours that npm would take for its own where `--` is forgotten. */
const OURS = [
	'after',
	'all',
	'engine',
	'files',
	'fix',
	'force',
	'json',
	'jobs',
	'only',
	'origin',
	'out',
	'root',
	'strict',
	'title-en',
	'title-fr',
	'title-nl',
	'track',
	'trusted',
	'yes'
];

/**
 * What to say where npm kept words that were meant for us: `npm run exercise new a/b --yes` gives npm the `--yes`. Null
 * where it kept none. `env`: npm tells its own options there.
 */
export function keptByNpm(
	args: readonly string[],
	env: Readonly<Record<string, string | undefined>>
): string | null {
	if (env.npm_lifecycle_event !== 'exercise') return null;
	const kept = OURS.filter((name) => {
		const value = env[`npm_config_${name.replaceAll('-', '_')}`];
		return value !== undefined && value !== '' && value !== 'false' && !args.includes(`--${name}`);
	});
	if (kept.length === 0) return null;
	const words = kept.map((name) => `--${name}`).join(' and ');
	return `npm may have kept ${words} for itself. Write "--" before the words for this command: npm run exercise -- ${args.join(' ')} --${kept[0]}`;
}
