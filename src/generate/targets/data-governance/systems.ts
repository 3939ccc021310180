import type { Spec } from '../../../model/spec.js';
import { fill, type FilledRegister, type Register } from '../../register.js';
import { sorted, type Catalogues } from './catalogues.js';

interface SystemRow {
  readonly system: Spec<'System'>;
  readonly from: Catalogues;
}

/** Which system holds which data, and who runs it. */
export const dataSystems: Register<SystemRow> = {
  id: 'data-systems',
  description: 'One row for each system: which data it holds and passes on, who runs it, and how it is protected.',
  columns: [
    { name: 'system', always: true, description: 'The system.', of: ({ system }) => system.id },
    { name: 'title', always: true, description: 'Its name for people.', of: ({ system }) => system.value.title },
    { name: 'owner', always: true, description: 'The team that answers for it.', of: ({ system }) => system.owner },
    { name: 'holds', type: 'texts', description: 'The data that it holds the truth of.', of: ({ system, from }) => from.elements.filter(({ value }) => value.master === system.id).map(({ id }) => id) },
    { name: 'checks', type: 'texts', description: 'The data that it checks.', of: ({ system, from }) => from.elements.filter(({ value }) => value.validator === system.id).map(({ id }) => id) },
    { name: 'receives', type: 'texts', description: 'The data that other systems pass on to it.', of: ({ system, from }) => passedTo(from.systems, system.id) },
    { name: 'passesOn', type: 'texts', description: 'The systems that it passes data on to, each with the data.', of: ({ system }) => (system.value.integrations ?? []).map(({ to = '?', elements = [] }) => `${to}: ${elements.length === 0 ? 'not said which' : elements.join(', ')}`) },
    { name: 'vendor', description: 'The company outside that runs it or gets its data.', of: ({ system }) => system.value.thirdParty?.vendor },
    { name: 'countries', type: 'texts', description: 'Where that company processes data.', of: ({ system }) => system.value.thirdParty?.country ?? [] },
    { name: 'transfers', type: 'texts', description: 'Regions that data leave for with that company, each with the safeguard.', of: ({ system }) => transferWords(system.value.thirdParty?.transfers) },
    { name: 'agreement', description: 'The Record of the agreement with that company.', of: ({ system }) => system.value.thirdParty?.agreement },
    { name: 'measures', type: 'texts', description: 'How its data are protected.', of: ({ system }) => system.value.security?.measures ?? [] },
    { name: 'accessEvent', description: 'The event that is written when somebody looks at its data.', of: ({ system }) => system.value.accessLog?.event },
  ],
};

/** The filled register. */
export function systemRegister(from: Catalogues): FilledRegister {
  return fill(dataSystems, from.systems.map((system) => ({ system, from })), [...from.systems, ...from.sources]);
}

function passedTo(systems: readonly Spec<'System'>[], id: string): readonly string[] {
  return sorted(systems.flatMap(({ value }) => (value.integrations ?? []).filter(({ to }) => to === id).flatMap(({ elements = [] }) => elements)));
}

/** `US: standard contractual clauses` */
export function transferWords(transfers: readonly { readonly to: string; readonly safeguard?: string }[] = []): readonly string[] {
  return transfers.map(({ to, safeguard }) => (safeguard === undefined ? to : `${to}: ${safeguard}`));
}
