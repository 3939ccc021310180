/**
 * Says at once of most documents that their form is sound. It never says what is wrong: where it is not sure, the compiled
 * validators are asked, and they alone complain. A property test shows that they accept whatever is sure here.
 */
import { isObject, type JsonObject } from '../base/json.js';
import { remembering } from '../base/remembering.js';
import { scalars, type KindName } from '../schema/generated/language-table.js';
import type { Field, ScalarForm, ScalarType, TypeExpression } from '../schema/language.js';
import { shapeOf } from '../schema/type-at.js';
import { limits } from './limits.js';

/** True when the document surely has the form of its kind; false says nothing. */
export function surelySound(kind: KindName, value: unknown): boolean {
  return checkOfShape(kind)(value);
}

/** True when a value surely is what it should be. */
type Check = (value: unknown) => boolean;

const checkOfShape = remembering((name: string): Check => {
  const declared = Object.entries(shapeOf(name));
  const fields = new Map(declared.map(([key, { required, type }]): [string, FieldCheck] => [key, { required, type, check: undefined }]));
  const needed = declared.filter(([, { required }]) => required).length;
  const agreements = declared.flatMap(([key, field]) => agreementsOf(key, field));
  return (value) => isObject(value) && requiredOf(value, fields) === needed && allAgree(agreements, value);
});

/** A loop: a function that asks each of them would be made anew for every value. */
function allAgree(agreements: readonly Agreement[], holder: JsonObject): boolean {
  for (const agree of agreements) if (!agree(holder)) return false;
  return true;
}

interface FieldCheck {
  readonly required: boolean;
  readonly type: TypeExpression;
  /** Made for the first value: most documents use few fields, and some shapes hold themselves. */
  check: Check | undefined;
}

/** How many required fields are written; `undefined` when any field is not surely sound. */
function requiredOf(holder: JsonObject, fields: ReadonlyMap<string, FieldCheck>): number | undefined {
  let found = 0;
  for (const key of Object.keys(holder)) {
    const value = holder[key];
    const field = fields.get(key);
    if (field === undefined || !(field.check ??= checkOf(field.type))(value)) return undefined;
    if (field.required) found += 1;
  }
  return found;
}

type Agreement = (holder: JsonObject) => boolean;

/** What a field demands of its siblings. */
function agreementsOf(key: string, { requiredUnless, oneOf, notBeside }: Field): readonly Agreement[] {
  const among = (holder: JsonObject) => (field: string) => Object.hasOwn(holder, field);
  return [
    ...(requiredUnless === undefined ? [] : [(holder: JsonObject) => [key, requiredUnless].some(among(holder))]),
    ...(oneOf === undefined ? [] : [(holder: JsonObject) => oneOf.filter(among(holder)).length === 1]),
    ...(notBeside === undefined ? [] : [(holder: JsonObject) => !among(holder)(key) || !notBeside.some(among(holder))]),
  ];
}

function checkOf(type: TypeExpression): Check {
  switch (type.type) {
    case 'scalar':
    case 'reference':
      return checkOfScalar(type.name);
    case 'word':
      return oneOfWords(type.words);
    case 'object':
      return checkOfShape(type.shape);
    case 'list':
      return listOf(checkOf(type.of), type.most);
    case 'map':
      return mapOf(checkOf(type.of));
    case 'union':
      return anyOf(type.of.map(checkOf));
  }
}

function oneOfWords(words: readonly string[]): Check {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
}

function listOf(check: Check, most?: number): Check {
  return (value) => {
    if (!Array.isArray(value) || (most !== undefined && (value.length === 0 || value.length > most))) return false;
    for (let at = 0; at < value.length; at += 1) if (!check(value[at])) return false;
    return true;
  };
}

function mapOf(check: Check): Check {
  return (value) => {
    if (!isObject(value)) return false;
    for (const key in value) if (key === '' || key.length > limits.nameLength || !Object.hasOwn(value, key) || !check(value[key])) return false;
    return true;
  };
}

/** What one member of a choice accepts, every validator reads as that member: the generator refuses other choices. */
function anyOf(checks: readonly Check[]): Check {
  return (value) => {
    for (const check of checks) if (check(value)) return true;
    return false;
  };
}

const checkOfScalar = remembering((name: string): Check => checkOfForm(scalars[name]!.form));

function checkOfForm(form: ScalarForm): Check {
  const checks = [form.type ?? []].flat().map((type) => checkOfType[type](form));
  if (checks.length === 0) return (value) => value !== undefined;
  return checks.length === 1 ? checks[0]! : anyOf(checks);
}

const checkOfType: { readonly [type in ScalarType]: (form: ScalarForm) => Check } = {
  string: checkOfText,
  number: checkOfNumber,
  integer: (form) => both(Number.isInteger, checkOfNumber(form)),
  boolean: () => (value) => typeof value === 'boolean',
  array: ({ items = {} }) => listOf(checkOfForm(items)),
};

function both(first: Check, second: Check): Check {
  return (value) => first(value) && second(value);
}

/** Lengths are counted in characters, of which each is one unit or two: in doubt a text is too short or too long. */
function checkOfText({ const: only, enum: words, minLength = 0, maxLength = Infinity, pattern }: ScalarForm): Check {
  if (only !== undefined || words !== undefined) return oneOfWords(words ?? [only!]);
  const least = 2 * minLength - 1;
  const written = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value) => typeof value === 'string' && value.length >= least && value.length <= maxLength && (written === undefined || written.test(value));
}

function checkOfNumber({ minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity }: ScalarForm): Check {
  return (value) => typeof value === 'number' && Number.isFinite(value) && value >= minimum && value > exclusiveMinimum && value <= maximum;
}
