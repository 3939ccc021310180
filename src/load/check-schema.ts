import type { Problem } from '../base/diagnostic.js';
import { isObject, valueAt, type JsonObject, type Path } from '../base/json.js';
import type { SourceText } from '../base/source.js';
import { count, didYouMean, listOf, nearest } from '../base/words.js';
import * as validators from '../schema/generated/validators.js';
import { scalars, type KindName } from '../schema/generated/language-table.js';
import { describePlace, nounOf } from '../schema/names.js';
import { fieldsMeantBy } from '../schema/synonyms.js';
import { placeAt, shapeOf } from '../schema/type-at.js';
import { locateInYaml, type Part } from './yaml-positions.js';

type ValidatorError = validators.ValidatorError;

/** A document while its form is checked. */
export interface Checked {
  readonly source: SourceText;
  readonly index: number;
  readonly kind: KindName;
  readonly value: JsonObject;
}

/** Everything in a document that the language does not know or cannot read, in plain words. */
export function checkSchema(checked: Checked): readonly Problem[] {
  const validate = validators[`validate${checked.kind}`] as validators.Validator;
  if (validate(checked.value)) return [];
  return new Translator(checked).problems(validate.errors ?? []);
}

interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly path: Path;
  readonly part: Part;
}

class Translator {
  readonly #checked: Checked;

  constructor(checked: Checked) {
    this.#checked = checked;
  }

  problems(errors: readonly ValidatorError[]): readonly Problem[] {
    const told = errors.filter((error) => error.keyword !== 'if');
    const unknown = told.filter((error) => error.keyword === 'additionalProperties');
    const complaints = told.filter((error) => !this.#isMisspelt(error, unknown)).map((error) => this.#complaint(error));
    return onePerPlace(complaints).map((complaint) => this.#problem(complaint));
  }

  /** A missing field whose name was only misspelt is told by the misspelt key. */
  #isMisspelt(error: ValidatorError, unknown: readonly ValidatorError[]): boolean {
    if (error.keyword !== 'required') return false;
    const beside = unknown.filter((other) => other.instancePath === error.instancePath).map((other) => String(other.params['additionalProperty']));
    const missing = String(error.params['missingProperty']);
    return beside.some((key) => nearest(key, [missing]) !== undefined || fieldsMeantBy(key, [missing]).length > 0);
  }

  #complaint(error: ValidatorError): Complaint {
    const path = this.#path(error.instancePath);
    switch (error.keyword) {
      case 'additionalProperties':
        return this.#unknownField(path, String(error.params['additionalProperty']));
      case 'required':
        return this.#missingField(path, String(error.params['missingProperty']));
      case 'propertyNames':
      case 'enum':
        return this.#notAWord(path, error);
      default:
        return this.#malformed(path, error);
    }
  }

