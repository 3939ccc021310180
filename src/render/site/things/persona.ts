import { percentWords } from '../../../base/amounts.js';
import { shareMillionths } from '../../../base/exact.js';
import { list } from '../layout.js';
import type { Thing } from './thing.js';

export const persona: Thing<'Persona'> = {
  kind: 'Persona',
  section: 'personas',
  lead: 'The people whom journeys are made for, and those who do the work.',
  facts: (_, { value }) => [
    ['Sort', value.type],
    ['Tier', value.tier?.name],
    ['Part of the customers', shareWords(value.share)],
  ],
  more: (_, { value }) => [
    ['Background', list(value.background ?? [])],
    ['Needs', list(value.needs ?? [])],
    ['How to know them', list(value.cues ?? [])],
  ],
  columns: ['Sort', 'Tier', 'Journeys'],
  cells: (page, { value, coordinate }) => [value.type, value.tier?.name, String(page.usesOf(coordinate).filter(({ by }) => by.kind === 'Journey').length)],
};

function shareWords(share: number | undefined): string {
  const millionths = share === undefined ? undefined : shareMillionths(share);
  return millionths === undefined ? String(share ?? '') : percentWords(millionths);
}
