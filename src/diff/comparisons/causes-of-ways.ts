import { fieldOf, isArray, sameJson, type JsonArray, type JsonValue } from '../../base/json.js';
import type { Difference } from '../difference.js';
import type { MatchedSteps } from './match-steps.js';

/** Stands for the order of the stages, which is told once. No step has this id. */
export const anyStage = '';

/** True for the difference that tells of a step, by its id after, because of which ways came or went; or of the order of the stages. */
export function bringsAbout(difference: Difference, matched: MatchedSteps, step: string): boolean {
  const { shape, field, deed, told } = difference;
  if (shape === 'Journey' && field === 'stages' && deed === 'reordered') return step === anyStage;
  if (told?.kind === 'step-stage-changed') return (told.facts['steps'] as JsonArray).includes(step);
  if (shape === 'Step') return steers(difference, matched, step);
  return (deed === 'added' || deed === 'removed') && stepsOf(difference).some((each) => namesIn(difference, matched, each).includes(step));
}

/** Fields by which a step says that it has no way of its own, or that others have none. */
const steering: ReadonlySet<string> = new Set(['alongside', 'end', 'next']);

function steers({ field, holder, before, after }: Difference, { steps, now }: MatchedSteps, id: string): boolean {
  if (field === 'waitsFor') return [before, after].some((side) => side !== undefined && now(withoutStage(side.value)) === id);
  return steering.has(field) && steps.pairs.some(([, is]) => is.id === id && startsWith(holder.after, is.path));
}

function startsWith(path: Difference['holder']['after'], start: Difference['holder']['after']): boolean {
  return sameJson(path.slice(0, start.length), start);
}

/** Steps that came or went with a difference, by themselves or in their stage. */
function stepsOf({ shape, field, before, after }: Difference): JsonArray {
  const value = (after ?? before)!.value;
  const inside = shape === 'Journey' && field === 'stages' ? fieldOf(value, 'steps') : undefined;
  return shape === 'Stage' && field === 'steps' ? [value] : isArray(inside) ? inside : [];
}

/** What a step that came or went is called after, and the steps that it waited for. */
function namesIn({ deed }: Difference, { now }: MatchedSteps, step: JsonValue): readonly string[] {
  const awaited = fieldOf(step, 'waitsFor');
  const names = [fieldOf(step, 'id') ?? '', ...(isArray(awaited) ? awaited : [])].map(withoutStage);
  return deed === 'removed' ? names.map(now) : names;
}

/** `triage.classify` names the step `classify`. */
function withoutStage(name: JsonValue): string {
  const text = String(name);
  return text.slice(text.indexOf('.') + 1);
}
