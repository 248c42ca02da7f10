import type { CaseRow, CaseTable, CellFault, CellKind, CellValue } from '../../contract/case-table.ts';
import type { Locale } from '../../contract/locale.ts';
import type { Translate } from '../../i18n/translate.ts';
import { labelled } from './labelled.ts';

/** A number as people of this language write it, without thousands: it can be typed so, too. */
export const numberText = (value: number, locale: Locale): string =>
	value.toLocaleString(`${locale}-BE`, { useGrouping: false, maximumFractionDigits: 6 });

/** Why a cell has no value. */
export function faultWords({ fault, limit }: CellFault, locale: Locale, t: Translate): string {
	if (fault === 'between-steps' && limit === 1) return t('table.fault.whole');
	return t(`table.fault.${fault}`, { limit: limit === undefined ? '' : numberText(limit, locale) });
}

/** A value as it is read: of a choice its label, of a number its unit too. */
export function valueText(kind: CellKind, value: CellValue | null, locale: Locale, t: Translate): string {
	if (value === null) return '—';
	if (typeof value === 'boolean') return t(value ? 'table.yes' : 'table.no');
	if (kind.type === 'choice') return kind.choices?.find((one) => one.value === value)?.label[locale] ?? '';
	const text = typeof value === 'number' ? numberText(value, locale) : value;
	return kind.unit ? `${text}\u00a0${kind.unit[locale]}` : text;
}

/** A row in one line: "Row 3: 12 years, Sunday → €2". */
export function rowText(
	table: CaseTable,
	row: CaseRow,
	number: number,
	locale: Locale,
	t: Translate
): string {
	const inputs = table.columns.map((kind) => {
		const text = valueText(kind, row.inputs[kind.name] ?? null, locale, t);
		return kind.type === 'yes-no' ? labelled(kind.label[locale], text, t) : text;
	});
	const result = valueText(table.result, row.expected, locale, t);
	return labelled(t('table.row', { number }), `${inputs.join(', ')} → ${result}`, t);
}
