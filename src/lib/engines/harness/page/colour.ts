import { COLOUR_SPACES } from './colour-spaces.ts';

/** CSS Color 4, named colours, as `name hex` pairs. */
const NAMES = Object.fromEntries(
	(
		'aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 ' +
		'blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 ' +
		'chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b ' +
		'darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta ' +
		'8b008b darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f ' +
		'darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 ' +
		'deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen ' +
		'228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 ' +
		'greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c ' +
		'lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan ' +
		'e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ' +
		'ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de ' +
		'lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa ' +
		'mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee ' +
		'mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ' +
		'ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 ' +
		'orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 ' +
		'papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple ' +
		'663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 ' +
		'seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow ' +
		'fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ' +
		'ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32'
	)
		.match(/[a-z]+ [0-9a-f]{6}\b/g)!
		.map((pair) => pair.split(' ') as [string, string])
);

const print = (red: number, green: number, blue: number, alpha: number): string => {
	const [r, g, b] = [red, green, blue].map((part) => Math.round(Math.min(255, Math.max(0, part))));
	// Browsers keep alpha in a byte: 2 digits, or 3 where 2 would mean another byte.
	const two = Math.round(alpha * 100) / 100;
	const short = Math.round(two * 255) === Math.round(alpha * 255) ? two : Math.round(alpha * 1000) / 1000;
	return short >= 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${short})`;
};

function fromHex(digits: string): string | null {
	if (![3, 4, 6, 8].includes(digits.length)) return null;
	const full = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
	const [red, green, blue, alpha = 255] = full.match(/../g)!.map((pair) => Number.parseInt(pair, 16));
	return print(red!, green!, blue!, alpha / 255);
}

const fraction = (text: string | undefined): number =>
	text === undefined
		? 1
		: text === 'none'
			? 0
			: text.endsWith('%')
				? Number.parseFloat(text) / 100
				: Number.parseFloat(text);

const TURNS: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };
function degrees(text: string): number {
	const unit = /[a-z]+$/.exec(text)?.[0] ?? 'deg';
	return (((Number.parseFloat(text) * (TURNS[unit] ?? 1)) % 360) + 360) % 360;
}

function fromFunction(name: string, parts: readonly string[]): string | null {
	const [first, second, third, alpha] = parts;
	if (first === undefined || second === undefined || third === undefined) return null;
	if (name.startsWith('rgb')) {
		const channel = (text: string) =>
			text.endsWith('%') ? fraction(text) * 255 : text === 'none' ? 0 : Number.parseFloat(text);
		return print(channel(first), channel(second), channel(third), fraction(alpha));
	}
	const space = Object.hasOwn(COLOUR_SPACES, name) ? COLOUR_SPACES[name] : undefined;
	if (space) {
		const part = (text: string, full: number | null) => {
			if (text === 'none') return 0;
			if (full === null) return degrees(text);
			return text.endsWith('%') ? fraction(text) * full : Number.parseFloat(text);
		};
		const parts = [
			part(first, space.full[0]),
			part(second, space.full[1]),
			part(third, space.full[2])
		] as const;
		const [red, green, blue] = space.toSrgb(parts);
		return print(red * 255, green * 255, blue * 255, fraction(alpha));
	}
	if (name === 'hwb') {
		const white = fraction(second);
		const black = fraction(third);
		if (white + black >= 1) {
			const grey = (255 * white) / (white + black);
			return print(grey, grey, grey, fraction(alpha));
		}
		const channel = (offset: number) => {
			const k = (offset + degrees(first) / 30) % 12;
			const pure = 0.5 - 0.5 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
			return 255 * (pure * (1 - white - black) + white);
		};
		return print(channel(0), channel(8), channel(4), fraction(alpha));
	}
	// CSS Color 4, "HSL to sRGB".
	const [hue, saturation, light] = [
		degrees(first),
		Number.parseFloat(second) / 100,
		Number.parseFloat(third) / 100
	];
	const channel = (offset: number) => {
		const k = (offset + hue / 30) % 12;
		return 255 * (light - saturation * Math.min(light, 1 - light) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
	};
	return print(channel(0), channel(8), channel(4), fraction(alpha));
}

/** The functions that `plainColour` knows, for an expression. */
export const COLOUR_FUNCTIONS = 'rgba?|hsla?|hwb|oklab|oklch|lab|lch|color';
const FUNCTION = new RegExp(`^(${COLOUR_FUNCTIONS})\\(([^()]*)\\)$`);

/**
 * A named, `#hex`, `rgb()`, `hsl()`, `hwb()`, `oklch()`, `lab()` or `color(srgb …)` colour as browsers print colours of the older
 * kinds: in sRGB, what it cannot show cut off. Null where it is none of these.
 */
export function plainColour(text: string): string | null {
	const value = text.trim().toLowerCase();
	if (value === 'transparent') return 'rgba(0, 0, 0, 0)';
	if (Object.hasOwn(NAMES, value)) return fromHex(NAMES[value]!);
	if (value.startsWith('#')) return fromHex(value.slice(1));
	const match = FUNCTION.exec(value);
	if (!match) return null;
	const parts = match[2]!.split(/[\s,/]+/).filter(Boolean);
	const name = match[1] === 'color' ? (parts.shift() ?? '') : match[1]!;
	return match[1] === 'color' && !Object.hasOwn(COLOUR_SPACES, name) ? null : fromFunction(name, parts);
}
