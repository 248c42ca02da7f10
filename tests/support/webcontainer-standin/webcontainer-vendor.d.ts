/** The copy of Comlink inside @webcontainer/api; bundled into the stand-in's page under this name. */
declare module 'webcontainer-vendor' {
	export const Comlink: {
		expose(object: object, endpoint: MessagePort): void;
		proxy<T extends object>(object: T): T;
	};
}
