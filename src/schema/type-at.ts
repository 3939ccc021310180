import { isArray, isObject, type JsonValue, type Path } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import { languageTable, scalars } from './generated/language-table.js';
import type { Field, ScalarType, Shape, TypeExpression } from './language.js';

/** Without a prototype, so that a key such as `constructor`, which a stranger may write, is no field. */
const shapes = new Map(Object.entries<Shape>(languageTable.shapes).map(([name, fields]) => [name, Object.assign(Object.create(null), fields) as Shape]));
const noFields = Object.create(null) as Shape;

/** The fields of a shape. */
export function shapeOf(name: string): Shape {
  return shapes.get(name) ?? noFields;
}

/** Of a choice of types, the one that a value of this form was meant to be. */
export function memberFor(type: TypeExpression, value: unknown): TypeExpression {
  return type.type === 'union' ? memberOf(choiceOf(type), value) : type;
}

/** The same for one choice, worked out once for all values. */
export function memberIn(union: Union): (value: unknown) => TypeExpression {
  const choice = choiceOf(union);
  return (value) => memberOf(choice, value);
}

function memberOf({ byForm, objects }: Choice, value: unknown): TypeExpression {
  const form = jsonForm(value);
  if (form !== 'object' || objects.length === 0) return byForm[form];
  const own = objects.find(({ marks }) => marks.some((mark) => Object.hasOwn(value as object, mark)));
  return (own ?? objects.at(-1)!).member;
}

type Form = 'list' | 'object' | 'number' | 'text';
type Union = TypeExpression & { type: 'union' };

/** How to tell the members of a choice apart, worked out once for each choice of the language. */
interface Choice {
  readonly byForm: Readonly<Record<Form, TypeExpression>>;
  /** The members that are shapes, each with the fields that no other shape of the choice has. */
  readonly objects: readonly { readonly member: TypeExpression; readonly marks: readonly string[] }[];
}

const choiceOf = onceFor((union: Union): Choice => {
  const ofForm = (form: Form): TypeExpression => union.of.find((member) => formsOf(member).includes(form)) ?? union.of[0] ?? union;
  const shapesOfChoice = union.of.filter((member) => member.type === 'object');
  return {
    byForm: { list: ofForm('list'), object: ofForm('object'), number: ofForm('number'), text: ofForm('text') },
    objects: shapesOfChoice.map((member) => ({ member, marks: marksOf(member.shape, shapesOfChoice.map(({ shape }) => shape)) })),
  };
});

function marksOf(shape: string, all: readonly string[]): readonly string[] {
  const taken = new Set(all.flatMap((other) => (other === shape ? [] : Object.keys(shapeOf(other)))));
  return Object.keys(shapeOf(shape)).filter((key) => !taken.has(key));
}

/** What stands at a path of a document: its type, and the shape and field that declare it. */
export interface Place {
  readonly type: TypeExpression;
  /** The type as it is declared, before one of a choice was taken for the value. */
  readonly choice: TypeExpression;
  /** Shape of the nearest enclosing object. */
  readonly shape: string;
  /** Name of the nearest enclosing field. */
  readonly field: string | undefined;
  readonly declared: Field | undefined;
}

/** Follows a path through the language and the value together. `undefined` when the language ends first. */
export function placeAt(kind: string, root: unknown, path: Path): Place | undefined {
  const document: TypeExpression = { type: 'object', shape: kind };
  let place: Place = { type: document, choice: document, shape: kind, field: undefined, declared: undefined };
  let value = root as JsonValue | undefined;
  for (const step of path) {
    const inner = stepInto(place, value, step);
    if (inner === undefined) return undefined;
    place = inner;
    value = isArray(value) ? value[Number(step)] : isObject(value) ? value[String(step)] : undefined;
  }
  return { ...place, type: memberFor(place.type, value), choice: place.type };
}

function stepInto(place: Place, value: unknown, step: string | number): Place | undefined {
  const type = memberFor(place.type, value);
  if (type.type === 'list' || type.type === 'map') return { ...place, type: type.of };
  if (type.type !== 'object') return undefined;
  const declared = shapeOf(type.shape)[String(step)];
  return declared && { type: declared.type, choice: declared.type, shape: type.shape, field: String(step), declared };
}

function jsonForm(value: unknown): Form {
  if (Array.isArray(value)) return 'list';
  return isObject(value) ? 'object' : typeof value === 'number' ? 'number' : 'text';
}

function formsOf(type: TypeExpression): readonly Form[] {
  if (type.type === 'scalar') return formsOfScalar(type.name);
  if (type.type === 'reference' || type.type === 'word') return ['text'];
  return type.type === 'list' ? ['list'] : ['object'];
}

const formOfType: Readonly<Record<ScalarType, Form>> = { string: 'text', boolean: 'text', number: 'number', integer: 'number', array: 'list' };

function formsOfScalar(name: string): readonly Form[] {
  const { type = 'string' } = scalars[name]!.form;
  return (typeof type === 'string' ? [type] : type).map((each) => formOfType[each]);
}
