import { ladderTargets, rungTime, type LadderTarget } from '../../../analysis/ladders.js';
import { dayMeaning, wallDay, type DayMeaning } from '../../../analysis/promised-time.js';
import { groupName, isDefault } from '../../../analysis/target-groups.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Escalation, Rung } from '../../../schema/kinds/journey.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Place, Rule } from '../../rule.js';

const refund = (rungs: string): string => activeJourney('refund', 'refund', `      - {id: decide, title: We decide, lane: backstage, end: success}
escalations:
  - id: late
    trigger: {sla: settled}
    rungs:
${rungs}`);
const settled = activeDocument('Sla', 'settled', 'type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\ncalendar: 24x7\ntargets: [{within: 100h}, {tier: gold, within: 80h}]\n');
const last = '      - {after: 110%, to: claims#lead, decisionRight: true}\n';

/** A ladder that does not lead upwards, or ends before anybody may decide. */
export const ladderRises: Rule = {
  id: 'sla/ladder-rises',
  code: 'SLA-011',
  summary: 'Each rung of an escalation comes later than the one before it, for every target of the promise; somebody is told before the promise is broken and somebody afterwards, and the last may decide.',
  rationale: 'A ladder is climbed when nobody has time to think. If two rungs come at once, or the last one may not decide, the case waits at the worst moment.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.3'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [
      { title: 'Warned, called, decided', files: { 'sla.yaml': settled, 'journey.yaml': refund(`      - {after: 70%, to: payments#lead}\n${last}`) } },
      { title: 'A ladder that an event sets off', files: { 'journey.yaml': refund('      - {after: 30m, to: payments#lead}\n      - {after: 2h, to: claims#lead, decisionRight: true}\n').replace('sla: settled', 'event: refund.decide.started') } },
    ],
    invalid: [
      {
        title: 'It rises for everybody, but not for gold: 95 % of 80 h is 76 h',
        files: { 'sla.yaml': settled, 'journey.yaml': refund(`      - {after: 90h, to: payments#lead}\n      - {after: 95%, to: claims#lead}\n      - {after: 110%, to: payments#lead, decisionRight: true}\n`) },
        at: '95%',
        message: 'In escalation `late`, rung `95%` does not come after rung `90h` for tier `gold`, who are promised 80h.',
      },
      {
        title: 'Nobody is told before the promise is broken',
        files: { 'sla.yaml': settled, 'journey.yaml': refund(last) },
        at: 'late',
        message: 'Escalation `late` tells nobody before SLA `settled` is broken.',
      },
      {
        title: 'Nobody is told once it is broken',
        files: { 'sla.yaml': settled, 'journey.yaml': refund('      - {after: 70%, to: claims#lead, decisionRight: true}\n') },
        at: 'late',
        message: 'Escalation `late` tells nobody once SLA `settled` is broken.',
      },
      {
        title: 'For gold everybody is told too late',
        files: { 'sla.yaml': settled, 'journey.yaml': refund(`      - {after: 90h, to: payments#lead}\n      - {after: 120%, to: claims#lead, decisionRight: true}\n`) },
        at: 'late',
        message: 'Escalation `late` tells nobody before SLA `settled` is broken for tier `gold`, who are promised 80h.',
      },
      {
        title: 'The last one may not decide',
        files: { 'sla.yaml': settled, 'journey.yaml': refund(`      - {after: 70%, to: payments#lead}\n      - {after: 110%, to: claims#lead}\n`) },
        at: 'claims#lead',
        message: 'Escalation `late` ends at `claims#lead`, who may not decide.',
      },
      {
        title: 'The same role twice in a row',
        files: { 'sla.yaml': settled, 'journey.yaml': refund(`      - {after: 70%, to: claims#lead}\n${last}`) },
        at: 'claims#lead',
        message: 'Escalation `late` calls `claims#lead` twice in a row.',
      },
      {
        title: 'A share of nothing',
        files: { 'journey.yaml': refund('      - {after: 70%, to: payments#lead}\n      - {after: 2h, to: claims#lead, decisionRight: true}\n').replace('sla: settled', 'event: refund.decide.started') },
        at: '70%',
        message: 'Rung `70%` of escalation `late` is a share of a target, and no promise with a time sets it off.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      for (const [index, escalation] of (journey.spec.value.escalations ?? []).entries()) yield* judge(workspace, journey, escalation, index);
    },
};

/** A ladder with what it is measured against. */
interface Ladder {
  readonly id: string;
  readonly at: Place;
  readonly rungs: readonly Rung[];
  /** Id of the promise that sets it off. */
  readonly promise: string | undefined;
  /** Its targets; one without a target for a ladder that no promise sets off. */
  readonly targets: readonly (LadderTarget | undefined)[];
  /** What days mean in the clock's calendar. */
  readonly day: DayMeaning;
}

function* judge(workspace: Workspace, { spec }: JourneyModel, { id, trigger, rungs = [] }: Escalation, index: number): Iterable<Finding> {
  if (trigger === undefined || rungs.length === 0) return;
  const sla = trigger.sla === undefined ? undefined : workspace.find('Sla', trigger.sla)?.value;
  if (trigger.sla !== undefined && sla === undefined) return;
  const isTimed = sla?.metric === 'duration' || sla?.metric === 'response';
  const day = sla === undefined ? wallDay : dayMeaning(workspace, sla.calendar);
  const timed = isTimed ? ladderTargets(sla.targets ?? [], day) : [];
  const ladder: Ladder = { id, at: { spec, path: ['escalations', index] }, rungs, promise: isTimed ? sla.id : undefined, targets: isTimed ? timed : [undefined], day };
  yield* sharesOfNothing(ladder, sla === undefined || (sla.metric !== undefined && !isTimed));
  yield* standing(ladder);
  yield* sameRole(ladder);
  yield* ending(ladder);
}

function* sharesOfNothing({ id, at, rungs }: Ladder, hasNoTime: boolean): Iterable<Finding> {
  const index = hasNoTime ? rungs.findIndex(({ after }) => after?.endsWith('%')) : -1;
  if (index < 0) return;
  yield {
    at: { ...at, path: [...at.path, 'rungs', index, 'after'] },
    message: `Rung \`${rungs[index]!.after}\` of escalation \`${id}\` is a share of a target, and no promise with a time sets it off.`,
    hint: 'Write a time after the trigger, for example `after: 2h`.',
  };
}

/** The first two rungs of which the later one does not come later. */
function* standing({ id, at, rungs, targets, day }: Ladder): Iterable<Finding> {
  for (let index = 1; index < rungs.length; index += 1) {
    const held = targets.filter((target) => isStanding(rungs[index - 1]!, rungs[index]!, target, day));
    if (held.length === 0) continue;
    yield {
      at: { ...at, path: [...at.path, 'rungs', index, 'after'] },
      message: `In escalation \`${id}\`, rung \`${rungs[index]!.after}\` does not come after rung \`${rungs[index - 1]!.after}\`${held.length === targets.length ? '' : forWhom(held[0])}.`,
      hint: 'Write the rungs in the order of time. Shares of the target keep their order for every target; hours do not.',
    };
    return;
  }
}

function isStanding(one: Rung, next: Rung, target: LadderTarget | undefined, day: DayMeaning): boolean {
  const [first, second] = [rungTime(one, target, day), rungTime(next, target, day)];
  return first !== undefined && second !== undefined && second <= first;
}

/** Whom it is so for, where it is not so for everybody. */
function forWhom(held: LadderTarget | undefined): string {
  return held === undefined ? '' : ` for ${isDefault(held.target) ? 'those' : groupName(held.target)}, who are promised ${held.target.within}`;
}

function* sameRole({ id, at, rungs }: Ladder): Iterable<Finding> {
  const index = rungs.findIndex(({ to }, place) => to !== undefined && place > 0 && to === rungs[place - 1]!.to);
  if (index < 0) return;
  yield {
    at: { ...at, path: [...at.path, 'rungs', index, 'to'] },
    message: `Escalation \`${id}\` calls \`${rungs[index]!.to}\` twice in a row.`,
    hint: 'Name a role that can do more than the one before it, or leave the second rung out.',
  };
}

/** Targets for which no rung is at the right time. A rung of which nobody knows when it comes may be the one. */
function silentFor({ rungs, targets, day, promise }: Ladder, isRight: (time: number, due: number) => boolean): readonly LadderTarget[] {
  if (promise === undefined) return [];
  const isWrong = (rung: Rung, target: LadderTarget): boolean => {
    const time = rungTime(rung, target, day);
    return time !== undefined && !isRight(time, target.time);
  };
  return (targets as readonly LadderTarget[]).filter((target) => rungs.every((rung) => isWrong(rung, target)));
}

/** Somebody is told in time, somebody once the promise is broken, and the last may decide. */
function* ending(ladder: Ladder): Iterable<Finding> {
  const unwarned = silentFor(ladder, (time, due) => time < due);
  if (unwarned.length > 0) yield silent(ladder, unwarned, 'before', 'Add a rung before it, for example `after: 70%`, so that the promise can still be kept.');
  const unended = silentFor(ladder, (time, due) => time >= due);
  if (unended.length > 0) yield silent(ladder, unended, 'once', 'Add a last rung at `after: 100%` or later, with a role that may decide.');
  else yield* powerless(ladder);
}

function* powerless({ id, at, rungs }: Ladder): Iterable<Finding> {
  const { to, decisionRight } = rungs.at(-1)!;
  if (decisionRight === true || to === undefined) return;
  yield {
    at: { ...at, path: [...at.path, 'rungs', rungs.length - 1, 'to'] },
    message: `Escalation \`${id}\` ends at \`${to}\`, who may not decide.`,
    hint: 'Add `decisionRight: true` if the role may decide about the case, money included; otherwise add a rung to one that may.',
  };
}

function silent({ id, at, promise, targets }: Ladder, held: readonly LadderTarget[], when: 'before' | 'once', hint: string): Finding {
  const whom = held.length === targets.length ? '' : forWhom(held[0]);
  return { at: { ...at, path: [...at.path, 'id'] }, message: `Escalation \`${id}\` tells nobody ${when} SLA \`${promise}\` is broken${whom}.`, hint };
}
