/** What the map of a journey tells of its stages and steps, and what its document says of them, without the code of the site. */
import type { JourneyModel } from '../../../src/model/journey.js';
import type { Workspace } from '../../../src/model/workspace.js';
import type { Stage } from '../../../src/schema/kinds/journey.js';
import type { Step } from '../../../src/schema/kinds/step.js';
import { actorsIn, nameOfActor } from '../../render/support/intent.js';
import type { Aspect, Known } from './aspect.js';
import { all, children, words, type Tag } from './read-page.js';

const lanes = ['customer', 'frontstage', 'backstage', 'support'] as const;

export const mapAspects: readonly Aspect[] = [
  {
    name: 'each step in its stage and lane, with who does it and what is promised for it',
    read: (page) => lanes.flatMap((lane) => all(page, `tr.lane-${lane}`).flatMap((row) => all(row, 'td').flatMap((cell, stage) => all(cell, 'div.step').map((step) => [lane, stage, step.attributes.get('id'), ...[all(step, 'strong')[0], all(step, 'span.who')[0], all(step, 'span.promised')[0]].map(words)].join(' | '))))),
    wanted: ({ workspace }, journey) => lanes.flatMap((lane) => stagesOf(journey).flatMap(({ steps }, stage) => steps.filter((step) => step.lane === lane).map((step) => [lane, stage, `at-${step.id}`, step.title, whoDoes(workspace, journey, step), promiseOf(workspace, step)].join(' | ')))),
  },
  rowOf('owner', 'who owns each stage', ({ workspace }, { spec }, stage) => [nameOfActor(workspace, stage.owner ?? spec.value.owner)]),
  rowOf('systems', 'the systems of each stage', ({ workspace }, _, { steps }) => steps.flatMap(({ systems = [] }) => systems.map((id) => workspace.find('System', id)?.value.title ?? id))),
  rowOf('data', 'the data of each stage', ({ workspace }, _, { steps }) => steps.flatMap(({ data }) => [...(data?.collects ?? []), ...(data?.writes ?? []), ...(data?.reuses ?? [])].map((id) => workspace.registers.elements.get(id)?.value.title ?? id))),
  rowOf('pains', 'the pains of each stage', (_, __, stage) => [stage, ...stage.steps].flatMap(({ pains = [] }) => pains.map(({ text, impact }) => [text, impact ?? []].flat().join(' ')))),
  rowOf('ideas', 'the ideas of each stage', (_, __, stage) => [stage, ...stage.steps].flatMap(({ ideas = [] }) => ideas.map(({ text }) => text))),
  rowOf('findings', 'the findings of each stage and of its steps', ({ findings }, { id }, stage) => findings.filter(({ subject }) => [`stages/${stage.id}`, ...stage.steps.map((step) => step.id)].some((place) => subject === `journey:${id}#${place}`)).map(({ severity, message, code }) => `${severity} ${message} ${code}`)),
  {
    name: 'the curve of feelings, each in its stage, and higher where it is better',
    read: (page) => {
      const dots = all(page, 'svg.curve', 'path.dot').map(({ attributes }) => ({ at: /^M([\d.]+) ([\d.]+)h0$/.exec(attributes.get('d')!)!.slice(1).map(Number) as [number, number], tone: attributes.get('class') }));
      const stages = all(page, 'section#map', 'thead', 'th').length - 1;
      return dots.map(({ at: [x, y], tone }) => `${Math.floor((x * stages) / 1000)} | ${rankOf(-y, dots.map(({ at }) => -at[1]))} | ${tone}`);
    },
    wanted: (_, journey) => {
      const felt = stagesOf(journey).flatMap((stage, index) => (stage.steps.some((step) => scoreOf(step) !== undefined) ? stage.steps : [stage]).flatMap((each) => (scoreOf(each) === undefined ? [] : [{ index, score: scoreOf(each)! }])));
      return felt.length < 2 ? [] : felt.map(({ index, score }) => `${index} | ${rankOf(score, felt.map((each) => each.score))} | dot ${score > 0 ? 'good' : score < 0 ? 'bad' : 'plain'}`);
    },
  },
];

function stagesOf({ spec }: JourneyModel): readonly Stage[] {
  return spec.value.stages ?? [];
}

/** A row of the map with a cell for each stage. One that would be empty is left out; the same is not told twice in a cell of links. */
function rowOf(row: string, name: string, told: (known: Known, journey: JourneyModel, stage: Stage) => readonly string[]): Aspect {
  const isOfLinks = ['systems', 'data'].includes(row);
  return {
    name,
    read: (page) => all(page, `tr.row-${row}`, 'td').map((cell) => cellWords(cell)),
    wanted: (known, journey) => {
      const cells = stagesOf(journey).map((stage) => told(known, journey, stage)).map((list) => (isOfLinks ? [...new Set(list)] : list).join(' | '));
      return cells.every((cell) => cell === '') ? [] : cells;
    },
  };
}

function cellWords(cell: Tag): string {
  const [list] = children(cell);
  return list?.name === 'ul' ? children(list).map(words).join(' | ') : words(cell);
}

/** In the customers' own lane nobody needs to be told that the customer acts. */
function whoDoes(workspace: Workspace, { spec }: JourneyModel, step: Step): string {
  return actorsIn(spec.value, step).filter((actor) => actor !== 'customer' || step.lane !== 'customer').map((actor) => nameOfActor(workspace, actor)).join(', ');
}

function promiseOf(workspace: Workspace, { sla, promise }: Step): string {
  if (sla === undefined) return promise === undefined ? '' : `Promise: ${promise.within}${promise.percent === undefined ? '' : ` for ${promise.percent} %`}`;
  const agreement = workspace.find('Sla', sla)?.value;
  const forAll = agreement?.targets?.filter((target) => !('tier' in target || 'persona' in target || 'region' in target)).flatMap(({ within }) => within ?? []) ?? [];
  return ['Promise:', ...forAll.slice(0, 1), agreement?.title ?? sla].join(' ');
}

function scoreOf({ feels }: Step | Stage): number | undefined {
  return [feels?.score ?? []].flat().at(-1);
}

function rankOf(value: number, values: readonly number[]): number {
  return [...new Set(values)].filter((each) => each < value).length;
}
