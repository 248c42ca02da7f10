import type { Translate } from '../../i18n/translate.ts';
import type { StationOnMap } from './map-view.ts';

/** Why a station is locked; empty where it is not. */
export const whyLocked = (t: Translate, station: StationOnMap): string =>
	station.opensAfter.length === 0 ? '' : t('map.opens-after', { titles: station.opensAfter.join(', ') });

/** Length and worth of a station, in a few words. */
export const sizeOf = (t: Translate, { minutes, points }: Pick<StationOnMap, 'minutes' | 'points'>): string =>
	`${t('map.minutes', { minutes })} · ${t('map.points', { count: points })}`;

/** Everything the drawing says of a station, for people who do not see it. */
export const stationInWords = (t: Translate, station: StationOnMap): string =>
	[
		station.title,
		t(`state.${station.state}`),
		station.isNext ? t('map.next-here') : '',
		sizeOf(t, station),
		whyLocked(t, station)
	]
		.filter((part) => part !== '')
		.join('. ');
