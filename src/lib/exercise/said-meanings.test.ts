import { expect, test } from 'vitest';
import { saidMeanings, type ExplainedIn } from './said-meanings.ts';

const said = (locale: ExplainedIn, markdown: string): string[] => [...saidMeanings(markdown, locale)].sort();

test.each<[ExplainedIn, string, string[]]>([
	['fr', "`age` (l'âge) entre.", ['age']],
	['nl', 'De prijzen (`prices`) komen binnen.', ['prices']],
	['fr', 'Elle paie avec 20 euros (`paid`, la somme payée).', ['paid']],
	['nl', '`average([12, 15])` (het gemiddelde) moet `15` teruggeven.', ['average']],
	['fr', 'La partie `function sign(people)` (le panneau) est prête.', ['sign']],
	['fr', '`hour` et `minute` sont le départ, `ride` est la durée.', ['hour', 'minute', 'ride']],
	['nl', '`soups`, `cakes` en `paid` zijn de aantallen.', ['cakes', 'paid', 'soups']],
	['fr', '`shelter` veut dire abri.', ['shelter']],
	['nl', 'Hier is `one` een van de laptops.', ['one']],
	['fr', '`laptop.borrower` est la personne qui le garde.', ['borrower']],
	['nl', '- **`filter`**: houdt enkele waarden over.', ['filter']],
	['nl', 'De functie krijgt `daysAtHome`: hoelang het boek thuis ligt.', ['daysAtHome']],
	['fr', 'Elle reçoit `daysAtHome`\u00a0: depuis combien de jours il est là.', ['daysAtHome']],
	['fr', 'Combien de kilomètres ? Appelle `kilometres`.', ['kilometres']],
	['nl', 'De site heeft een menu. Toon `menu`.', ['menu']]
])('%s: %s', (locale, markdown, names) => {
	expect(said(locale, markdown)).toEqual(names);
});

test.each<[ExplainedIn, string]>([
	['fr', '`saved(4)` doit renvoyer `10`.'],
	['nl', '`saved(4)` moet `10` teruggeven.'],
	['fr', 'La partie `function sign(people)` est prête.'],
	['nl', '`sign` is klaar.'],
	['fr', '`send` est déjà là.'],
	['nl', 'Werk tussen de accolades van `countdown`.'],
	['fr', 'Mets le nombre dans `count`, puis (si tu veux) affiche-le.'],
	['fr', 'Essaie `average` (`null` aussi).'],
	['nl', 'Tel op in `sum` en toon het.'],
	['fr', 'Voici :\n\n```js\nconst age = 3; // `age` (âge)\n```\n']
])('%s: says no meaning: %s', (locale, markdown) => {
	expect(said(locale, markdown)).toEqual([]);
});
