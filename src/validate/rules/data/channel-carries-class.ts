import { usesOf, worksWith } from '../../../analysis/data-use.js';
import { rankOfElement } from '../../../analysis/protection.js';
import { remembering } from '../../../base/remembering.js';
import { listOf } from '../../../base/words.js';
import type { StepModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: claim-number, title: Claim number, class: internal, nature: pseudonymous}
  - {id: iban, title: Bank account, class: restricted, nature: personal}
`);

const journey = (step: string): string => activeJourney('lost-card', 'report', `      - ${step}
`);

/**
 * Data that pass through a channel which may not carry them. Only a channel carries data: a journey, an event and an
 * agreement between systems name data elements and hold none, so they need no class of their own.
 */
export const channelCarriesClass: Rule = {
  id: 'data/channel-carries-class',
  code: 'DAT-003',
  summary: 'The data of a step are not too sensitive for the channels that it uses.',
  rationale: 'Data are as safe as the weakest way that they take. A bank account in an email can be read by strangers.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M5.1'],
  examples: {
    valid: [
      {
        title: 'Bank accounts are asked for in the app only',
        files: { 'data.yaml': catalog, 'journey.yaml': journey('{id: give-account, title: Customer gives the account, lane: customer, channel: app, data: {collects: [iban]}, end: success}') },
      },
    ],
    invalid: [
      {
        title: 'A bank account by email',
        files: { 'data.yaml': catalog, 'journey.yaml': journey('{id: give-account, title: Customer gives the account, lane: customer, channel: [app, email], data: {collects: [iban], reuses: [claim-number]}, end: success}') },
        at: 'iban',
        message: 'Step `give-account` passes `iban` (restricted) through `email` (internal at most).',
      },
      {
        title: 'Two channels that are too open',
        files: { 'data.yaml': catalog, 'journey.yaml': journey('{id: tell, title: We confirm the account, lane: frontstage, channel: [email, letter], data: {reuses: [iban]}, end: success}') },
        at: 'iban',
        message: 'Step `tell` passes `iban` (restricted) through `email` (internal at most) and `letter` (confidential at most).',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const limitAt = remembering((channel: string) => limitOf(workspace, channel));
    return function* ({ spec, steps }) {
      for (const step of steps) if (step.value.data !== undefined && step.channels.length > 0) yield* overloaded(workspace, spec, step, step.channels.flatMap((channel) => limitAt(channel) ?? []));
    };
  },
};

/** One finding for a step: the elements that are too sensitive, and the channels that are too open for them. */
function* overloaded(workspace: Workspace, spec: Spec, step: StepModel, limits: readonly ChannelLimit[]): Iterable<Finding> {
  const isOver = (element: string): boolean => limits.some(({ rank }) => (rankOfElement(workspace, element) ?? 0) > rank);
  if (!worksWith(step, isOver)) return;
  const over = usesOf(step).filter(({ element }) => isOver(element));
  const highest = Math.max(...over.map(({ element }) => rankOfElement(workspace, element) ?? 0));
  const channels = limits.filter(({ rank }) => rank < highest).map(({ channel, most }) => `\`${channel}\` (${most} at most)`);
  const about = [...new Set(over.map(({ element }) => element))];
  const elements = about.map((element) => `\`${element}\` (${workspace.registers.elements.get(element)!.value.class})`);
  yield {
    at: { spec, path: over[0]!.path },
    about: about.toSorted(),
    message: `Step \`${step.id}\` passes ${listOf(elements)} through ${listOf(channels)}.`,
    hint: `Use a channel that may carry ${elements.length === 1 ? 'this' : 'these'}, or leave ${elements.length === 1 ? 'it' : 'them'} out of the step. What each channel may carry stands in the Policy under \`channels\`.`,
  };
}

interface ChannelLimit {
  readonly channel: string;
  readonly most: string;
  readonly rank: number;
}

function limitOf({ policy, registers }: Workspace, channel: string): ChannelLimit | undefined {
  const most = policy.channels.get(channel);
  const rank = most === undefined ? undefined : registers.classRanks.get(most);
  return most === undefined || rank === undefined ? undefined : { channel, most, rank };
}
