import { percentWords } from '../../../base/amounts.js';
import { groupWords, leftWords, verdictTitles, windowWords } from '../../../analysis/proof/promise-words.js';
import type { Spec } from '../../../model/spec.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { html, type Html } from '../html.js';
import { chip, list, table } from '../layout.js';
import { verdictTones } from '../journey/promise-rows.js';
import { linkTo, linkToActor, promisesOf, type Page } from '../shown.js';
import type { Thing } from './thing.js';

const types = { sla: 'promise to customers', ola: 'agreement between teams', contract: 'contract with a partner' } as const;

export const promise: Thing<'Sla'> = {
  kind: 'Sla',
  section: 'promises',
  lead: 'What is promised to customers, and what teams and partners have agreed so that it can be kept.',
  facts: (page, { value }) => [
    ['Sort', value.type && types[value.type]],
    ['Kept by', value.provider === undefined ? undefined : linkToActor(page, value.provider)],
    ['Promised to', value.consumer === undefined ? undefined : linkToActor(page, value.consumer)],
    ['Clock starts', points(page, value.clock?.start)],
    ['Clock stops', points(page, value.clock?.stop)],
    ['Calendar', value.calendar === undefined ? undefined : linkTo(page, 'Calendar', value.calendar)],
    ['Counted over', value.window && windowWords(value.window)],
    ['Who is told', value.escalation === undefined ? undefined : linkToActor(page, value.escalation)],
    ['If it is broken', value.penalties],
    ['Ends', value.expires],
  ],
  more: (page, spec) => [
    ['Targets', list((spec.value.targets ?? []).map((target) => targetWords(target)).filter(page.sight.mayRead))],
    ['Proof', proofs(page, spec)],
  ],
  columns: ['Sort', 'Time', 'Kept by', 'Relied on by'],
  cells: (page, spec) => [spec.value.type && types[spec.value.type], (spec.value.targets ?? []).filter((target) => page.sight.mayRead(targetWords(target))).map(({ within }) => within).filter((each) => each !== undefined).join(' / '), spec.value.provider === undefined ? '' : linkToActor(page, spec.value.provider), String(page.usesOf(spec.coordinate).length)],
};

/** Moments at which a clock starts or stops; those apart of which the readers may not know. */
function points({ sight }: Page, given: string | readonly string[] | undefined): string {
  return [given ?? []].flat().filter(sight.mayRead).join(' or ');
}

function targetWords({ tier, persona, region, within, percent }: SlaTarget): string {
  const whom = [tier, persona, region].filter((each) => each !== undefined).join(', ');
  return `${[within, percent === undefined ? '' : `for ${percentWords(Math.round(Number(percent) * 10_000))} of the cases`].filter((each) => each !== undefined && each !== '').join(' ')}${whom === '' ? '' : `, for ${whom}`}`;
}

/** What the proof of each journey that makes this promise says. */
function proofs(page: Page, { id, coordinate }: Spec<'Sla'>): Html | undefined {
  const journeys = page.usesOf(coordinate).flatMap(({ by }) => (by.kind === 'Journey' ? (page.workspace.journey(by.id) ?? []) : []));
  const rows = journeys.flatMap((journey) =>
    promisesOf(page, journey).filter(({ promise: { promise: own }, isProofShown }) => own === id && isProofShown).flatMap(({ promise: made, targets }) => targets.map((target) => [linkTo(page, 'Journey', journey.id), groupWords(target.group, made.targets), chip(verdictTitles[target.verdict], verdictTones[target.verdict]), target.slack === undefined ? '' : leftWords(target.slack, target.target)])),
  );
  return rows.length === 0 ? undefined : html`${table('Proof', ['Journey', 'For', 'Verdict', 'Slack'], rows)}`;
}
