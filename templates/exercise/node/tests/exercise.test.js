import { beforeEach, expect, test } from 'vitest';
import { resetFiles, runProgram } from 'passerelle/program';

// Each test begins with the files as the exercise gives them.
beforeEach(() => resetFiles());

// {town} and {code} in messages.*.json stand for these names and figures: one line translates all of them.
test.each([
	['Jette', '1090'],
	['Anderlecht', '1070']
])('prints the postcode of %s', async (town, code) => {
	// The program is started anew, as on the command line: node main.js Jette
	const { output } = await runProgram('main.js', { args: [town] });
	expect(
		output.trim(),
		// The second argument of expect is the lesson: the situation, and where to look.
		`node main.js ${town} prints ${code}, and nothing else. Ask codes for it, with the name between square brackets.`
	).toBe(code);
});

// Another file shows who has written the answers into the program.
test('looks into the file', async () => {
	const { output } = await runProgram('main.js', {
		args: ['Genk'],
		files: { 'postcodes.json': '{ "Genk": "3600" }' }
	});
	expect(
		output.trim(),
		'With another list in `postcodes.json`, the answer changes too. Take it from `codes`, do not write the list into the program.'
	).toBe('3600');
});

// "output" is what console.log prints, "errors" what console.error prints.
test('an unknown commune is named with console.error', async () => {
	const { output, errors } = await runProgram('main.js', { args: ['Atlantis'] });
	expect(
		errors,
		'Nobody knows Atlantis: print a sentence with `console.error` that holds this name, so that Idris sees what he typed.'
	).toContain('Atlantis');
	expect(
		output.trim(),
		'There is no postcode for Atlantis, so `console.log` prints nothing: it is for results only.'
	).toBe('');
});

test('an unknown commune ends with exit code 1', async () => {
	const { exitCode } = await runProgram('main.js', { args: ['Atlantis'] });
	expect(
		exitCode,
		'The commune was not found. Other programs see that by the exit code: `process.exitCode = 1`.'
	).toBe(1);
});
