import type { ParamMatcher } from '@sveltejs/kit';
import { isLocale, type Locale } from '$lib/contract/locale.ts';

export const match = ((param): param is Locale => isLocale(param)) satisfies ParamMatcher;
