import type { Escalation } from '../../schema/kinds/journey.js';
import { countRow, textRows, type BenchmarkRow } from './rows.js';
import type { Side, Sides } from './sides.js';

/** Who is told when a promise is at risk. */
export function escalationRows({ before, after }: Sides): readonly BenchmarkRow[] {
  const [then, now] = [laddersIn(before), laddersIn(after)];
  return [
    countRow({ group: 'escalations', what: 'escalations' }, [...then.keys()], [...now.keys()]),
    ...[...new Set([...then.keys(), ...now.keys()])].flatMap((id) => rowsOf(id, then.get(id), now.get(id))),
  ];
}

function laddersIn({ journey }: Side): ReadonlyMap<string, Escalation> {
  return new Map((journey.spec.value.escalations ?? []).map((each) => [each.id, each]));
}

function rowsOf(id: string, before: Escalation | undefined, after: Escalation | undefined): readonly BenchmarkRow[] {
  const head = { group: 'escalations', about: { id, title: id } } as const;
  return [...textRows({ ...head, what: 'trigger' }, triggerOf(before), triggerOf(after)), ...textRows({ ...head, what: 'rungs' }, rungsOf(before), rungsOf(after))];
}

function triggerOf(escalation: Escalation | undefined): string | undefined {
  const { sla, event, kpi } = escalation?.trigger ?? {};
  return sla ?? event ?? kpi;
}

function rungsOf(escalation: Escalation | undefined): string | undefined {
  return escalation?.rungs?.map(({ after = 'not said when', to = 'nobody who is named' }) => `${after}: ${to}`).join(', ');
}
