import type { DataElement } from '../../../schema/kinds/data-catalog.js';
import { fill, type FilledRegister, type Register } from '../../register.js';
import { sorted, type Catalogues } from './catalogues.js';

interface Job {
  readonly id: string;
  readonly element: DataElement;
  readonly period: string | undefined;
  readonly region: string | undefined;
  readonly from: Catalogues;
}

/** What is erased or made anonymous, and when. */
export const retentionJobs: Register<Job> = {
  id: 'retention-jobs',
  description: 'One row for each piece of data, and one more for each region with a period of its own: what happens to it after which period from which event, and in which systems.',
  columns: [
    { name: 'element', always: true, description: 'The piece of data.', of: ({ id }) => id },
    { name: 'title', description: 'Its name for people.', of: ({ element }) => element.title },
    { name: 'class', description: 'Its class of protection.', of: ({ element }) => element.class },
    { name: 'nature', description: 'Whether it is about a person.', words: ['personal', 'pseudonymous', 'anonymous', 'none'], of: ({ element }) => element.nature },
    { name: 'subjects', description: 'Whose data they are.', of: ({ element }) => element.subjectCategory },
    { name: 'owner', description: 'The team that decides about it.', of: ({ element }) => element.owner },
    { name: 'steward', description: 'The team that looks after it.', of: ({ element }) => element.steward },
    { name: 'region', description: 'The region that the row is for; empty for all that have no row of their own.', of: ({ region }) => region },
    { name: 'action', description: 'What happens at the end of the period; empty where nothing is said.', words: ['erase', 'anonymise'], of: ({ element }) => element.retention?.action },
    { name: 'period', description: 'How long it is kept, as ISO 8601 or as `30d`; empty where nothing is said.', of: ({ period }) => period },
    { name: 'from', description: 'From when: an event, or `collection` or `case-close`.', of: ({ element }) => element.retention?.from },
    { name: 'fromSystems', type: 'texts', description: 'The systems that tell that event.', of: ({ element, from }) => tellers(from, element.retention?.from) },
    { name: 'master', description: 'The system that holds the truth.', of: ({ element }) => element.master },
    { name: 'copies', type: 'texts', description: 'Other systems that it is passed on to, and that check it. Copies beyond these are not in the documents.', of: ({ id, element, from }) => copiesOf(id, element, from) },
    { name: 'events', type: 'texts', description: 'Events that carry it, so that it lies wherever they are kept.', of: ({ id, from }) => carriers(from, id) },
  ],
};

/** The filled register. */
export function retentionRegister(from: Catalogues): FilledRegister {
  return fill(retentionJobs, from.elements.flatMap(({ id, value }) => jobsOf(id, value, from)), [...from.sources, ...from.systems]);
}

function jobsOf(id: string, element: DataElement, from: Catalogues): readonly Job[] {
  const { period, byRegion = {} } = element.retention ?? {};
  return [{ id, element, from, period, region: undefined }, ...sorted(Object.keys(byRegion)).map((region) => ({ id, element, from, period: byRegion[region], region }))];
}

function tellers({ systems }: Catalogues, event: string | undefined): readonly string[] {
  return systems.filter(({ value }) => value.emits?.some((each) => each.event === event)).map(({ id }) => id);
}

/** What is passed on to the master comes to where the truth is held, and is no copy of it. */
function copiesOf(id: string, { master, validator }: DataElement, from: Catalogues): readonly string[] {
  return sorted([...receivers(from, id), ...(validator === undefined ? [] : [validator])]).filter((system) => system !== master);
}

function receivers({ systems }: Catalogues, element: string): readonly string[] {
  return systems.flatMap(({ value }) => (value.integrations ?? []).flatMap(({ to, elements = [] }) => (to !== undefined && elements.includes(element) ? [to] : [])));
}

function carriers({ systems }: Catalogues, element: string): readonly string[] {
  return sorted(systems.flatMap(({ value }) => (value.emits ?? []).filter(({ attributes = [] }) => attributes.some((each) => each.element === element)).map(({ event }) => event)));
}

/** `claim-photo: erase P3Y after case-close (AT: P2Y)` */
export function retentionWords(id: string, { retention }: DataElement): string {
  if (retention === undefined) return `${id}: not said`;
  const { period = 'a time that is not said', from = 'an event that is not said', action = 'not said what is done,', byRegion = {} } = retention;
  const regions = sorted(Object.keys(byRegion)).map((region) => `${region}: ${byRegion[region]}`);
  return `${id}: ${action} ${period} after ${from}${regions.length === 0 ? '' : ` (${regions.join(', ')})`}`;
}
