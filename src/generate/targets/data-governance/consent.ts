import { compareText } from '../../../base/diagnostic.js';
import { groupBy } from '../../../base/groups.js';
import type { Spec } from '../../../model/spec.js';
import type { Purpose } from '../../../schema/kinds/data-catalog.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import type { Step } from '../../../schema/kinds/step.js';
import type { EmittedEvent } from '../../../schema/kinds/system.js';
import { fill, type FilledRegister, type Register } from '../../register.js';
import { sorted, type Catalogues } from './catalogues.js';

type Sort = 'purpose' | 'activity' | 'event' | 'rule' | 'step';

interface ConsentRow {
  readonly sort: Sort;
  readonly document: Spec;
  readonly id: string;
  readonly title?: string | undefined;
  readonly stages?: readonly string[];
  readonly events?: readonly string[];
  readonly elements?: readonly string[];
  readonly purposes: readonly string[];
  readonly needs: Consent;
  /** Of the row of a purpose. */
  readonly purpose?: Purpose;
}

/** Keys of the consents that must be there; `isNeeded` is true also where nobody says under which key it is kept. */
interface Consent {
  readonly isNeeded: boolean;
  readonly keys: readonly string[];
  /** What nobody says, in words: behind each of these there may be a consent. */
  readonly unsaid: readonly string[];
}

/** What waits for which consent. */
export const consentMap: Register<ConsentRow> = {
  id: 'consent-map',
  description: 'One row for each purpose, and for each activity, event, rule and step: for which purposes data are used there, and which consent must be there before.',
  columns: [
    { name: 'sort', always: true, words: ['purpose', 'activity', 'event', 'rule', 'step'], description: 'What the row is about.', of: ({ sort }) => sort },
    { name: 'document', always: true, description: 'Where it is declared.', of: ({ document }) => document.coordinate },
    { name: 'id', always: true, description: 'Its id or name.', of: ({ id }) => id },
    { name: 'title', description: 'Its name for people.', of: ({ title }) => title },
    { name: 'consent', always: true, words: ['needed', 'not needed', 'not known'], description: '`needed` where something waits for a consent; `not known` where nothing is known to wait for one, and `unsaid` says what nobody has said.', of: ({ needs: { isNeeded, unsaid } }) => (isNeeded ? 'needed' : unsaid.length > 0 ? 'not known' : 'not needed') },
    { name: 'unsaid', type: 'texts', description: 'What nobody says of the purposes, events and data of the row: behind each of these there may be one more consent. Data that are not about people need nobody to say what for.', of: ({ needs }) => needs.unsaid },
    { name: 'consentKeys', type: 'texts', description: 'The keys under which the consents are kept. All of them must be there.', of: ({ needs }) => needs.keys },
    { name: 'purposes', type: 'texts', description: 'What the data are used for. Of a step: what its events are collected for, and what its data are kept for where all of that waits for a consent.', of: ({ purposes }) => purposes },
    { name: 'basis', description: 'Of a purpose: the lawful ground.', of: ({ purpose }) => purpose?.basis },
    { name: 'art9', description: 'Of a purpose: the ground of GDPR Art. 9, in words. Where they ask for a consent, the `consentKey` of the purpose says so to this map.', of: ({ purpose }) => purpose?.art9 },
    { name: 'assessment', description: 'Of a purpose: the Record that weighed the interests or the risk.', of: ({ purpose }) => purpose?.assessment },
    { name: 'stages', type: 'texts', description: 'The stage of a step; the stages of a rule, none for all.', of: ({ stages = [] }) => stages },
    { name: 'events', type: 'texts', description: 'Events that the step names.', of: ({ events = [] }) => events },
    { name: 'data', type: 'texts', description: 'The data that are used; of a step with `collects`, `reuses` or `writes`.', of: ({ elements = [] }) => elements },
  ],
};

/** The filled register. */
export function consentRegister(from: Catalogues, journeys: readonly Spec<'Journey'>[]): FilledRegister {
  const told = from.systems.flatMap((document) => (document.value.emits ?? []).map((event) => ({ document, event })));
  const byEvent = groupBy(told.map(({ event }) => event), ({ event }) => event);
  const activities = from.catalogues.flatMap((document) => (document.value.activities ?? []).map((activity) => ({ document, activity })));
  const rows: readonly ConsentRow[] = [
    ...from.purposes.map(({ id, value, spec }): ConsentRow => ({ sort: 'purpose', document: spec, id, title: value.title, purpose: value, ...askedFor(from, id) })),
    ...activities.map(({ document, activity }): ConsentRow => ({ sort: 'activity', document, id: activity.id, title: activity.title, elements: activity.elements ?? [], ...asked(from, `activity ${activity.id}`, activity) })),
    ...told.map(({ document, event }): ConsentRow => ({ sort: 'event', document, id: event.event, elements: (event.attributes ?? []).flatMap(({ element }) => element ?? []), ...asked(from, `event ${event.event}`, event) })),
    ...journeys.flatMap((document) => (document.value.rules ?? []).map((rule) => rowOfRule(from, document, rule))),
    ...journeys.flatMap((document) => (document.value.stages ?? []).flatMap((stage) => stage.steps.map((step) => rowOfStep(from, byEvent, document, stage.id, step)))),
  ];
  return fill(consentMap, inOrder(rows), [...from.sources, ...from.systems, ...journeys]);
}

