import type { Path } from '../base/json.js';
import type { StepModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { DataElement } from '../schema/kinds/data-catalog.js';

/** A data element that a step works with, and where that is written. */
export interface ElementUse {
  readonly element: string;
  readonly how: 'collects' | 'reuses' | 'writes';
  /** Where it stands in the journey's effective value. */
  readonly path: Path;
}

const ways = ['collects', 'reuses', 'writes'] as const;

/** Ids of the data elements that a step works with. */
export function elementsIn({ value: { data } }: StepModel): readonly string[] {
  return data === undefined ? [] : ways.flatMap((how) => data[how] ?? []);
}

/** True when a step works with a data element of some sort. */
export function worksWith({ value: { data } }: StepModel, isMeant: (element: string) => boolean): boolean {
  return data !== undefined && ways.some((how) => data[how]?.some(isMeant) === true);
}

/** Every data element that a step works with, in the order of the fields. */
export function usesOf(step: StepModel): readonly ElementUse[] {
  const { data } = step.value;
  if (data === undefined) return [];
  return ways.flatMap((how) => (data[how] ?? []).map((element, index) => ({ element, how, path: [...step.path, 'data', how, index] })));
}

/** For each data element that activities process, their purposes, as far as they say them. */
export function declaredPurposes(workspace: Workspace): ReadonlyMap<string, ReadonlySet<string>> {
  const purposes = new Map<string, Set<string>>();
  for (const { value } of workspace.registers.activities) {
    for (const element of value.elements ?? []) {
      const known = purposes.get(element) ?? new Set<string>();
      purposes.set(element, known);
      if (value.purpose !== undefined) known.add(value.purpose);
    }
  }
  return purposes;
}

/**
 * Data about people among `elements` that are used for other purposes than this one. Left out are data that nothing uses or
 * nobody says what for, and purposes that do not exist: they are wrong for another reason.
 */
export function usedOtherwise(workspace: Workspace, declared: ReadonlyMap<string, ReadonlySet<string>>, elements: readonly string[], purpose: string): readonly string[] {
  const { elements: known, purposes } = workspace.registers;
  if (!purposes.has(purpose)) return [];
  return elements.filter((id) => {
    const [element, others] = [known.get(id), declared.get(id)];
    return element !== undefined && isAboutPeople(element.value) && others !== undefined && others.size > 0 && !others.has(purpose);
  });
}

/** True for data that tell of a person. A pseudonym still does: somebody can undo it. */
export function isAboutPeople({ nature }: DataElement): boolean {
  return nature === 'personal' || nature === 'pseudonymous';
}

/** True for an element that tells of a person: the law knows special data only of people. */
export function tellsOfPeople({ registers }: Workspace, id: string): boolean {
  const element = registers.elements.get(id)?.value;
  return element !== undefined && (isAboutPeople(element) || element.class === 'special');
}
