import { companyFiles } from './company-text.js';
import { domainFiles } from './domain-text.js';
import { journeyText, journeySteps } from './journey-text.js';

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Journeys that share teams, systems and promises. */
const journeysPerDomain = 50;

const areas = ['bills', 'cards', 'claims', 'cover', 'fibre', 'gas', 'heat', 'loans', 'meters', 'mobile', 'parcels', 'power', 'rail', 'solar', 'stays', 'tariffs', 'taxes', 'tickets', 'trips', 'water'] as const;
const matters = ['question', 'order', 'complaint', 'change', 'repair', 'move', 'refund', 'renewal', 'upgrade', 'cancellation'] as const;

/** A sound workspace with so many journeys. The same number always gives the same bytes. */
export function generateWorkspace(journeys: number): readonly GeneratedFile[] {
  const domains = Array.from({ length: Math.ceil(journeys / journeysPerDomain) }, (_, index) => index);
  return [...companyFiles(), ...domains.flatMap((domain) => generateDomain(domain, Math.min(journeysPerDomain, journeys - domain * journeysPerDomain)))];
}

function generateDomain(number: number, amount: number): readonly GeneratedFile[] {
  const area = areas[number % areas.length]!;
  const domain = number < areas.length ? area : `${area}-${Math.floor(number / areas.length) + 1}`;
  const journeys = Array.from({ length: amount }, (_, index) => ({ id: `${domain}-${matters[index % matters.length]}-${Math.floor(index / matters.length) + 1}`, seed: number * journeysPerDomain + index }));
  return [
    ...domainFiles(domain, journeys.map(({ id, seed }) => ({ id, steps: journeySteps(seed) }))),
    ...journeys.map(({ id, seed }) => ({ path: `${domain}/journeys/${id}.yaml`, content: journeyText(domain, id, seed) })),
  ];
}
