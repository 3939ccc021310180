import { groupWords, leftWords, verdictTitles } from '../../../analysis/proof/promise-words.js';
import type { PromiseProof, TargetProof, Verdict } from '../../../analysis/proof/verdict.js';
import { beside } from '../../../base/bidi.js';
import { percentWords } from '../../../base/amounts.js';
import type { JourneyModel } from '../../../model/journey.js';
import { html, type Html } from '../html.js';
import { chip, type Tone } from '../layout.js';
import type { ShownPromise } from '../../shown-promises.js';

export const verdictTones: Readonly<Record<Verdict, Tone>> = { proved: 'good', violated: 'bad', 'not-proved': 'warn' };

/** Each promise as a bar over the stages in which its clock runs, with what is left of it. */
export function promiseRows(journey: JourneyModel, promises: readonly ShownPromise[]): readonly Html[] {
  return promises.map(({ promise, targets, verdict, isProofShown }) => {
    const [first, last] = isProofShown ? spanOf(journey, targets) : [0, journey.stages.length - 1];
    return html`<tr class="row-promise"><th scope="row">Promise</th>${first > 0 && html`<td colspan="${first}"></td>`}<td colspan="${last - first + 1}" data-stage="${spanWords(journey, first, last)}"><div class="span ${isProofShown && verdictTones[verdict]}"><a href="#promise-${promise.promise}">${promise.title}</a> ${targets.map((target) => html`<span>${budget(promise, target)}${isProofShown && target.slack !== undefined && html` &middot; <b>${leftWords(target.slack, target.target)}</b>`}</span> `)}${isProofShown && chip(verdictTitles[verdict], verdictTones[verdict])}</div></td>${last < journey.stages.length - 1 && html`<td colspan="${journey.stages.length - 1 - last}"></td>`}</tr>
`;
  });
}

function budget(promise: PromiseProof, target: PromiseProof['targets'][number]): string {
  const whom = promise.targets.length > 1 ? `${groupWords(target.group, promise.targets)}: ` : '';
  return `${whom}${target.target.within ?? ''} ${percentWords(target.target.kept)}`.replace(/ +/g, ' ').trim();
}

/** Where a row is broken into lines, its bar says itself over which stages it reaches. */
function spanWords({ stages }: JourneyModel, first: number, last: number): string {
  const names = [...new Set([first, last])].map((at) => beside`${at + 1} ${stages[at]!.value.title}`);
  return names.join(' to ');
}

/** The first and the last stage in which the clock runs; all where no way is known. */
function spanOf(journey: JourneyModel, targets: readonly TargetProof[]): readonly [number, number] {
  const steps = targets.flatMap(({ paths }) => paths.flatMap((path) => path.steps));
  const places = [...new Set(steps)].map((id) => journey.stages.findIndex((stage) => stage === journey.step(id)?.stage)).filter((place) => place >= 0);
  return places.length === 0 ? [0, journey.stages.length - 1] : [Math.min(...places), Math.max(...places)];
}
