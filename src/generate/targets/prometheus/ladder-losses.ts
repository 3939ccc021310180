import type { Spec } from '../../../model/spec.js';
import type { Escalation, Rung } from '../../../schema/kinds/journey.js';
import type { LossHere } from '../../target.js';
import type { RuleGroup } from './alerts.js';
import type { Triggers } from './ladder-rules.js';
import { lengthProblem, type Promised } from './promises.js';

/** What of a ladder its rules do not tell: all of it, single rungs, or a rung for some of the cases. */
export function ladderLosses(triggers: Triggers, { coordinate, value }: Spec<'Journey'>, index: number, { rules }: RuleGroup): readonly LossHere[] {
  const ladder = value.escalations![index]!;
  const unknown = whyUnset(triggers, ladder);
  if (unknown !== undefined) return [{ subject: coordinate, field: 'escalations', at: ['escalations', index], reason: unknown }];
  const lost = rungLosses(triggers, coordinate, index, ladder, rules);
  if (rules.length > 0) return lost;
  return [{ subject: coordinate, field: 'escalations', at: ['escalations', index], reason: lost.map(({ reason }) => reason).join(' ') }];
}

/** Rungs that no rule is written of, and those that tell nobody of some of the cases. */
function rungLosses(triggers: Triggers, coordinate: LossHere['subject'], index: number, ladder: Escalation, rules: RuleGroup['rules']): readonly LossHere[] {
  return (ladder.rungs ?? []).flatMap((rung, number): readonly LossHere[] => {
    const told = rules.flatMap(({ labels }) => (labels['rung'] === String(number + 1) ? [labels['target'] ?? ''] : []));
    const name = `Rung ${number + 1} of \`${ladder.id}\``;
    const at = ['escalations', index, 'rungs', number];
    if (told.length === 0) return [{ subject: coordinate, field: 'escalations.rungs', at, reason: `${name} tells nobody: ${whyNever(triggers, ladder, rung)}` }];
    const missed = promiseOf(triggers, ladder)?.targets.filter(({ label }) => !told.includes(label)) ?? [];
    return missed.map(({ label, who, target: { within } }) => ({ subject: coordinate, field: 'escalations.rungs.after', at: [...at, 'after', label], reason: `${name} tells nobody of the cases of ${who}: ${whyNoShare(rung, within, promiseOf(triggers, ladder)!)}` }));
  });
}

function promiseOf({ promises }: Triggers, { trigger }: Escalation): Promised | undefined {
  return promises.get(trigger?.sla ?? '');
}

/** Why nothing sets a ladder off. */
function whyUnset({ promises, kpis }: Triggers, { id, trigger = {}, rungs = [] }: Escalation): string | undefined {
  const { sla, kpi, event } = trigger;
  if (rungs.length === 0) return `\`${id}\` has no rungs, so it tells nobody.`;
  if (sla !== undefined && !promises.has(sla)) return `\`${id}\` waits for the promise \`${sla}\`, of which no rules are written: it is a draft, retired or not there.`;
  if (kpi !== undefined && !kpis.has(kpi)) return `\`${id}\` waits for \`${kpi}\`, of which no rules are written: it is a measure of one journey, a draft, retired or not there. Name a KPI with an alert that binds.`;
  return sla ?? kpi ?? event ? undefined : `Nothing sets \`${id}\` off: give it a \`trigger\`.`;
}

/** Why no rule can be written of a rung. */
function whyNever(triggers: Triggers, { trigger = {} }: Escalation, rung: Rung): string {
  const promise = triggers.promises.get(trigger.sla ?? '');
  if (rung.after === undefined) return 'it says no time. Give it `after`.';
  if (promise !== undefined) return promise.targets.length === 0 ? `\`${promise.spec.id}\` promises nothing. Give it \`targets\`.` : whyNoShare(rung, promise.targets[0]!.target.within, promise);
  if (rung.after.endsWith('%')) return `\`${rung.after}\` is a share of the time of a promise, and ${trigger.kpi === undefined ? 'an event' : 'a KPI'} has none. Write a time, such as \`4h\`.`;
  return `\`${trigger.kpi}\` has no alert that could be written${triggers.kpis.get(trigger.kpi ?? '')?.value.alerts === undefined ? '. Give it `alerts`' : ''}.`;
}

/** Why the time of a rung of a promise is not known. */
function whyNoShare({ after = '' }: Rung, within: string | undefined, promise: Promised): string {
  if (!after.endsWith('%')) return lengthProblem(after, promise);
  return within === undefined ? `\`${after}\` is a share of \`within\`, which their target does not have. Write a time, such as \`4h\`.` : lengthProblem(within, promise);
}