const order: readonly Sort[] = ['purpose', 'activity', 'event', 'rule', 'step'];

/** Steps stay in the order of their journey. */
function inOrder(rows: readonly ConsentRow[]): readonly ConsentRow[] {
  return rows.toSorted((a, b) => order.indexOf(a.sort) - order.indexOf(b.sort) || compareText(a.document.coordinate, b.document.coordinate) || (a.sort === 'step' ? 0 : compareText(a.id, b.id)));
}

type Asked = Pick<ConsentRow, 'purposes' | 'needs'>;

/** What an activity, an event or a rule waits for. */
function asked(from: Catalogues, what: string, { purpose, consentKey }: { readonly purpose?: string; readonly consentKey?: string }): Asked {
  const own = { isNeeded: consentKey !== undefined, keys: consentKey === undefined ? [] : [consentKey], unsaid: purpose === undefined ? [`${what}: has no purpose`] : [] };
  return together([{ purposes: [], needs: own }, ...(purpose === undefined ? [] : [askedFor(from, purpose)])]);
}

/** What a purpose waits for. */
function askedFor(from: Catalogues, id: string): Asked {
  const { basis, consentKey } = from.purpose(id) ?? {};
  const unsaid = unsaidOf(from, id);
  return { purposes: [id], needs: { isNeeded: basis === 'consent' || consentKey !== undefined, keys: consentKey === undefined ? [] : [consentKey], unsaid: unsaid === undefined ? [] : [`purpose ${id}: ${unsaid}`] } };
}

function unsaidOf(from: Catalogues, purpose: string): string | undefined {
  const found = from.purpose(purpose);
  if (found !== undefined) return found.basis === undefined && found.consentKey === undefined ? 'has no lawful ground' : undefined;
  const elsewhere = from.unwritten(purpose);
  return elsewhere === undefined ? 'is declared nowhere' : `is declared in ${elsewhere.coordinate} alone, which is ${elsewhere.status} and binds nobody`;
}

/** All of them at once. */
function together(parts: readonly Asked[]): Asked {
  const all = parts.map(({ needs }) => needs);
  return {
    purposes: sorted(parts.flatMap(({ purposes }) => purposes)),
    needs: { isNeeded: all.some(({ isNeeded }) => isNeeded), keys: sorted(all.flatMap(({ keys }) => keys)), unsaid: sorted(all.flatMap(({ unsaid }) => unsaid)) },
  };
}

function rowOfRule(from: Catalogues, document: Spec, rule: JourneyRule): ConsentRow {
  const { id, stages = [], uses = [] } = rule;
  return { sort: 'rule', document, id, stages, elements: uses, ...asked(from, `rule ${id}`, rule) };
}

function rowOfStep(from: Catalogues, told: ReadonlyMap<string, readonly EmittedEvent[]>, document: Spec, stage: string, { id, title, events: named = {}, data = {} }: Step): ConsentRow {
  const events = [named.start, named.complete, named.fail, named.abandon].filter((event) => event !== undefined);
  const used = Object.entries({ collects: data.collects, reuses: data.reuses, writes: data.writes }).flatMap(([how, list = []]) => list.map((element) => ({ how, element })));
  const parts = [...events.flatMap((event) => (told.get(event) ?? [{}]).map((emitted) => asked(from, `event ${event}`, emitted))), ...used.map(({ element }) => askedByData(from, element))];
  return { sort: 'step', document, id, title, stages: [stage], events, elements: used.map(({ how, element }) => `${how} ${element}`), ...together(parts) };
}

/** Data that may be used on another ground as well wait for nothing, and what else they are kept for says nothing of the step. */
function askedByData(from: Catalogues, element: string): Asked {
  const ways = from.purposesOf(element).map((purpose) => askedFor(from, purpose));
  const isFree = ways.some(({ needs: { isNeeded, unsaid } }) => !isNeeded && unsaid.length === 0);
  if (isFree || (ways.length === 0 && tellsOfNobody(from, element))) return together([]);
  return ways.length > 0 ? together(ways) : { purposes: [], needs: { isNeeded: false, keys: [], unsaid: [`data ${element}: no activity says what for`] } };
}

/** Asks that it is written: data of which nobody says what they are may tell of somebody. */
function tellsOfNobody(from: Catalogues, element: string): boolean {
  const nature = from.element(element)?.nature;
  return nature === 'none' || nature === 'anonymous';
}
