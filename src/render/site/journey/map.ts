import { timeForTheRest } from '../../../analysis/target-groups.js';
import { isolated, joined } from '../../../base/bidi.js';
import type { JourneyModel, StageModel, StepModel } from '../../../model/journey.js';
import type { Feeling, Lane } from '../../../schema/kinds/step.js';
import { anchor } from '../addresses.js';
import { html, isEmpty, type Html, type Part } from '../html.js';
import { chip, list } from '../layout.js';
import { linkTo, linkToActor, linkToElement, listed, type Page } from '../shown.js';
import { emotionCurve } from './emotion.js';
import { findingItems } from './findings.js';
import { promiseRows } from './promise-rows.js';
import type { ShownPromise } from '../../shown-promises.js';
import { timeWords } from './time-words.js';

const lanes: readonly (readonly [Lane, string, string])[] = [
  ['customer', 'Customer', 'what they do'],
  ['frontstage', 'Frontstage', 'what they meet'],
  ['backstage', 'Backstage', 'what they do not see'],
  ['support', 'Support', 'what carries it'],
];

/** The journey as a grid: its stages from left to right, and from top to bottom how it feels, who does what, what is promised and what it needs. */
export function journeyMap(page: Page, journey: JourneyModel, promises: readonly ShownPromise[]): Html {
  const rows = [
    ownerRow(page, journey),
    ...feelingRows(journey),
    ...lanes.map(([lane, name, meaning]) => laneRow(page, journey, lane, name, meaning)),
    ...promiseRows(journey, promises),
    stageRow(journey, 'Systems', ({ id }) => links(stepsIn(journey, id).flatMap(({ value }) => value.systems ?? []), (system) => linkTo(page, 'System', system))),
    stageRow(journey, 'Data', ({ id }) => links(stepsIn(journey, id).flatMap(elementsOf), (element) => linkToElement(page, element))),
    stageRow(journey, 'Pains', ({ id, value }) => list([...(value.pains ?? []), ...stepsIn(journey, id).flatMap((step) => step.value.pains ?? [])].map(({ text, impact }) => html`${text}${impact !== undefined && html` <small>${impact}</small>`}`), 'pains')),
    stageRow(journey, 'Ideas', ({ id, value }) => list([...(value.ideas ?? []), ...stepsIn(journey, id).flatMap((step) => step.value.ideas ?? [])].map(({ text }) => text), 'ideas')),
    stageRow(journey, 'Findings', ({ id }) => findingItems(findingsIn(page, journey, id))),
  ];
  return html`<div class="map scroll${widthOf(journey)}" role="group" aria-label="Map of the journey" tabindex="0"><table>
<caption class="hidden">Stages from left to right; from top to bottom who owns them, how they feel, what happens in each lane, what is promised and what is needed</caption>
<colgroup><col class="names">${journey.stages.map(() => html`<col class="stage">`)}</colgroup>
<thead><tr><th scope="col"><span class="hidden">Row</span></th>${journey.stages.map(stageHead)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** So many stages still stand beside each other on a sheet of paper, upright and lying; of more, each row is broken into lines, and each cell says its stage. */
const mostOnPaper = { upright: 3, lying: 6 };

function isBroken({ stages }: JourneyModel): boolean {
  return stages.length > mostOnPaper.upright;
}

function widthOf({ stages }: JourneyModel): string {
  return `${stages.length > mostOnPaper.upright ? ' many' : ''}${stages.length > mostOnPaper.lying ? ' wide' : ''}`;
}

/** The cells of a row, one for each stage. */
function cellsOf(journey: JourneyModel, cells: readonly Part[]): readonly Html[] {
  return cells.map((cell, index) => html`<td${isBroken(journey) && html` data-stage="${index + 1} ${journey.stages[index]!.value.title}"`}>${cell}</td>`);
}

function stageHead({ value, id }: StageModel, index: number): Html {
  return html`<th scope="col" id="${anchor(`stage-${id}`)}"><span class="count" aria-hidden="true">${index + 1}</span> ${value.title}${value.critical === true && html` ${chip('critical', 'accent')}`}${value.at !== undefined && html`<small>${value.at}</small>`}</th>`;
}

function stepsIn({ steps }: JourneyModel, stage: string): readonly StepModel[] {
  return steps.filter((step) => step.stage.id === stage);
}

function ownerRow(page: Page, journey: JourneyModel): Html | undefined {
  return stageRow(journey, 'Owner', ({ owner }) => linkToActor(page, owner));
}

/** A row with a cell for each stage; nothing where no cell says anything. */
function stageRow(journey: JourneyModel, name: string, cellOf: (stage: StageModel) => Part): Html | undefined {
  const cells = journey.stages.map(cellOf);
  if (cells.every(isEmpty)) return undefined;
  return html`<tr class="row-${name.toLowerCase()}"><th scope="row">${name}</th>${cellsOf(journey, cells)}</tr>
`;
}

function links(ids: readonly string[], link: (id: string) => Html | undefined): Html | undefined {
  return list([...new Set(ids)].map(link), 'tags');
}

function elementsOf({ value }: StepModel): readonly string[] {
  return [...(value.data?.collects ?? []), ...(value.data?.writes ?? []), ...(value.data?.reuses ?? [])];
}

function feelingRows(journey: JourneyModel): readonly (Html | undefined)[] {
  const curve = emotionCurve(journey);
  const words = stageRow(journey, 'Feelings', ({ id, value }) => listed([value.feels, ...stepsIn(journey, id).map((step) => step.value.feels)].map(feelingWords).filter((each, index, all) => each !== '' && all.indexOf(each) === index).map((each) => html`${each}`)));
  return [curve === undefined ? undefined : html`<tr class="row-curve"><th scope="row">Emotion<small>from -2 to 2</small></th><td colspan="${journey.stages.length}">${curve}</td></tr>
`, words];
}

function feelingWords(feels: Feeling | undefined): string {
  return feels?.as ?? [feels?.from, feels?.to].filter((word) => word !== undefined).map(isolated).join(' → ');
}

function laneRow(page: Page, journey: JourneyModel, lane: Lane, name: string, meaning: string): Html | undefined {
  if (!journey.steps.some(({ value }) => value.lane === lane)) return undefined;
  const cells = journey.stages.map(({ id }) => list(stepsIn(journey, id).filter(({ value }) => value.lane === lane).map((step) => stepCard(page, step)), 'steps'));
  return html`<tr class="lane lane-${lane}"><th scope="row">${name}<small>${meaning}</small></th>${cellsOf(journey, cells)}</tr>
`;
}

function stepCard(page: Page, step: StepModel): Html {
  const { id, value, channels, type } = step;
  const actors = listed(step.actorsWithRoles.filter((actor) => actor !== 'customer' || value.lane !== 'customer').map((actor) => linkToActor(page, actor)));
  const marks = [...(value.moment === 'truth' ? [chip('moment of truth', 'accent')] : []), ...(type === 'decision' || type === 'approval' || type === 'wait' ? [chip(type)] : []), ...(value.end === undefined ? [] : [chip(value.endsAs ?? endWords[value.end], value.end === 'success' ? 'good' : 'plain')])];
  return html`<div class="step" id="${anchor(id)}"><strong>${value.title}</strong>
${!isEmpty(actors) && html`<span class="who">${actors}</span>`}
${line([channels.join(', '), automationWords(step), timeWords(value.time)])}${stepPromise(page, step)}${marks.length > 0 && html`<span class="marks">${marks}</span>`}</div>`;
}

const endWords = { success: 'ends well', failure: 'ends badly', abandon: 'is given up', side: 'ends beside the case' } as const;

function line(words: readonly string[]): Html | undefined {
  const told = words.filter((word) => word !== '');
  return told.length === 0 ? undefined : html`<span class="how">${joined(told, ' · ')}</span>`;
}

function automationWords({ value }: StepModel): string {
  return (typeof value.automation === 'object' ? value.automation.how : value.automation) ?? '';
}

/** What is promised for a step: by an agreement, or in place. */
function stepPromise(page: Page, { value }: StepModel): Html | undefined {
  const agreement = value.sla === undefined ? undefined : linkTo(page, 'Sla', value.sla);
  const time = value.sla === undefined ? undefined : timeForTheRest(page.workspace.find('Sla', value.sla)?.value ?? {});
  if (agreement !== undefined) return html`<span class="promised"><span class="hidden">Promise: </span>${time !== undefined && html`<b>${time}</b> `}${agreement}</span>`;
  return value.promise && html`<span class="promised"><span class="hidden">Promise: </span><b>${value.promise.within}</b>${value.promise.percent !== undefined && ` for ${value.promise.percent} %`}</span>`;
}

function findingsIn(page: Page, journey: JourneyModel, stage: string): ReturnType<Page['findingsOf']> {
  const places = new Set([`${journey.spec.coordinate}#stages/${stage}`, ...stepsIn(journey, stage).map(({ coordinate }) => coordinate)]);
  return page.findingsOf(journey.spec.coordinate).filter(({ subject }) => subject !== undefined && places.has(subject));
}

