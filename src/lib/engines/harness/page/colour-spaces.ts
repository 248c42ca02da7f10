type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
	const [first, second, third] = matrix.map(([a, b, c]) => a * x + b * y + c * z);
	return [first!, second!, third!];
};

/* Matrices of CSS Color 4, "Sample code for color conversions". */
const XYZ_TO_SRGB: Matrix = [
	[12831 / 3959, -329 / 214, -1974 / 3959],
	[-851781 / 878810, 1648619 / 878810, 36519 / 878810],
	[705 / 12673, -2585 / 12673, 705 / 667]
];
const P3_TO_XYZ: Matrix = [
	[608311 / 1250200, 189793 / 714400, 198249 / 1000160],
	[35783 / 156275, 247089 / 357200, 198249 / 2500400],
	[0, 32229 / 714400, 5220557 / 5000800]
];
const D50_TO_D65: Matrix = [
	[0.955473421488075, -0.02309845494876471, 0.06325924320057072],
	[-0.0283697093338637, 1.0099953980813041, 0.021041441191917323],
	[0.012314014864481998, -0.020507649298898964, 1.330365926242124]
];
const OKLAB_TO_LMS: Matrix = [
	[1, 0.3963377773761749, 0.2158037573099136],
	[1, -0.1055613458156586, -0.0638541728258133],
	[1, -0.0894841775298119, -1.2914855480194092]
];
const LMS_TO_XYZ: Matrix = [
	[1.2268798758459243, -0.5578149944602171, 0.2813910456659647],
	[-0.0405757452148008, 1.112286803280317, -0.0717110580655164],
	[-0.0763729366746601, -0.4214933324022432, 1.5869240198367816]
];
const WHITE_D50: Triple = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];

const each = ([a, b, c]: Triple, of: (part: number) => number): Triple => [of(a), of(b), of(c)];
const encode = (part: number): number => {
	const size = Math.abs(part);
	return size > 0.0031308 ? Math.sign(part) * (1.055 * size ** (1 / 2.4) - 0.055) : 12.92 * part;
};
const decode = (part: number): number => {
	const size = Math.abs(part);
	return size > 0.04045 ? Math.sign(part) * ((size + 0.055) / 1.055) ** 2.4 : part / 12.92;
};
const fromXyz = (xyz: Triple): Triple => each(times(XYZ_TO_SRGB, xyz), encode);

const fromOklab = (lab: Triple): Triple =>
	fromXyz(
		times(
			LMS_TO_XYZ,
			each(times(OKLAB_TO_LMS, lab), (part) => part ** 3)
		)
	);

function fromLab([light, a, b]: Triple): Triple {
	const [kappa, epsilon] = [24389 / 27, 216 / 24389];
	const y = (light + 16) / 116;
	const [x, z] = [a / 500 + y, y - b / 200];
	const ratio = (root: number) => (root ** 3 > epsilon ? root ** 3 : (116 * root - 16) / kappa);
	const xyz: Triple = [
		ratio(x) * WHITE_D50[0],
		(light > kappa * epsilon ? y ** 3 : light / kappa) * WHITE_D50[1],
		ratio(z) * WHITE_D50[2]
	];
	return fromXyz(times(D50_TO_D65, xyz));
}

const polar = ([light, chroma, hue]: Triple): Triple => {
	const angle = (hue * Math.PI) / 180;
	return [light, chroma * Math.cos(angle), chroma * Math.sin(angle)];
};

interface ColourSpace {
	/** What 100 % of each part is; null: an angle. */
	full: readonly [number, number, number | null];
	/** Red, green and blue of sRGB, 0 to 1 where it can show the colour. */
	toSrgb(parts: Triple): Triple;
}

/** The colour spaces that browsers do not rewrite to `rgb()` themselves, by the name of their function or of `color()`'s first word. */
export const COLOUR_SPACES: Readonly<Record<string, ColourSpace>> = {
	oklab: { full: [1, 0.4, 0.4], toSrgb: fromOklab },
	oklch: { full: [1, 0.4, null], toSrgb: (parts) => fromOklab(polar(parts)) },
	lab: { full: [100, 125, 125], toSrgb: fromLab },
	lch: { full: [100, 150, null], toSrgb: (parts) => fromLab(polar(parts)) },
	srgb: { full: [1, 1, 1], toSrgb: (parts) => parts },
	'srgb-linear': { full: [1, 1, 1], toSrgb: (parts) => each(parts, encode) },
	'display-p3': { full: [1, 1, 1], toSrgb: (parts) => fromXyz(times(P3_TO_XYZ, each(parts, decode))) }
};
