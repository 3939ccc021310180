import { isArray, isObject, type JsonObject, type JsonValue, type Path } from '../base/json.js';
import type { Origin } from './spec.js';

type Mutable = Record<string | number, JsonValue>;

/** A value put together from several documents, which remembers where each part is written. */
export class EffectiveValue {
  readonly root: JsonObject;
  readonly #containers = new Map<object, Origin>();
  readonly #scalars = new Map<object, Map<string | number, Origin>>();

  /** Starts as a copy of `value`, written at `origin`. */
  constructor(value: JsonObject, origin: Origin) {
    this.root = this.#copy(value, origin) as JsonObject;
  }

  /** Puts a value under a key of a container of this value. */
  put(container: object, key: string | number, value: JsonValue, origin: Origin): void {
    (container as Mutable)[key] = this.#copy(value, origin);
    this.#remember(container, key, value, origin);
  }

  /** Inserts an entry into a list of this value. */
  insert(list: readonly JsonValue[], at: number, value: JsonValue, origin: Origin): void {
    (list as JsonValue[]).splice(at, 0, this.#copy(value, origin));
  }

  remove(container: object, key: string | number): void {
    if (isArray(container)) (container as JsonValue[]).splice(Number(key), 1);
    else delete (container as Mutable)[key];
  }

  /** Where the value at a path is written. */
  origin(path: Path): Origin {
    let container: JsonValue | undefined = this.root;
    let base = this.#containers.get(this.root)!;
    for (const step of path) {
      const scalar: Origin | undefined = isContainer(container) ? this.#scalars.get(container)?.get(step) : undefined;
      const value: JsonValue | undefined = isContainer(container) ? (container as Mutable)[step] : undefined;
      base = scalar ?? (isContainer(value) ? this.#containers.get(value) : undefined) ?? { document: base.document, path: [...base.path, step] };
      container = value;
    }
    return base;
  }

  #remember(container: object, key: string | number, value: JsonValue, origin: Origin): void {
    const known = this.#scalars.get(container) ?? new Map<string | number, Origin>();
    if (isContainer(value)) known.delete(key);
    else this.#scalars.set(container, known.set(key, origin));
  }

  #copy(value: JsonValue, origin: Origin): JsonValue {
    if (!isContainer(value)) return value;
    const copy: JsonValue = isArray(value)
      ? value.map((each, index) => this.#copy(each, inner(origin, index)))
      : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#copy(each, inner(origin, key))]));
    this.#containers.set(copy as object, origin);
    return copy;
  }
}

function inner(origin: Origin, key: string | number): Origin {
  return { document: origin.document, path: [...origin.path, key] };
}

function isContainer(value: unknown): value is JsonObject | readonly JsonValue[] {
  return isArray(value) || isObject(value);
}
