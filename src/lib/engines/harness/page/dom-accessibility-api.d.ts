/** The package's own types are not found through its `exports`. */
declare module 'dom-accessibility-api' {
	export function computeAccessibleName(element: Element): string;
	export function computeAccessibleDescription(element: Element): string;
	export function getRole(element: Element): string | null;
	export function isInaccessible(element: Element): boolean;
}
