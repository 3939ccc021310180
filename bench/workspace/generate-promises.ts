import { companyFiles } from './company-text.js';
import type { GeneratedFile } from './generate-workspace.js';
import { promiseDomainFiles } from './promise-domain.js';
import { hoursFile } from './promise-hours.js';
import { customerPromise, promiseJourneyText, promisingSteps } from './promise-journey.js';

/** Journeys that share teams, systems and agreements. */
const journeysPerDomain = 25;

/** A workspace with so many journeys, each with a promise to the customer and eight to eleven parts. */
export function generatePromises(journeys: number): readonly GeneratedFile[] {
  const domains = Array.from({ length: Math.ceil(journeys / journeysPerDomain) }, (_, index) => index);
  return [...companyFiles(), { path: 'company/hours.yaml', content: hoursFile() }, ...domains.flatMap((domain) => generateDomain(domain, Math.min(journeysPerDomain, journeys - domain * journeysPerDomain)))];
}

function generateDomain(number: number, amount: number): readonly GeneratedFile[] {
  const domain = `service-${number + 1}`;
  const journeys = Array.from({ length: amount }, (_, index) => ({ id: `${domain}-request-${index + 1}`, seed: number * journeysPerDomain + index }));
  return [
    ...promiseDomainFiles(domain, journeys.map(({ id, seed }) => ({ promise: customerPromise(id, seed), steps: promisingSteps }))),
    ...journeys.map(({ id, seed }) => ({ path: `${domain}/journeys/${id}.yaml`, content: promiseJourneyText(domain, id, seed) })),
  ];
}
