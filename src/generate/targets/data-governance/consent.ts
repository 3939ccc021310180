import { compareText } from '../../../base/diagnostic.js';
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
  /** True where there is nothing to say, as in a step without data and events. */
  readonly isPlain?: boolean;
  /** Of the row of a purpose. */
  readonly purpose?: Purpose;
}

/** Keys of the consents that must be there; `isNeeded` is true also where nobody says under which key it is kept. */
interface Consent {
  readonly isNeeded: boolean;
  readonly keys: readonly string[];
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
    { name: 'consent', always: true, words: ['needed', 'not needed', 'not known'], description: '`needed` where something waits for a consent; `not known` where nobody says what the data or the events are used for.', of: ({ needs, purposes, isPlain }) => (needs.isNeeded ? 'needed' : purposes.length === 0 && isPlain !== true ? 'not known' : 'not needed') },
    { name: 'consentKeys', type: 'texts', description: 'The keys under which the consents are kept. All of them must be there.', of: ({ needs }) => needs.keys },
    { name: 'purposes', type: 'texts', description: 'What the data are used for. Of a step: what its events are collected for, and what its data are kept for where all of that waits for a consent.', of: ({ purposes }) => purposes },
    { name: 'basis', description: 'Of a purpose: the lawful ground.', of: ({ purpose }) => purpose?.basis },
    { name: 'art9', description: 'Of a purpose: the ground of GDPR Art. 9.', of: ({ purpose }) => purpose?.art9 },
    { name: 'assessment', description: 'Of a purpose: the Record that weighed the interests or the risk.', of: ({ purpose }) => purpose?.assessment },
    { name: 'stages', type: 'texts', description: 'The stage of a step; the stages of a rule, none for all.', of: ({ stages = [] }) => stages },
    { name: 'events', type: 'texts', description: 'Events that the step names.', of: ({ events = [] }) => events },
    { name: 'data', type: 'texts', description: 'The data that are used; of a step with `collects`, `reuses` or `writes`.', of: ({ elements = [] }) => elements },
  ],
};

/** The filled register. */
export function consentRegister(from: Catalogues, journeys: readonly Spec<'Journey'>[]): FilledRegister {
  const told = from.systems.flatMap((document) => (document.value.emits ?? []).map((event) => ({ document, event })));
  const ofEvent = new Map(told.map(({ event }) => [event.event, event]));
  const activities = from.catalogues.flatMap((document) => (document.value.activities ?? []).map((activity) => ({ document, activity })));
  const rows: readonly ConsentRow[] = [
    ...from.purposes.map(({ id, value, spec }): ConsentRow => ({ sort: 'purpose', document: spec, id, title: value.title, purpose: value, purposes: [id], needs: consentFor(from, [id]) })),
    ...activities.map(({ document, activity }): ConsentRow => ({ sort: 'activity', document, id: activity.id, title: activity.title, elements: activity.elements ?? [], ...asked(from, activity.purpose) })),
    ...told.map(({ document, event }): ConsentRow => ({ sort: 'event', document, id: event.event, elements: (event.attributes ?? []).flatMap(({ element }) => element ?? []), ...asked(from, event.purpose, event.consentKey) })),
    ...journeys.flatMap((document) => (document.value.rules ?? []).map((rule) => rowOfRule(from, document, rule))),
    ...journeys.flatMap((document) => (document.value.stages ?? []).flatMap((stage) => stage.steps.map((step) => rowOfStep(from, ofEvent, document, stage.id, step)))),
  ];
  return fill(consentMap, inOrder(rows), [...from.sources, ...from.systems, ...journeys]);
}

const order: readonly Sort[] = ['purpose', 'activity', 'event', 'rule', 'step'];

/** Steps stay in the order of their journey. */
function inOrder(rows: readonly ConsentRow[]): readonly ConsentRow[] {
  return rows.toSorted((a, b) => order.indexOf(a.sort) - order.indexOf(b.sort) || compareText(a.document.coordinate, b.document.coordinate) || (a.sort === 'step' ? 0 : compareText(a.id, b.id)));
}

function asked(from: Catalogues, purpose: string | undefined, key?: string): Pick<ConsentRow, 'purposes' | 'needs'> {
  const purposes = purpose === undefined ? [] : [purpose];
  const { isNeeded, keys } = consentFor(from, purposes);
  return { purposes, needs: { isNeeded: isNeeded || key !== undefined, keys: sorted([...keys, ...(key === undefined ? [] : [key])]) } };
}

/** What must be there for all of these purposes. */
function consentFor(from: Catalogues, purposes: readonly string[]): Consent {
  const based = purposes.flatMap((id) => from.purpose(id) ?? []).filter(({ basis, consentKey }) => basis === 'consent' || consentKey !== undefined);
  return { isNeeded: based.length > 0, keys: sorted(based.flatMap(({ consentKey }) => consentKey ?? [])) };
}

function rowOfRule(from: Catalogues, document: Spec, { id, stages = [], uses = [], purpose, consentKey }: JourneyRule): ConsentRow {
  return { sort: 'rule', document, id, stages, elements: uses, ...asked(from, purpose, consentKey) };
}

function rowOfStep(from: Catalogues, told: ReadonlyMap<string, EmittedEvent>, document: Spec, stage: string, { id, title, events: named = {}, data = {} }: Step): ConsentRow {
  const events = [named.start, named.complete, named.fail, named.abandon].filter((event) => event !== undefined);
  const used = Object.entries({ collects: data.collects, reuses: data.reuses, writes: data.writes }).flatMap(([how, list = []]) => list.map((element) => ({ how, element })));
  const parts = [...events.map((event) => asked(from, told.get(event)?.purpose, told.get(event)?.consentKey)), ...used.map(({ element }) => askedByData(from, element))];
  const isAnswered = events.length === 0 && used.every(({ element }) => from.purposesOf(element).length > 0);
  const needs = { isNeeded: parts.some((part) => part.needs.isNeeded), keys: sorted(parts.flatMap((part) => part.needs.keys)) };
  return { sort: 'step', document, id, title, stages: [stage], events, elements: used.map(({ how, element }) => `${how} ${element}`), purposes: sorted(parts.flatMap(({ purposes }) => purposes)), needs, isPlain: isAnswered };
}

/** Data that may be used on another ground as well wait for nothing, and what else they are kept for says nothing of the step. */
function askedByData(from: Catalogues, element: string): Pick<ConsentRow, 'purposes' | 'needs'> {
  const purposes = from.purposesOf(element);
  const isFree = purposes.some((purpose) => !consentFor(from, [purpose]).isNeeded);
  return isFree ? { purposes: [], needs: { isNeeded: false, keys: [] } } : { purposes, needs: consentFor(from, purposes) };
}
