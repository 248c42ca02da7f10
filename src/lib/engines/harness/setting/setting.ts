import { STATED_SETTING, type RunSetting } from '../../../contract/run-setting.ts';
import { chance } from './chance.ts';
import { sameLanguage } from './same-language.ts';
import { stateLanguage } from './stated-language.ts';
import { isBrussels, stateZone } from './stated-zone.ts';

/** What this realm is to be like. */
export const setting: RunSetting = globalThis.__passerelle_bridge__?.setting ?? STATED_SETTING;

sameLanguage(globalThis);
const { timeZone, language, beginsAt, seed } = setting;
const own = timeZone === STATED_SETTING.timeZone && isBrussels();
if (!own || beginsAt !== null) stateZone(timeZone, beginsAt);
stateLanguage(language, timeZone, own);
if (seed !== null) globalThis.Math.random = chance(seed);
