/** What a page tells of promises, and what follows of them from the documents and their proofs, without the code of the site. */
import { proveJourney } from '../../../src/analysis/proof/prove-journey.js';
import type { PromiseProof, TargetProof } from '../../../src/analysis/proof/verdict.js';
import type { JourneyModel } from '../../../src/model/journey.js';
import type { Workspace } from '../../../src/model/workspace.js';
import { nameOfActor } from '../../render/support/intent.js';
import { inHours, leftOf, promisedWords, whomFor } from '../../render/support/plain-promises.js';
import type { Aspect, Known } from './aspect.js';
import { all, children, tableLines, words, type Tag } from './read-page.js';

const verdicts = { proved: 'Proved', violated: 'Violated', 'not-proved': 'Not proved' } as const;

/** What a journey promises; one that is retired promises nothing. */
function promisesOf(workspace: Workspace, journey: JourneyModel): readonly PromiseProof[] {
  return journey.spec.status === 'retired' ? [] : proveJourney(workspace, journey.id)!.promises;
}

export const promiseAspects: readonly Aspect[] = [
  {
    name: 'each card of a promise: its verdict, and of each target what is promised, what is left and why it is not proved',
    read: (page) => cards(page).flatMap((card) => [`${words(all(card, 'h3', 'a')[0])}: ${words(all(card, 'h3', 'span.chip')[0])}`, ...all(card, 'div.target').map((target) => [all(target, 'p')[0], all(target, 'p.slack')[0], all(target, 'ul.premises')[0]].map(words).join(' | '))]),
    wanted: ({ workspace }, journey) => promisesOf(workspace, journey).flatMap((promise) => [`${promise.title}: ${verdicts[promise.verdict]}`, ...promise.targets.map((target) => [`For ${whomFor(promise, target)} ${promisedWords(promise, target)}`, slackLine(target), target.premises.map(({ message, hint }) => `${message} ${hint}`.replaceAll('`', '')).join('')].join(' | '))]),
  },
  {
    name: 'the slowest way of each target, step by step',
    read: (page) => cards(page).flatMap((card) => all(card, 'p.way')).map(words),
    wanted: ({ workspace }, journey) => slowWays(workspace, journey).map(({ steps }) => `Slowest way ${steps.map((id) => titleOfStep(journey, id)).join(' → ')}`),
  },
  {
    name: 'the parts of each slowest way, with who keeps them',
    read: (page) => cards(page).flatMap((card) => all(card, 'div.target')).flatMap((target) => tableLines(target, 'Parts of the slowest way')),
    wanted: ({ workspace }, journey) => slowWays(workspace, journey).flatMap(({ parts }) => parts.map(({ title, provider, target, from, to }) => [title, provider === undefined ? '' : nameOfActor(workspace, provider), target.within ?? inHours(target.seconds!), `${from} → ${to}`].join(' | '))),
  },
  {
    name: 'each row of a promise in the map: over which stages, what is promised to whom, and what is left',
    read: (page) => all(page, 'tr.row-promise').map(rowLine),
    wanted: ({ workspace }, journey) => promisesOf(workspace, journey).map((promise) => [promise.title, spanOf(journey, promise), ...promise.targets.map((target) => targetLine(promise, target)), verdicts[promise.verdict]].join(' | ')),
  },
];

function cards(page: Tag): readonly Tag[] {
  return all(page, 'section#promises', 'article.promise');
}

function slackLine(target: TargetProof): string {
  return target.slack === undefined ? '' : `Slack: ${leftOf(target)} ${target.verdict === 'violated' ? 'on the way that breaks it' : 'on the slowest way'}`;
}

function slowWays(workspace: Workspace, journey: JourneyModel): readonly TargetProof['paths'][number][] {
  return promisesOf(workspace, journey).flatMap(({ targets }) => targets.flatMap(({ target, counterExample, paths }) => (target.seconds === undefined ? [] : (counterExample ?? paths[0] ?? []))));
}

function titleOfStep({ spec: { value } }: JourneyModel, id: string): string {
  return (value.stages ?? []).flatMap(({ steps }) => steps).find((step) => step.id === id)!.title;
}

function rowLine(row: Tag): string {
  const cells = children(row).slice(1);
  const at = cells.findIndex((cell) => words(cell) !== '');
  const width = ({ attributes }: Tag): number => Number(attributes.get('colspan'));
  const first = cells.slice(0, at).reduce((sum, cell) => sum + width(cell), 0);
  const parts = children(all(cells[at]!, 'div.span')[0]!).map(words);
  return [parts[0], `${first}-${first + width(cells[at]!) - 1} (${cells[at]!.attributes.get('data-stage')})`, ...parts.slice(1)].join(' | ');
}

/** From the first to the last stage that has a step on a way of it; all stages where no way is known. */
function spanOf({ spec: { value: { stages = [] } } }: JourneyModel, { targets }: PromiseProof): string {
  const onWay = new Set(targets.flatMap(({ paths }) => paths.flatMap(({ steps }) => steps)));
  const inside = stages.flatMap(({ steps }, index) => (onWay.size === 0 || steps.some(({ id }) => onWay.has(id)) ? [index] : []));
  const [first, last] = [inside[0]!, inside.at(-1)!];
  return `${first}-${last} (${[...new Set([first, last])].map((at) => `${at + 1} ${stages[at]!.title}`).join(' to ')})`;
}

function targetLine(promise: PromiseProof, target: TargetProof): string {
  const promised = [promise.targets.length > 1 ? `${whomFor(promise, target)}:` : '', target.target.within ?? '', `${target.target.kept / 10_000} %`].filter((each) => each !== '').join(' ');
  return target.slack === undefined ? promised : `${promised} · ${leftOf(target)}`;
}

/** The promises on the card of a journey in the catalogue: every time that is promised, and what is left of the target that leaves least. */
export function glances({ workspace }: Known, journey: JourneyModel): readonly string[] {
  return promisesOf(workspace, journey).map(({ title, verdict, targets }) => {
    const times = [...new Set(targets.flatMap(({ target }) => target.within ?? []))].join(' / ');
    const least = Math.min(...targets.flatMap(({ slack }) => slack?.seconds ?? []));
    const tightest = targets.find(({ slack }) => slack?.seconds === least);
    return [title, [times, tightest === undefined ? '' : leftOf(tightest)].filter((each) => each !== '').join(' · '), verdicts[verdict]].join(' | ');
  });
}

/** What the page of a promise tells of its proof in each journey. */
export function proofLines({ workspace }: Known, id: string): readonly string[] {
  return workspace.journeys.flatMap((journey) => promisesOf(workspace, journey).filter(({ promise }) => promise === id).flatMap((promise) => promise.targets.map((target) => [journey.title, whomFor(promise, target), verdicts[target.verdict], leftOf(target)].join(' | '))));
}
