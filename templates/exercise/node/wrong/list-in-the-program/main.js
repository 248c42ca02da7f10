const codes = { Anderlecht: "1070", Etterbeek: "1040", Evere: "1140", Jette: "1090" };
const town = process.argv[2];

if (codes[town] === undefined) {
	console.error("I do not know " + town + ".");
	process.exitCode = 1;
} else {
	console.log(codes[town]);
}
