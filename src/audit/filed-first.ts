import type { JsonValue } from '../base/json.js';
import type { FiledFirst } from '../control/versions.js';
import { documentOf, type Followed } from './past-workspace.js';

/** The Record that was filed first under an id, whatever became of it; `undefined` where none ever was. */
export function filedFirst(followed: Followed, id: string): FiledFirst | undefined {
  const all = followed.workspace.specs.flatMap(({ versions }) => versions.find(({ coordinate }) => coordinate === `record:${id}`) ?? []);
  const [first] = all.toSorted((a, b) => a.moment.place - b.moment.place);
  return first === undefined ? undefined : { value: documentOf(followed, first).value as JsonValue, day: first.moment.recorded, commit: first.moment.id };
}
