import { lapseOf, type PromiseEnd } from '../analysis/promise-end.js';
import type { CalendarDay } from '../base/date.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { InForce, InForceRemark } from './in-force.js';
import { specOf, workspaceAt, type Followed } from './past-workspace.js';
import type { SpecVersion } from './spec-timeline.js';

/** An answer with what ends the promise before another version takes over. Which version is in force goes by its days alone, and says nothing of that. */
export function withLapse(answer: InForce, workspace: Workspace): InForce {
  const { version, day } = answer;
  const spec = version?.kind === 'Sla' ? workspace.find('Sla', version.id) : undefined;
  const lapse = spec === undefined ? undefined : lapseOf(workspace, spec);
  return lapse === undefined ? answer : { ...answer, remarks: [lapseRemark(lapse, day), ...answer.remarks] };
}

function lapseRemark({ day, agreement }: PromiseEnd, asked: CalendarDay): InForceRemark {
  const why = agreement === undefined ? 'by its `expires`' : `because its agreement, the Record \`${agreement}\`, expires`;
  if (asked < day) return { kind: 'expires', message: `From ${day} on it holds no longer, ${why}.` };
  return { kind: 'expired', message: `It has not held since ${day}, ${agreement === undefined ? why : why.replace('expires', 'expired')}: it is the version whose days ${asked} falls into, and promises nothing on that day.` };
}

/** When a version of a promise ends that its days do not end first, by what its commit held. */
export function lapseOfVersion(followed: Followed, version: SpecVersion): PromiseEnd | undefined {
  const isBinding = version.event !== 'gone' && (version.status === 'active' || version.status === 'deprecated');
  const spec = isBinding && version.kind === 'Sla' ? (specOf(followed, version) as Spec<'Sla'> | undefined) : undefined;
  return spec === undefined ? undefined : lapseOf(workspaceAt(followed, version.moment), spec);
}
