import { longestObserved } from '../../../analysis/observed-time.js';
import { dayMeaning, secondsOf } from '../../../analysis/promised-time.js';
import { endPoints, pointsOf } from '../../../analysis/step-promises.js';
import { groupName, isDefault } from '../../../analysis/target-groups.js';
import type { Path } from '../../../base/json.js';
import { sentence } from '../../../base/words.js';
import type { JourneyModel, StageModel, StepModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const lostCard = (step: string): string => activeJourney('lost-card', 'block', `      - {id: block, title: We block the card, lane: backstage, ${step}, end: success}\n`);
const blocked = (targets: string): string => activeDocument('Sla', 'blocked', `type: ola\nmetric: duration\nprovider: claims\nconsumer: payments\nclock: {start: lost-card.block.started, stop: lost-card#block}\ncalendar: 24x7\ntargets: ${targets}\n`);

/** A promise that today's numbers say will be broken. */
export const promiseRealistic: Rule = {
  id: 'sla/promise-realistic',
  code: 'SLA-019',
  summary: 'A step or a stage is not promised faster than it is observed to be.',
  rationale: 'A promise that is already broken today teaches everybody that promises do not count. Either the work becomes faster first, or the promise longer.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  examples: {
    valid: [
      { title: 'Twice the time that it takes', files: { 'journey.yaml': lostCard('time: 15-30m, promise: {within: 1h}') } },
      { title: 'The time of work is shorter than the time that passes, and both fit', files: { 'journey.yaml': lostCard('time: {touch: 15m, elapsed: 2-4h}, sla: blocked'), 'sla.yaml': blocked('[{within: 4h}]') } },
      { title: 'Observed per day, not per case', files: { 'journey.yaml': lostCard('time: {touch: 3h, per: day}, promise: {within: 1h}') } },
    ],
    invalid: [
      {
        title: 'The worse end of what is observed is longer',
        files: { 'journey.yaml': lostCard('time: 15-90m, promise: {within: 1h}') },
        at: '1h',
        message: 'Step `block` takes up to 1h 30m today, and 1h is promised.',
      },
      {
        title: 'The work alone takes longer',
        files: { 'journey.yaml': lostCard('time: {touch: 5h}, sla: blocked'), 'sla.yaml': blocked('[{within: 4h}]') },
        at: 'blocked',
        message: 'The work on step `block` alone takes up to 5h today, and SLA `blocked` promises 4h.',
      },
      {
        title: 'One tier is promised more than is done for anybody',
        files: { 'journey.yaml': lostCard('time: 2-3h, sla: blocked'), 'sla.yaml': blocked('[{within: 4h}, {region: AT, within: 2h}]') },
        at: 'blocked',
        message: 'Step `block` takes up to 3h today, and SLA `blocked` promises region `AT` 2h.',
      },
      {
        title: 'An open end',
        files: { 'journey.yaml': lostCard('time: 7d+, sla: blocked'), 'sla.yaml': blocked('[{within: 5d}]') },
        at: 'blocked',
        message: 'Step `block` takes more than 7d today, and SLA `blocked` promises 5d.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      for (const stage of journey.stages) yield* judge(workspace, journey, stage, `stage \`${stage.id}\``);
      for (const step of journey.steps) yield* judge(workspace, journey, step, `step \`${step.id}\``);
    },
};

/** A promise with the place where it is named. */
interface Promised {
  readonly path: Path;
  readonly targets: readonly SlaTarget[];
  readonly calendar: string | undefined;
  /** ``SLA `blocked` promises``, or nothing for a promise in place. */
  readonly name?: string;
}

function* judge(workspace: Workspace, journey: JourneyModel, holder: StageModel | StepModel, name: string): Iterable<Finding> {
  const { time } = holder.value;
  if (time === undefined) return;
  for (const promised of promisesOf(workspace, journey, holder)) {
    const finding = tooTight(workspace, journey, promised, time, name);
    if (finding !== undefined) yield finding;
  }
}

function promisesOf(workspace: Workspace, journey: JourneyModel, holder: StageModel | StepModel): readonly Promised[] {
  const { sla, promise } = holder.value;
  const found: Promised[] = [];
  const written = sla === undefined ? undefined : workspace.find('Sla', sla)?.value;
  if (written?.metric === 'duration' && endsWith(journey, holder, pointsOf(written.clock?.stop))) {
    found.push({ path: [...holder.path, 'sla'], targets: written.targets ?? [], calendar: written.calendar, name: written.id });
  }
  if (promise !== undefined) found.push({ path: [...holder.path, 'promise', 'within'], targets: [{ within: promise.within }], calendar: promise.calendar ?? calendarOf(workspace, journey) });
  return found;
}

/** True when a clock stops with the step, so that all of its time is inside. Of a stage nobody says with which event it is over. */
function endsWith(journey: JourneyModel, holder: StageModel | StepModel, stops: readonly string[]): boolean {
  return !('stage' in holder) || endPoints(journey, holder).some((point) => stops.includes(point));
}

/** A promise in place runs in the calendar of the journey's own. */
function calendarOf(workspace: Workspace, { spec }: JourneyModel): string | undefined {
  return workspace.find('Sla', spec.value.slas?.[0] ?? '')?.value.calendar;
}

/** The target for everybody before those of groups: what is observed is not told apart by group. */
function tooTight(workspace: Workspace, { spec }: JourneyModel, promised: Promised, time: StepModel['value']['time'], name: string): Finding | undefined {
  const day = dayMeaning(workspace, promised.calendar);
  const observed = longestObserved(time, day);
  if (observed === undefined) return undefined;
  const targets = [...promised.targets].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  const broken = targets.find(({ within }) => within !== undefined && (secondsOf(within, day) ?? Infinity) < observed.seconds);
  if (broken === undefined) return undefined;
  const takes = `${observed.isWork ? `the work on ${name} alone` : name} takes ${observed.words.startsWith('more') ? '' : 'up to '}${observed.words} today`;
  const whom = isDefault(broken) ? '' : `${groupName(broken)} `;
  return {
    at: { spec, path: promised.path },
    message: `${sentence(takes)}, and ${promised.name === undefined ? `${broken.within} is promised` : `SLA \`${promised.name}\` promises ${whom}${broken.within}`}.`,
    hint: 'Promise what can be kept, or write the time that it really takes. If the work is about to become faster, promise it from then on.',
  };
}
