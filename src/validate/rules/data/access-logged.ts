import { isDoneByPeople } from '../../../analysis/people-at-work.js';
import { isAtLeast } from '../../../analysis/protection.js';
import { systemsOf } from '../../../analysis/system-use.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import { idPlace } from '../../id-place.js';
import type { Rule } from '../../rule.js';

const files = (accessLog: string): { readonly [path: string]: string } => ({
  'data.yaml': activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: iban, title: Bank account, class: restricted, nature: personal, master: claims-core}
`),
  'core.yaml': activeDocument('System', 'claims-core', `emits: [{event: record-opened}]
${accessLog}`),
  'journey.yaml': activeJourney('payout', 'pay', `      - {id: release, title: Clerk releases the payment, lane: backstage, systems: [claims-core], end: success}
`),
});

/** Staff who can look at well protected data without a trace. */
export const accessLogged: Rule = {
  id: 'data/access-logged',
  code: 'DAT-017',
  summary: 'A system that holds confidential data and that staff work with records who looked at what.',
  rationale: 'Curious colleagues are stopped by knowing that it shows, and a customer who asks who saw the file gets an answer.',
  severity: 'error',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M5.3'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }, { code: 'STR-003', within: 'subject' }],
  examples: {
    valid: [{ title: 'Each look is recorded', files: files('accessLog: {event: record-opened}\n') }],
    invalid: [
      {
        title: 'No trace of who looked',
        files: files(''),
        at: 'claims-core',
        message: 'Staff work with `claims-core`, which holds `iban`, but nothing records who looked at it.',
      },
    ],
  },
  *check({ workspace }) {
    const held = confidentialDataBySystem(workspace);
    const unlogged = workspace.all('System').filter(({ id, value }) => value.accessLog === undefined && held.has(id));
    if (unlogged.length === 0) return;
    const staffed = systemsThatStaffUse(workspace);
    for (const system of unlogged) {
      const [data, use] = [held.get(system.id)!, staffed.get(system.id)];
      if (use === undefined) continue;
      yield {
        at: idPlace(system),
        message: `Staff work with \`${system.id}\`, which holds \`${data.element}\`, but nothing records who looked at it.`,
        hint: 'Add `accessLog: {event: ...}` with the event that the system writes at each access.',
        tellsOf: [data.saidBy, use],
      };
    }
  },
};

/** A confidential data element that a system holds, by the word of a document. */
interface Held {
  readonly element: string;
  readonly saidBy: Spec;
}

/** Systems that are masters of confidential data or collect them, each with one of the elements. */
function confidentialDataBySystem(workspace: Workspace): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  const hold = (system: string, element: string, saidBy: Spec): void => {
    if (!held.has(system) && isAtLeast(workspace, element, 'confidential')) held.set(system, { element, saidBy });
  };
  for (const { id, value, spec } of workspace.registers.elements.values()) if (value.master !== undefined && isActive(spec)) hold(value.master, id, spec);
  for (const { spec, steps } of journeysInForce(workspace)) {
    for (const { value } of steps) for (const element of value.data?.collects ?? []) for (const system of value.systems ?? []) hold(system, element, spec);
  }
  return held;
}

/** Each with a journey in which they do. */
function systemsThatStaffUse(workspace: Workspace): ReadonlyMap<string, Spec<'Journey'>> {
  const used = new Map<string, Spec<'Journey'>>();
  for (const { spec, steps } of journeysInForce(workspace)) {
    for (const step of steps) if (isDoneByPeople(step)) for (const system of systemsOf(step)) if (!used.has(system)) used.set(system, spec);
  }
  return used;
}

/** A sketch binds no system. */
function journeysInForce(workspace: Workspace): readonly JourneyModel[] {
  return workspace.journeys.filter(({ spec }) => isActive(spec));
}
