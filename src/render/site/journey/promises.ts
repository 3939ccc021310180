import { groupWords, leftWords, partName, shareWords, targetWords, timeWords, verdictTitles } from '../../../analysis/proof/promise-words.js';
import type { PromiseProof, ProofPath, TargetProof } from '../../../analysis/proof/verdict.js';
import { joined } from '../../../base/bidi.js';
import { hourWords } from '../../../base/amounts.js';
import type { JourneyModel } from '../../../model/journey.js';
import { anchor } from '../addresses.js';
import { html, prose, type Html } from '../html.js';
import { chip, list, table } from '../layout.js';
import { linkTo, linkToActor, linkToSpec, openOnly, type Page } from '../shown.js';
import { verdictTones } from './promise-rows.js';
import { slowest, type ShownPromise } from '../../shown-promises.js';

/** Every promise with its verdict, what is left of it, and the way that takes longest. */
export function promiseCards(page: Page, journey: JourneyModel, promises: readonly ShownPromise[]): Html | undefined {
  return promises.length === 0 ? undefined : html`${promises.map((each) => card(page, journey, each))}`;
}

function card(page: Page, journey: JourneyModel, { promise, targets, verdict, isProofShown }: ShownPromise): Html {
  return html`<article class="card promise" id="promise-${promise.promise}"><h3>${linkToSpec(page, promise.spec)}${isProofShown && html` ${chip(verdictTitles[verdict], verdictTones[verdict])}`}</h3>
${targets.map((target) => html`<div class="target"><p><span class="for">For ${groupWords(target.group, promise.targets)}</span> ${openWords(page, promise, target)}</p>${isProofShown && proof(page, journey, target)}</div>`)}
${!isProofShown && html`<p class="note">What it rests on is not for these readers.</p>`}</article>
`;
}

/** What a target promises; without its calendar where the readers may not know of that. */
function openWords({ sight }: Page, promise: PromiseProof, target: TargetProof): string {
  const words = targetWords(promise, target);
  return sight.mayRead(words) ? words : `${timeWords(target.target)} for ${shareWords(target.target.kept, promise, target)}`;
}

function proof(page: Page, journey: JourneyModel, target: TargetProof): Html {
  const path = slowest(target);
  return html`${target.slack !== undefined && html`<p class="slack ${target.verdict === 'violated' && 'bad'}"><span class="hidden">Slack: </span><strong>${leftWords(target.slack, target.target)}</strong> ${target.verdict === 'violated' ? 'on the way that breaks it' : 'on the slowest way'}</p>`}
${path !== undefined && html`${bar(path, target)}${way(journey, path)}${parts(page, path)}`}
${list(target.premises.map(({ message, hint }) => html`${prose(message)} <span class="hint">${prose(hint)}</span>`), 'premises')}`;
}

/** The parts of a way one after the other, as long as they are; the words stand in the table below. */
function bar({ parts: on, seconds }: ProofPath, { target }: TargetProof): Html {
  const promised = target.seconds!;
  const whole = Math.max(promised, seconds, 1);
  const x = (amount: number): number => Math.round((amount / whole) * 10_000) / 10;
  const times = on.map((part) => (part.target.calendar === target.calendar ? part.target.seconds : undefined));
  const isSum = !times.includes(undefined) && times.reduce<number>((sum, each) => sum + each!, 0) === seconds;
  let from = 0;
  const blocks = isSum ? times.map((each, index) => html`<rect class="part tint-${index % 4}" x="${x(from)}" width="${Math.max(0, x((from += each!)) - x(from - each!) - 2)}" y="6" height="24"/>`) : html`<rect class="part tint-0" x="0" width="${x(seconds)}" y="6" height="24"/>`;
  return html`<svg class="budget" viewBox="0 0 1000 36" preserveAspectRatio="none" role="img" aria-label="The slowest way takes ${hourWords(seconds)} of ${timeWords(target)}"><rect class="spare" x="0" width="${x(promised)}" y="6" height="24"/>${blocks}${seconds > promised && html`<rect class="over" x="${x(promised)}" width="${x(seconds) - x(promised)}" y="6" height="24"/>`}<rect class="limit" x="${Math.min(997, x(promised))}" width="3" y="0" height="36"/></svg>
<p class="legend"><span>0</span>${legend(seconds, promised, timeWords(target))}</p>`;
}

/** What is used and what is promised, the shorter time first, as the bar has them. */
function legend(seconds: number, promised: number, time: string): readonly Html[] {
  const words = [html`<span>${hourWords(seconds)} used</span>`, html`<span>${time} promised</span>`];
  return seconds > promised ? words.toReversed() : words;
}

function way(journey: JourneyModel, { steps }: ProofPath): Html {
  return html`<p class="way"><span class="for">Slowest way</span> ${steps.map((id, index) => html`${index > 0 && html` <span aria-hidden="true">&rarr;</span> `}<a href="#${anchor(id)}">${journey.step(id)?.value.title ?? id}</a>`)}</p>`;
}

function parts(page: Page, path: ProofPath): Html | undefined {
  const rows = path.parts.map(({ part, title, provider, target, from, to }) => [
    part.includes('#') ? html`${title === '' ? partName(part) : title}` : linkTo(page, 'Sla', part),
    provider === undefined ? '' : linkToActor(page, provider),
    timeWords(target),
    openOnly(page, joined([from, to], ' → ')),
  ]);
  return html`<details><summary>${path.parts.length === 1 ? 'The only part' : `The ${path.parts.length} parts`} of the slowest way</summary>${table('Parts of the slowest way', ['Part', 'Kept by', 'Time', 'From and to'], rows)}</details>`;
}

/** A promise in a few words, for a list: what is promised, and what is left of the target that leaves least. */
export function promiseSummary({ promise, targets, verdict, isProofShown }: ShownPromise): Html {
  const words = [timesOf(targets), isProofShown ? tightest(targets) : ''].filter((each) => each !== '');
  return html`<li><span>${promise.title}${words.length > 0 && html`<small>${words.join(' · ')}</small>`}</span> ${isProofShown && chip(verdictTitles[verdict], verdictTones[verdict])}</li>`;
}

function tightest(targets: readonly TargetProof[]): string {
  const [least] = targets.filter((target) => target.slack !== undefined).toSorted((a, b) => a.slack!.seconds - b.slack!.seconds);
  return least === undefined ? '' : leftWords(least.slack!, least.target);
}

function timesOf(targets: readonly TargetProof[]): string {
  return [...new Set(targets.flatMap(({ target }) => target.within ?? []))].join(' / ');
}
