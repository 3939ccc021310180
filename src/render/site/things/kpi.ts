import { windowWords } from '../../../analysis/proof/promise-words.js';
import { explainKpi } from '../../../analysis/kpi/explain-kpi.js';
import { prose } from '../html.js';
import { linkTo, listed, openOnly } from '../shown.js';
import { baselineWords, directionWords, targetWords, valueWords } from './kpi-words.js';
import { lengthWords } from './length-words.js';
import { table } from '../layout.js';
import type { Thing } from './thing.js';

export const kpi: Thing<'Kpi'> = {
  kind: 'Kpi',
  section: 'kpis',
  lead: 'The numbers that journeys are steered by: where they stand, and where they are to go.',
  facts: (page, { id, value }) => [
    ['What it counts', prose(openOnly(page, explainKpi(page.workspace, id)?.sentence ?? ''))],
    ['Baseline', baselineWords(value)],
    ['Target', targetWords(value)],
    ['Better is', directionWords(value)],
    ['Category', value.category],
    ['Unit', value.unit],
    ['Counted over', value.window && windowWords(value.window)],
    ['Comes from', listed((value.source ?? []).map((each) => linkTo(page, 'System', each)))],
    ['Kept in balance by', value.counterpart === undefined ? undefined : linkTo(page, 'Kpi', value.counterpart)],
    ['Outcome', value.outcome],
  ],
  more: (_, { value }) => [
    ['Alerts', table('Alerts', ['Alert', 'Below', 'Above', 'For'], (value.alerts ?? []).map(({ severity, below, above, for: length }) => [severity ?? 'alert', valueWords(below, value.unit), valueWords(above, value.unit), length && lengthWords(length)]))],
  ],
  columns: ['Category', 'Baseline', 'Target', 'Relied on by'],
  cells: (page, { value, coordinate }) => [value.category, baselineWords(value), targetWords(value), String(page.usesOf(coordinate).length)],
};
