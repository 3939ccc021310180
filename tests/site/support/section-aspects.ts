/** What the sections of a journey's page tell of people, numbers, data, other documents and versions, and what is known of them, without the code of the site. */
import type { JourneyModel } from '../../../src/model/journey.js';
import type { Kpi } from '../../../src/schema/kinds/kpi.js';
import { intents } from '../../render/support/intent.js';
import type { Aspect, Known } from './aspect.js';
import { all, children, tableLines, words, type Tag } from './read-page.js';

export const sectionAspects: readonly Aspect[] = [
  {
    name: 'who does, answers, advises and is told in each stage',
    read: (page) => tableLines(page, 'Who does, answers, advises and is told'),
    wanted: ({ workspace }, journey) => intents['raci']!(workspace, journey).tables[0]!,
  },
  {
    name: 'each KPI with where it stood and where it is to go',
    read: (page) => tableLines(page, 'KPIs').filter((line) => !line.includes('measure of this journey')),
    wanted: ({ workspace }, journey) => kpisOf(journey).map(([id, role]) => {
      const value: Partial<Kpi> = workspace.find('Kpi', id)?.value ?? {};
      return [value.title ?? id, role, baseline(value), target(value), { up: 'more', down: 'less', band: 'within a band', '': '' }[value.direction ?? '']].join(' | ');
    }),
  },
  {
    name: 'each thing that is known, with the steps that ask for it, write it and read it',
    read: (page) => tableLines(page, 'Data of the journey').map((line) => line.split(' | ').filter((_, index) => index !== 1).join(' | ')),
    wanted: ({ workspace }, { spec }) => {
      const steps = (spec.value.stages ?? []).flatMap((stage) => stage.steps);
      const uses = ['collects', 'writes', 'reuses'] as const;
      const ids = new Set(steps.flatMap(({ data }) => uses.flatMap((use) => data?.[use] ?? [])));
      return [...ids].map((id) => [workspace.registers.elements.get(id)?.value.title ?? id, ...uses.map((use) => steps.filter(({ data }) => data?.[use]?.includes(id)).map(({ title }) => title).join(', '))].join(' | '));
    },
  },
  {
    name: 'every version, the newest first, with who has agreed to it',
    read: (page) => all(page, 'ol.versions').flatMap((list) => children(list)).map((item) => [words(all(item, 'h3')[0]), ...all(item, 'ul.approvals', 'li').map(words)].join(' | ')),
    wanted: ({ versions }) => versions.map(({ number, status, approvals }) => [`${number} ${status}`, ...approvals].join(' | ')).toReversed(),
  },
  { name: 'every document that depends on it', read: dependentsOn, wanted: ({ workspace }, { spec }) => dependents(workspace, spec.coordinate) },
];

function kpisOf({ spec: { value } }: JourneyModel): readonly (readonly [id: string, role: string])[] {
  const own = new Set((value.measures ?? []).map(({ id }) => id));
  const named = [...(value.kpis?.primary ?? []).map((id) => ({ id, role: 'decides' })), ...(value.kpis?.secondary ?? []).map((id) => ({ id, role: 'explains' })), ...(value.stages ?? []).flatMap(({ title, kpis = [] }) => kpis.map((id) => ({ id, role: `stage ${title}` })))].filter(({ id }) => !own.has(id));
  return [...new Set(named.map(({ id }) => id))].map((id) => [id, named.filter((each) => each.id === id).map(({ role }) => role).join(', ')]);
}

const units: Readonly<Record<string, string>> = { percent: ' %', duration: ' h', 'currency(EUR)': ' EUR', 'duration(s)': ' s', 'duration(m)': ' min', 'duration(h)': ' h', 'duration(d)': ' d' };

function baseline({ baseline: then, unit = '' }: Partial<Kpi>): string {
  return then === undefined ? '' : `${then.value}${units[unit] ?? ''}${then.period === undefined ? '' : ` in ${then.period}`}`;
}

function target({ target: aim, unit = '' }: Partial<Kpi>): string {
  if (aim === undefined) return '';
  const numbers = aim.value === undefined ? [aim.from, aim.to] : [aim.value];
  return `${numbers.map((each) => `${each}${units[unit] ?? ''}`).join(' to ')}${aim.by === undefined ? '' : ` by ${aim.by}`}`;
}

/** The titles of what a page says to depend on its document, in the order of their letters. */
export function dependentsOn(page: Tag): readonly string[] {
  const parts = all(page, 'section#relations').flatMap((section) => children(section));
  const at = parts.findIndex((part) => words(part) === 'Depends on it');
  return at < 0 ? [] : all(parts[at + 1]!, 'li').map((item) => words(children(item)[0])).toSorted();
}

/** The titles of all documents that name another one, or a part of it; a Record is no document that could change. */
export function dependents(workspace: Known['workspace'], subject: string): readonly string[] {
  const naming = [...workspace.references].filter(({ from, target: named }) => from.kind !== 'Record' && from.coordinate !== subject && (named === subject || named?.startsWith(`${subject}#`) === true));
  return [...new Set(naming.map(({ from }) => from))].map(({ id, value }) => ('title' in value ? value.title : undefined) ?? id).toSorted();
}
