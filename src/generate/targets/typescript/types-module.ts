import type { Property, Statement } from './module.js';

/** What every document of the data has; the data themselves are more exact than their types. */
export function typesModule(ending: string): readonly Statement[] {
  return [
    { is: 'import-type', names: ['EventId', 'JourneyId', 'KpiId', 'PersonaId', 'SlaId'], from: `./ids${ending}` },
    { is: 'type', name: 'Status', type: "'draft' | 'active' | 'deprecated'", doc: 'Where a document stands in its life: only what is active or deprecated binds.' },
    documentType('JourneyData', 'JourneyId', 'A journey.', [{ name: 'stages', type: 'readonly StageData[]', isOptional: true }]),
    documentType('SlaData', 'SlaId', 'A promise.', []),
    documentType('KpiData', 'KpiId', 'A KPI.', []),
    documentType('PersonaData', 'PersonaId', 'A persona.', []),
    open('StageData', 'A phase of a journey.', [...named, { name: 'steps', type: 'readonly StepData[]' }]),
    open('StepData', 'A step of a journey.', [...named, { name: 'lane', type: "'customer' | 'frontstage' | 'backstage' | 'support'" }]),
    open('EventData', 'An event that a system tells.', [{ name: 'event', type: 'EventId' }, { name: 'attributes', type: 'readonly AttributeData[]', isOptional: true }]),
    open('AttributeData', 'An attribute of an event.', [{ name: 'name', type: 'string' }]),
  ];
}

const named: readonly Property[] = [{ name: 'id', type: 'string' }, { name: 'title', type: 'string' }];

function documentType(name: string, id: string, doc: string, more: readonly Property[]): Statement {
  return open(name, doc, [{ name: 'id', type: id }, { name: 'title', type: 'string' }, { name: 'version', type: 'string' }, { name: 'status', type: 'Status' }, { name: 'owner', type: 'string' }, ...more]);
}

function open(name: string, doc: string, properties: readonly Property[]): Statement {
  return { is: 'interface', name, doc, properties: [...properties, { name: '[field: string]', type: 'unknown' }] };
}
