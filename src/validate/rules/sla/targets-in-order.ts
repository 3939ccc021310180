import { dayMeaning, secondsOf, type DayMeaning } from '../../../analysis/promised-time.js';
import { specName } from '../../../analysis/spec-words.js';
import { firstClash, groupName, isDefault, isSameGroup } from '../../../analysis/target-groups.js';
import { millionths } from '../../../base/exact.js';
import { onceFor } from '../../../base/remembering.js';
import { sentence } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const persona = (id: string, tier: string): string => activeDocument('Persona', id, `type: customer\ntier: ${tier}\n`);
const tiers = { 'gold.yaml': persona('fleet', '{name: gold, rank: 1}'), 'basic.yaml': persona('motorist', '{name: basic, rank: 2}') };
const sla = (targets: string, more = ''): string => activeDocument('Sla', 'settled', `type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\ncalendar: 24x7\ntargets:\n${targets}${more}`);

/** Targets of which nobody can say which holds for whom, or that serve a better tier worse. */
export const targetsInOrder: Rule = {
  id: 'sla/targets-in-order',
  code: 'SLA-008',
  summary: 'A promise has one target for everybody and at most one for each group, a better tier is promised no less than a worse one, and nobody gets less than the floor.',
  rationale: 'Who pays for gold and waits longer than others has been lied to, and who finds two targets is told the worse one.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M2.2'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [
      { title: 'Gold is served faster, and nobody waits longer than the floor', files: { ...tiers, 'sla.yaml': sla('  - {within: 10d, percent: 90}\n  - {tier: gold, within: 8d, percent: 90}\n', 'floor: 10d\n') } },
      { title: 'A target for a persona beats the one for its tier', files: { ...tiers, 'sla.yaml': sla('  - {within: 10d}\n  - {tier: gold, within: 8d}\n  - {persona: fleet, within: 7d}\n') } },
    ],
    invalid: [
      {
        title: 'No target for everybody',
        files: { ...tiers, 'sla.yaml': sla('  - {tier: gold, within: 8d}\n') },
        at: 'targets',
        message: 'SLA `settled` has no target for everybody: each of its targets names a tier, a persona or a region.',
      },
      {
        title: 'Two targets for everybody',
        files: { ...tiers, 'sla.yaml': sla('  - {within: 10d}\n  - {within: 8d}\n') },
        at: '{within: 8d}',
        message: 'SLA `settled` has two targets for everybody.',
      },
      {
        title: 'Two targets for one tier',
        files: { ...tiers, 'sla.yaml': sla('  - {within: 10d}\n  - {tier: gold, within: 8d}\n  - {tier: gold, within: 7d}\n') },
        at: '{tier: gold, within: 7d}',
        message: 'SLA `settled` has two targets for tier `gold`.',
      },
      {
        title: 'Gold waits longer',
        files: { ...tiers, 'sla.yaml': sla('  - {within: 240h, percent: 90}\n  - {tier: gold, within: 12d, percent: 90}\n') },
        at: '12d',
        message: 'SLA `settled` promises tier `gold` 12d and the lower tier `basic` 240h.',
      },
      {
        title: 'Fewer cases of gold are kept',
        files: { ...tiers, 'sla.yaml': sla('  - {within: 10d, percent: 90}\n  - {tier: gold, within: 10d, percent: 85}\n') },
        at: '85',
        message: 'SLA `settled` keeps its promise to tier `gold` in 85 % of cases and to the lower tier `basic` in 90 %.',
      },
      {
        title: 'Somebody gets less than the floor',
        files: { ...tiers, 'sla.yaml': sla('  - {within: 10d}\n  - {tier: gold, within: 8d}\n', 'floor: 9d\n') },
        at: '10d',
        message: 'SLA `settled` promises everybody else 10d, and nobody is to wait longer than 9d.',
      },
      {
        title: 'Two targets hold for one customer',
        files: { ...tiers, 'sla.yaml': sla('  - {within: 10d}\n  - {tier: gold, within: 8d}\n  - {region: AT, within: 9d}\n') },
        at: '{region: AT, within: 9d}',
        message: 'SLA `settled` has two targets for persona `fleet` at once: the one for tier `gold` and the one for region `AT`.',
      },
    ],
  },
  *check({ workspace }) {
    for (const spec of workspace.all('Sla')) {
      const { targets = [] } = spec.value;
      if (targets.length === 0) continue;
      const doubled = doubledGroup(spec, targets) ?? withoutDefault(spec, targets);
      const found = (doubled === undefined ? [clash(workspace, spec, targets), worseForBetter(workspace, spec, targets)] : [doubled]).filter((finding) => finding !== undefined);
      yield* found;
      yield* belowFloor(workspace, spec, targets, new Set(found.map(({ at }) => at.path[1])));
    }
  },
};

function doubledGroup(spec: Spec<'Sla'>, targets: readonly SlaTarget[]): Finding | undefined {
  const index = targets.findIndex((target, place) => targets.slice(0, place).some((earlier) => isSameGroup(earlier, target)));
  if (index < 0) return undefined;
  const who = isDefault(targets[index]!) ? 'everybody' : groupName(targets[index]!);
  return { at: { spec, path: ['targets', index] }, message: `${sentence(specName(spec))} has two targets for ${who}.`, hint: 'Delete one of them, or name in it the tier, the persona or the region that it is for.' };
}

