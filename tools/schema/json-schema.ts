import type { Field, TypeExpression } from '../../src/schema/language.js';
import type { Declared } from './declared.js';
import { exampleOf } from './examples.js';

type Json = Record<string, unknown>;

/** Whether a choice of types is written for people's editors, or so that a validator's errors name the one that was meant. */
export type Flavour = 'published' | 'validator';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** One self-contained schema for a kind of document. */
export function kindSchema(declared: Declared, kind: string, flavour: Flavour): Json {
  const definitions = new Definitions(declared, flavour);
  const body = definitions.shape(kind);
  return {
    $schema: dialect,
    $id: `https://waymark.dev/schemas/${fileName(kind)}`,
    title: kind,
    ...body,
    properties: { ...(body['properties'] as Json), kind: { const: kind, description: 'What kind of document this is.' } },
    $defs: definitions.collected(),
  };
}

/** One schema for any document: it picks the kind by what stands under `kind`. */
export function anyKindSchema(declared: Declared): Json {
  const branches = declared.language.kinds.map((kind) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    then: { $ref: fileName(kind) },
  }));
  return {
    $schema: dialect,
    $id: 'https://waymark.dev/schemas/waymark.schema.json',
    title: 'Waymark document',
    description: 'Any document of a Waymark workspace.',
    type: 'object',
    required: ['apiVersion', 'kind', 'id'],
    properties: { kind: { enum: declared.language.kinds, description: 'What kind of document this is.' } },
    allOf: branches,
  };
}

/** All kinds in one schema, for compiling the validators once. */
export function validatorSchema(declared: Declared): Json {
  const definitions = new Definitions(declared, 'validator');
  for (const kind of declared.language.kinds) definitions.reference(kind);
  return { $schema: dialect, $id: 'waymark:validator', $defs: definitions.collected() };
}

export function fileName(kind: string): string {
  return `${kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.schema.json`;
}

class Definitions {
  readonly #collected = new Map<string, Json>();
  readonly #declared: Declared;
  readonly #flavour: Flavour;

  constructor(declared: Declared, flavour: Flavour) {
    this.#declared = declared;
    this.#flavour = flavour;
  }

