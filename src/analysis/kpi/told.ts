import type { StepModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { namesLeftOut } from '../doubled-specs.js';
import { namesIn } from './formula-form.js';
import type { FormulaInputs } from './inputs.js';

/** True where a system tells an event, as far as can be known: one that only follows from a step is known by name and seen by nobody. */
export function isTold(workspace: Workspace, event: string): boolean {
  return (workspace.registers.events.get(event)?.producers.length ?? 0) > 0 || isPerhapsTold(workspace, event);
}

/** True where a document that cannot be read, or does not count, may tell an event: that document is what is wrong. */
export function isPerhapsTold(workspace: Workspace, event: string): boolean {
  return workspace.perhapsDeclared(event) || namesLeftOut(workspace).has(event);
}

/** The step that `journey#step` leads to. */
export function stepAt(workspace: Workspace, text: string): StepModel | undefined {
  const mark = text.indexOf('#');
  return mark < 0 ? undefined : workspace.journey(text.slice(0, mark).split('@')[0]!)?.step(text.slice(mark + 1));
}

/** Moments of a promise that no system tells: there it would begin or end, and nobody would see it. */
export function untoldMoments(workspace: Workspace, { value }: Spec<'Sla'>): readonly string[] {
  const { start, stop } = value.clock ?? {};
  return [namesIn(start), namesIn(stop)].flatMap((points) => (points.some((point) => isTold(workspace, eventOfPoint(workspace, point))) ? [] : points.slice(0, 1)));
}

/** A clock may point at a step and means its completion. */
function eventOfPoint(workspace: Workspace, point: string): string {
  return stepAt(workspace, point)?.completed ?? point;
}

/** Every event that a formula needs: those that it names, those of its steps, and those with which its promises begin and end. */
export function eventsBehind(workspace: Workspace, { events, steps, promises }: FormulaInputs): readonly string[] {
  const ofSteps = steps.flatMap((text) => stepAt(workspace, text) ?? []).flatMap(({ started, completed }) => [started, completed]);
  const clocks = promises.flatMap((id) => workspace.find('Sla', id)?.value.clock ?? []);
  const ofPromises = clocks.flatMap(({ start, stop }) => [...namesIn(start), ...namesIn(stop)]).map((point) => eventOfPoint(workspace, point));
  return [...new Set([...events, ...ofSteps, ...ofPromises])];
}