function withoutDefault(spec: Spec<'Sla'>, targets: readonly SlaTarget[]): Finding | undefined {
  if (targets.some(isDefault)) return undefined;
  return {
    at: { spec, path: ['targets'], part: 'key' },
    message: `${sentence(specName(spec))} has no target for everybody: each of its targets names a tier, a persona or a region.`,
    hint: 'Add a target without `tier`, `persona` and `region`, for all that the others do not name.',
  };
}

function clash(workspace: Workspace, spec: Spec<'Sla'>, targets: readonly SlaTarget[]): Finding | undefined {
  const found = targets.length < 3 ? undefined : firstClash(workspace, targets);
  if (found === undefined) return undefined;
  return {
    at: { spec, path: ['targets', targets.indexOf(found.other)] },
    message: `${sentence(specName(spec))} has two targets for persona \`${found.persona}\` at once: the one for ${groupName(found.one)} and the one for ${groupName(found.other)}.`,
    hint: 'Add a target that names both, for those whom both would hold for, or delete one of the two.',
  };
}

/** A tier with the target that holds for it, its own or the one for everybody. */
interface Served {
  readonly tier: string;
  readonly rank: number;
  readonly target: SlaTarget;
  readonly index: number;
}

/** The first tier that is promised less than the next lower one. */
function worseForBetter(workspace: Workspace, spec: Spec<'Sla'>, targets: readonly SlaTarget[]): Finding | undefined {
  if (!targets.some(({ tier }) => tier !== undefined)) return undefined;
  const day = dayMeaning(workspace, spec.value.calendar);
  for (const region of new Set(targets.map((target) => target.region))) {
    const served = tiersServed(workspace, targets, region);
    for (const [place, worse] of served.entries()) {
      const better = served[place - 1];
      const finding = better === undefined || better.rank === worse.rank || better.target === worse.target ? undefined : compare(spec, better, worse, day);
      if (finding !== undefined) return finding;
    }
  }
  return undefined;
}

/** Each tier with the target that holds for it in a region, the best first. Only targets for the same region are compared. */
function tiersServed(workspace: Workspace, targets: readonly SlaTarget[], region: string | undefined): readonly Served[] {
  const here = targets.filter((target) => target.region === region && target.persona === undefined);
  return rankedTiers(workspace).flatMap(({ tier, rank }) => {
    const target = here.find((each) => each.tier === tier) ?? here.find((each) => each.tier === undefined);
    return target === undefined ? [] : [{ tier, rank, target, index: targets.indexOf(target) }];
  });
}

const rankedTiers = onceFor(({ registers }: Workspace) => [...registers.tiers].flatMap(([tier, rank]) => (rank === undefined ? [] : [{ tier, rank }])).sort((a, b) => a.rank - b.rank));

function compare(spec: Spec<'Sla'>, better: Served, worse: Served, day: DayMeaning): Finding | undefined {
  const name = sentence(specName(spec));
  const [long, short] = [better, worse].map(({ target: { within } }) => (within === undefined ? undefined : secondsOf(within, day)));
  const related = [{ message: `Tier \`${worse.tier}\` is promised this.`, at: { spec, path: ['targets', worse.index] } }];
  const hint = `Promise tier \`${better.tier}\`, which has rank ${better.rank}, at least what tier \`${worse.tier}\` gets, which has rank ${worse.rank}; 1 is served best.`;
  if (long !== undefined && short !== undefined && long > short) {
    return { at: { spec, path: ['targets', better.index, 'within'] }, message: `${name} promises tier \`${better.tier}\` ${better.target.within} and the lower tier \`${worse.tier}\` ${worse.target.within}.`, hint, related };
  }
  const [few, many] = [better, worse].map(({ target: { percent = 100 } }) => percent);
  const [fewExact, manyExact] = [millionths(few!), millionths(many!)];
  if (fewExact === undefined || manyExact === undefined || fewExact >= manyExact) return undefined;
  return { at: { spec, path: ['targets', better.index, 'percent'] }, message: `${name} keeps its promise to tier \`${better.tier}\` in ${few} % of cases and to the lower tier \`${worse.tier}\` in ${many} %.`, hint, related };
}

/** Of a target that is out of order already, that is enough to know. */
function* belowFloor(workspace: Workspace, spec: Spec<'Sla'>, targets: readonly SlaTarget[], told: ReadonlySet<string | number | undefined>): Iterable<Finding> {
  const { floor, calendar } = spec.value;
  const day = dayMeaning(workspace, calendar);
  const most = floor === undefined ? undefined : secondsOf(floor, day);
  for (const [index, target] of targets.entries()) {
    const within = target.within === undefined ? undefined : secondsOf(target.within, day);
    if (most === undefined || within === undefined || within <= most || told.has(index)) continue;
    yield {
      at: { spec, path: ['targets', index, 'within'] },
      message: `${sentence(specName(spec))} promises ${groupName(target)} ${target.within}, and nobody is to wait longer than ${floor}.`,
      hint: 'Shorten the target, or raise `floor` to what really is the worst that anybody may get.',
    };
  }
}
