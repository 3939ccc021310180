/** Ways from step to step in words: when they are taken, by how many, and how often. */
import { beside, isolated, joined } from '../../base/bidi.js';
import { percentWords } from '../../base/amounts.js';
import { shareMillionths } from '../../base/exact.js';
import { valueAt } from '../../base/json.js';
import { count } from '../../base/words.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Transition } from '../../model/transitions.js';
import type { Workspace } from '../../model/workspace.js';
import type { Condition, Meanwhile } from '../../schema/kinds/step.js';
import { elementName } from './names.js';

/** All that is said about a way, part by part; none for one that every case takes. */
export function wayWords(workspace: Workspace, journey: JourneyModel, way: Transition): readonly string[] {
  return [...whenWords(workspace, journey, way), ...shareWords(way), ...limitWords(way)];
}

function whenWords(workspace: Workspace, journey: JourneyModel, way: Transition): readonly string[] {
  switch (way.kind) {
    case 'fail':
      return ['when it fails'];
    case 'interrupt':
      return [...meanwhileWords(journey, way), 'and stops it'];
    case 'side':
      return [...meanwhileWords(journey, way), 'beside it'];
    case 'alongside':
      return ['at the same moment'];
    case 'skip':
      return ['where a step between is left out'];
    default:
      return choiceWords(workspace, way);
  }
}

function choiceWords(workspace: Workspace, { edge, split }: Transition): readonly string[] {
  if (split === 'all') return ['together', ...ownWords(workspace, edge)];
  if (split === 'some') return ['one or more', ...ownWords(workspace, edge)];
  const own = ownWords(workspace, edge);
  return own.length === 0 && split === 'choice' ? ['otherwise'] : own;
}

function ownWords(workspace: Workspace, { label, when, outcome }: Transition['edge']): readonly string[] {
  if (label !== undefined) return [isolated(label)];
  if (when !== undefined) return [conditionWords(workspace, when)];
  return outcome === undefined ? [] : [beside`when it ends in ${outcome}`];
}

const signs: { readonly [op: string]: string } = { eq: 'is', ne: 'is not', lt: '<', lte: '≤', gt: '>', gte: '≥', in: 'is one of' };

/** A condition as people say it. */
export function conditionWords(workspace: Workspace, condition: Condition): string {
  if (typeof condition === 'string') return isolated(condition);
  if ('event' in condition) return `after ${condition.event}`;
  return `${elementName(workspace, condition.element)} ${signs[condition.op]} ${joined([condition.value].flat().map(String), ', ')}`;
}

/** A way past an optional step may begin beside another one; the words are written there. */
function meanwhileWords(journey: JourneyModel, { path, source }: Transition): readonly string[] {
  const written = path.at(-2) === 'meanwhile' ? (valueAt(journey.spec.value, path) as Meanwhile | undefined) : source.value.meanwhile?.[0];
  if (written === undefined) return [];
  const { after, every, event, title } = written;
  const moment = after === undefined ? (every === undefined ? `on ${event}` : `every ${every}`) : `after ${after}`;
  return title === undefined ? [moment] : [isolated(title), moment];
}

function shareWords({ edge }: Transition): readonly string[] {
  const share = edge.share === undefined ? undefined : shareMillionths(edge.share);
  return share === undefined ? [] : [percentWords(share)];
}

function limitWords({ edge: { repeats } }: Transition): readonly string[] {
  if (repeats === undefined) return [];
  return [repeats === 'unknown' ? 'how often is not known' : `at most ${count(repeats, 'time')}`];
}