  #unknownField(path: Path, key: string): Complaint {
    const place = placeAt(this.#checked.kind, this.#checked.value, path);
    const shape = place?.type.type === 'object' ? place.type.shape : this.#checked.kind;
    const known = Object.keys(shapeOf(shape));
    const meant = fieldsMeantBy(key, known);
    const near = nearest(key, known);
    const suggestion = near ?? (meant.length > 0 ? undefined : this.#elsewhere(key));
    const hint = meant.length > 0 && near === undefined ? `Write ${listOf(meant.map((field) => `\`${field}\``), 'or')} instead.` : suggestion === undefined ? `The fields of a ${nounOf(shape)} are ${listOf(known.filter((field) => field !== 'apiVersion'))}.` : near === undefined ? suggestion : `Did you mean \`${near}\`?`;
    return { code: 'STR-002', message: `\`${key}\` is not a field of ${article(nounOf(shape))}.`, hint, path: [...path, key], part: 'key' };
  }

  /** A field that exists, but one level up or down, was most likely only indented wrongly. */
  #elsewhere(key: string): string | undefined {
    const { kind, value } = this.#checked;
    const shapes = kind === 'Journey' ? ['Journey', 'Stage', 'Step'] : [kind];
    const home = shapes.find((shape) => Object.hasOwn(shapeOf(shape), key));
    if (home === undefined || value === undefined) return undefined;
    return `\`${key}\` is a field of ${article(nounOf(home))}. Move it there, or correct its indentation.`;
  }

  #missingField(path: Path, key: string): Complaint {
    const where = describePlace(this.#checked.kind, this.#checked.value, path);
    const example = this.#exampleOf(path, key);
    return { code: key === 'apiVersion' ? 'STR-004' : 'STR-002', message: `${sentence(where)} has no \`${key}\`.`, hint: `Add \`${key}: ${example}\`.`, path, part: 'key' };
  }

  #exampleOf(path: Path, key: string): string {
    const type = placeAt(this.#checked.kind, this.#checked.value, [...path, key])?.type;
    if (type?.type === 'word') return type.words.join(' | ');
    if (type?.type === 'scalar' || type?.type === 'reference') return scalars[type.name]?.example ?? '...';
    return '...';
  }

  #notAWord(path: Path, error: ValidatorError): Complaint {
    const allowed = (error.params['allowedValues'] as readonly string[] | undefined) ?? [];
    const value = valueAt(this.#checked.value, path);
    const where = this.#where(path);
    return { code: this.#code(path), message: `\`${show(value)}\` is not one of the words that ${where} may be.`, hint: didYouMean(show(value), allowed) || `Choose ${listOf(allowed, 'or')}.`, path, part: 'value' };
  }

  #malformed(path: Path, error: ValidatorError): Complaint {
    const value = valueAt(this.#checked.value, path);
    const where = this.#where(path);
    const base = { code: this.#code(path), path, part: 'value' as Part };
    if (value === null) return { ...base, message: `${sentence(where)} is empty.`, hint: 'Write a value after the colon, or delete the line.' };
    if (error.keyword === 'type' && (isObject(value) || Array.isArray(value))) {
      return { ...base, message: `${sentence(where)} has to be ${this.#expected(path, error)}, not ${Array.isArray(value) ? 'a list' : 'a group of fields'}.`, hint: this.#help(path) };
    }
    if (error.keyword === 'type') return { ...base, message: `${sentence(where)} has to be ${this.#expected(path, error)}, and ${show(value)} is ${formOf(value)}.`, hint: this.#typeHelp(path, value) };
    return { ...base, message: `${sentence(where)} is \`${show(value)}\`, which ${broken(error)}.`, hint: this.#help(path) };
  }

  #typeHelp(path: Path, value: unknown): string {
    const source = this.#source(path);
    if (typeof value === 'number' && this.#code(path) === 'STR-005') return `Write three numbers with dots, for example ${source}.0.`;
    if (typeof value !== 'string' && typeof value !== 'object' && this.#wantsText(path)) return `Put it in quotes: "${source}". ${this.#help(path)}`;
    return this.#help(path);
  }

  #wantsText(path: Path): boolean {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type.type;
    return type === 'scalar' || type === 'reference';
  }

  #source(path: Path): string {
    const span = locateInYaml(this.#checked.source, this.#checked.index, path, 'value');
    return span.source.text.slice(span.start, span.end);
  }

  #expected(path: Path, error: ValidatorError): string {
    const types = [error.params['type']].flat().map((type) => typeWords[String(type)] ?? String(type));
    const declared = placeAt(this.#checked.kind, this.#checked.value, path)?.declared?.type;
    if (declared?.type === 'list' && types.length === 1) return 'a list';
    return listOf([...new Set(types)], 'or');
  }

  #help(path: Path): string {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type;
    if (type?.type === 'scalar' || type?.type === 'reference') {
      const scalar = scalars[type.name];
      if (scalar !== undefined) return `${scalar.description} For example: ${scalar.example}`;
    }
    if (type?.type === 'word') return `Choose ${listOf(type.words, 'or')}.`;
    if (type?.type === 'list') return 'Write a list: [one, two], or one entry on each line after `- `.';
    if (type?.type === 'object') return `Write fields: ${listOf(Object.keys(shapeOf(type.shape)).slice(0, 6), 'or')}.`;
    return 'Compare it with the documentation of the field.';
  }

  #code(path: Path): string {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type;
    return type?.type === 'scalar' ? (scalars[type.name]?.code ?? 'STR-002') : 'STR-002';
  }

  /** ``the `lane` of step `submit` `` */
  #where(path: Path): string {
    const { kind, value } = this.#checked;
    const field = [...path].reverse().find((step) => typeof step === 'string');
    const holder = path.slice(0, path.lastIndexOf(field as string));
    return field === undefined ? describePlace(kind, value, path) : `the \`${field}\` of ${describePlace(kind, value, holder)}`;
  }

  #path(pointer: string): Path {
    const path: (string | number)[] = [];
    for (const token of pointer.split('/').slice(1)) {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
      path.push(Array.isArray(valueAt(this.#checked.value, path)) ? Number(key) : key);
    }
    return path;
  }

  #problem({ code, message, hint, path, part }: Complaint): Problem {
    return { code, message, hint, span: locateInYaml(this.#checked.source, this.#checked.index, path, part) };
  }
}

const typeWords: { readonly [type: string]: string } = { string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a group of fields' };

function broken({ keyword, params }: ValidatorError): string {
  switch (keyword) {
    case 'minLength':
      return 'is empty';
    case 'maxLength':
      return `is longer than ${count(Number(params['limit']), 'character')}`;
    case 'minimum':
      return `is less than ${String(params['limit'])}`;
    case 'maximum':
      return `is more than ${String(params['limit'])}`;
    case 'exclusiveMinimum':
      return `is not more than ${String(params['limit'])}`;
    case 'const':
      return `is not \`${String(params['allowedValue'])}\``;
    default:
      return 'cannot be read';
  }
}

/** Several complaints about one place have one cause: the form of the value. */
function onePerPlace(complaints: readonly Complaint[]): readonly Complaint[] {
  const kept = new Map<string, Complaint>();
  for (const complaint of complaints) {
    const key = JSON.stringify([complaint.path, complaint.part, complaint.part === 'key' ? complaint.message : '']);
    if (!kept.has(key)) kept.set(key, complaint);
  }
  return [...kept.values()];
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function formOf(value: unknown): string {
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'something else';
}

function article(noun: string): string {
  return `${/^[aeiouAEIOU]|^SLA/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