  collected(): Json {
    return Object.fromEntries([...this.#collected].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  reference(shape: string): Json {
    if (!this.#collected.has(shape)) {
      this.#collected.set(shape, {});
      this.#collected.set(shape, this.shape(shape));
    }
    return { $ref: `#/$defs/${shape}` };
  }

  shape(name: string): Json {
    const fields = this.#declared.language.shapes[name]!;
    const docs = this.#declared.shapes.get(name)!;
    const properties: Json = {};
    for (const [key, field] of Object.entries(fields)) properties[key] = this.#property(field, docs.fields.get(key)!.description, exampleOf(this.#declared, name, key));
    const description = this.#flavour === 'published' ? { description: docs.description } : {};
    return { ...description, type: 'object', ...this.#required(fields), properties, additionalProperties: false };
  }

  #required(fields: { readonly [field: string]: Field }): Json {
    const always = Object.keys(fields).filter((key) => fields[key]!.required);
    const together = Object.entries(fields).flatMap(([key, field]) => conditionsOn(key, field));
    return { ...(always.length === 0 ? {} : { required: always }), ...(together.length === 0 ? {} : { allOf: together }) };
  }

  #property(field: Field, description: string, example: unknown): Json {
    const type = this.#type(field.type);
    if (this.#flavour === 'validator') return type;
    return {
      description,
      ...type,
      ...(field.default === undefined ? {} : { default: field.default }),
      examples: [example],
    };
  }

  #type(type: TypeExpression): Json {
    switch (type.type) {
      case 'scalar':
        return this.#scalar(type.name);
      case 'reference':
        return this.#scalar(type.name);
      case 'word':
        return { type: 'string', enum: type.words };
      case 'object':
        return this.reference(type.shape);
      case 'list':
        return { type: 'array', items: this.#type(type.of), ...(type.most === undefined ? {} : { minItems: 1, maxItems: type.most }) };
      case 'map':
        return { type: 'object', propertyNames: { minLength: 1, maxLength: 120 }, additionalProperties: this.#type(type.of) };
      case 'union':
        return this.#flavour === 'published' ? { anyOf: type.of.map((member) => this.#type(member)) } : this.#choice(type.of);
    }
  }

  #scalar(name: string): Json {
    if (!this.#collected.has(name)) {
      const { description, json, example } = this.#declared.scalars.get(name)!;
      this.#collected.set(name, this.#flavour === 'validator' ? json : { description, ...json, examples: [example] });
    }
    return { $ref: `#/$defs/${name}` };
  }

  /** The choice by what was written, text, number, list or map, so that only the meant member complains. */
  #choice(members: readonly TypeExpression[]): Json {
    const objects = members.filter((member) => this.#jsonType(member) === 'object');
    const others = members.filter((member) => this.#jsonType(member) !== 'object');
    if (this.#hasLookalikes(others)) throw new Error('two members of a choice are written alike');
    const tests = others.map((member) => ({ if: { type: this.#jsonType(member) }, then: this.#type(member) }));
    const types = [...new Set(members.flatMap((member) => this.#jsonType(member)))];
    return { type: types.length === 1 ? types[0] : types, allOf: [...tests, ...(objects.length === 0 ? [] : [{ if: { type: 'object' }, then: this.#objectChoice(objects) }])] };
  }

  /** A value of both would have to be right for each of them. */
  #hasLookalikes(members: readonly TypeExpression[]): boolean {
    const written = members.flatMap((member) => [...new Set([this.#jsonType(member)].flat().map((type) => (type === 'integer' ? 'number' : type)))]);
    return new Set(written).size < written.length;
  }

  #objectChoice(members: readonly TypeExpression[]): Json {
    const [first, ...rest] = members as readonly [TypeExpression, ...TypeExpression[]];
    if (rest.length === 0) return this.#type(first);
    if (first.type !== 'object' || rest.some(({ type }) => type !== 'object')) throw new Error('a map cannot be told from an object');
    return { if: { required: [distinctKey(this.#declared, first.shape, rest)] }, then: this.#type(first), else: this.#objectChoice(rest) };
  }

  #jsonType(type: TypeExpression): string | readonly string[] {
    switch (type.type) {
      case 'scalar':
      case 'reference':
        return this.#declared.scalars.get(type.name)!.json['type'] as string | readonly string[];
      case 'word':
        return 'string';
      case 'list':
        return 'array';
      default:
        return 'object';
    }
  }
}

/** What a field demands of its siblings: that one of a choice is written, and which ones stay away. */
function conditionsOn(key: string, { requiredUnless, oneOf = [], notBeside = [] }: Field): readonly Json[] {
  const others = oneOf[0] === key ? oneOf.slice(1) : requiredUnless === undefined ? [] : [requiredUnless];
  const away = [...oneOf.slice(0, Math.max(0, oneOf.indexOf(key))), ...notBeside];
  return [
    ...(others.length === 0 ? [] : [{ if: { not: anyWritten(others) }, then: { required: [key] } }]),
    ...(away.length === 0 ? [] : [{ if: anyWritten(away), then: { properties: { [key]: false } } }]),
  ];
}

function anyWritten(fields: readonly string[]): Json {
  return fields.length === 1 ? { required: fields } : { anyOf: fields.map((field) => ({ required: [field] })) };
}

function distinctKey(declared: Declared, shape: string, others: readonly TypeExpression[]): string {
  const fields = declared.language.shapes[shape]!;
  const taken = new Set(others.flatMap((other) => (other.type === 'object' ? Object.keys(declared.language.shapes[other.shape]!) : [])));
  const key = Object.keys(fields).find((name) => fields[name]!.required && !taken.has(name));
  if (key === undefined) throw new Error(`${shape} has no required field that tells it from the others`);
  return key;
}
