import type { Problem } from '../base/diagnostic.js';
import { groupBy } from '../base/groups.js';
import { fieldOf, isObject, valueAt, type JsonObject, type Path } from '../base/json.js';
import { bareName } from '../base/paths.js';
import type { SourceText } from '../base/source.js';
import { count, excerpt, listOf, nearest, sentence, shown } from '../base/words.js';
import { scalars, type KindName } from '../schema/generated/language-table.js';
import type { Field } from '../schema/language.js';
import { describeValue, nounOf } from '../schema/names.js';
import { adviceOn, fieldsMeantBy } from '../schema/synonyms.js';
import { memberFor, placeAt, shapeOf } from '../schema/type-at.js';
import type { ValidatorError } from '../schema/validator.js';
import { belongsIntoList, objectMarks } from './choice-marks.js';
import { validatorOf } from './compiled-validators.js';
import { additionOf, article, broken, explained, formOf, formOfMember, holderOf, targetsOf, typeWords } from './form-words.js';
import { limits } from './limits.js';
import { surelySound } from './quick-check.js';
import { asId, hintFor, wordsHintFor } from './scalar-hints.js';
import { documentsIn, locateInYaml, type Part } from './yaml-positions.js';

/** A value whose form is checked. */
export interface Checked {
  readonly kind: KindName;
  readonly value: JsonObject;
  /** The document in which all of the value is written; absent where it is put together from several. */
  readonly written?: Written;
}

/** A document by its file and its place there. */
interface Written {
  readonly source: SourceText;
  readonly index: number;
}

/** Everything in a document that the language does not know or cannot read, in plain words. */
export function checkSchema({ source, index, kind, value }: Written & Pick<Checked, 'kind' | 'value'>): readonly Problem[] {
  const written = { source, index };
  return complaintsAbout({ kind, value, written }).map((complaint) => toProblem(written, complaint));
}

/** The same with the paths instead of places in a text. */
export function complaintsAbout(checked: Checked): readonly Complaint[] {
  if (surelySound(checked.kind, checked.value)) return [];
  const validate = validatorOf(checked.kind);
  if (validate(checked.value)) return [];
  return new Translator(checked).complaints(validate.errors ?? []);
}

/** What is wrong at a path of a value. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly path: Path;
  readonly part: Part;
  /** The value at which it is told, when that is another one. */
  readonly toldAt?: Path;
}

class Translator {
  readonly #checked: Checked;

  constructor(checked: Checked) {
    this.#checked = checked;
  }

  complaints(errors: readonly ValidatorError[]): readonly Complaint[] {
    const told = errors.filter((error) => error.keyword !== 'if' && !('propertyName' in error));
    const unknown = groupBy(told.filter((error) => error.keyword === 'additionalProperties'), (error) => error.instancePath);
    const kept = new Map<string, Complaint>();
    for (const error of told) {
      if (kept.size === limits.problemsPerFile) break;
      if (this.#isMisspelt(error, unknown)) continue;
      const complaint = this.#complaint(error);
      const place = placeOf(complaint);
      if (!kept.has(place)) kept.set(place, complaint);
    }
    return [...kept.values()];
  }

  /** A missing field whose name was only misspelt, or that of the one which stands for it, is told by the misspelt key. */
  #isMisspelt(error: ValidatorError, unknown: ReadonlyMap<string, readonly ValidatorError[]>): boolean {
    if (error.keyword !== 'required') return false;
    const beside = (unknown.get(error.instancePath) ?? []).map((other) => String(other.params['additionalProperty']));
    const missing = String(error.params['missingProperty']);
    const { oneOf = [missing], requiredUnless } = this.#declared(this.#path(error.instancePath), missing) ?? {};
    const wanted = requiredUnless === undefined ? oneOf : [...oneOf, requiredUnless];
    return beside.some((key) => nearest(key, wanted) !== undefined || fieldsMeantBy(key, wanted).length > 0);
  }

  #complaint(error: ValidatorError): Complaint {
    const path = this.#path(error.instancePath);
    switch (error.keyword) {
      case 'additionalProperties':
        return this.#unknownField(path, String(error.params['additionalProperty']));
      case 'required':
        return this.#missingField(path, String(error.params['missingProperty']));
      case 'propertyNames':
        return this.#badName(path, String(error.params['propertyName']));
      case 'enum':
        return this.#notAWord(path, error);
      case 'false schema':
        return this.#notBeside(path);
      default:
        return this.#malformed(path, error);
    }
  }

  #unknownField(path: Path, key: string): Complaint {
    if (this.#isUnlisted(path)) return this.#unlisted(path);
    const place = placeAt(this.#checked.kind, this.#checked.value, path);
    const shape = place?.type.type === 'object' ? place.type.shape : this.#checked.kind;
    const marks = objectMarks(place?.choice, valueAt(this.#checked.value, path));
    if (marks !== undefined && marks.written.length === 0) return this.#noneOf(path, marks.all);
    const base = { code: 'STR-002', path: [...path, key], part: 'key' as Part };
    const [mark] = marks?.written ?? [];
    if (mark !== undefined && marks?.fields.includes(key)) return { ...base, message: `\`${key}\` cannot stand beside \`${mark}\`.`, hint: 'Keep the one that is meant and delete the other.' };
    return { ...base, message: `\`${excerpt(key)}\` is not a field of ${holderOf(shape, path)}.`, hint: this.#insteadOf(key, shape) };
  }

  /** Of a choice between maps, none can be told from what is written. */
  #noneOf(path: Path, marks: readonly string[]): Complaint {
    const choice = placeAt(this.#checked.kind, this.#checked.value, path)?.choice;
    const others = choice?.type === 'union' ? choice.of.flatMap((member) => (member.type === 'object' ? [] : formOfMember(member))) : [];
    const forms = [...others, ...marks.map((mark) => `\`${mark}: ...\``)];
    return { code: 'STR-002', message: `${sentence(this.#where(path))} has none of the fields ${listOf(marks.map((mark) => `\`${mark}\``), 'and')}.`, hint: `Write ${listOf(forms, 'or')}.`, path, part: 'value' };
  }

  /** The fields of which one has to be written, when the field is among such. */
  #chosenFrom(path: Path, key: string): readonly string[] | undefined {
    return this.#declared(path, key)?.oneOf;
  }

  /** How a field is declared, whether it is written or not. */
  #declared(path: Path, key: string): Field | undefined {
    return placeAt(this.#checked.kind, this.#checked.value, [...path, key])?.declared;
  }

  /** A field whose sibling says the same otherwise. */
  #notBeside(path: Path): Complaint {
    const { oneOf = [], notBeside = [] } = placeAt(this.#checked.kind, this.#checked.value, path)?.declared ?? {};
    const field = String(path.at(-1));
    const holder = valueAt(this.#checked.value, path.slice(0, -1));
    const beside = [...oneOf, ...notBeside].filter((other) => other !== field && fieldOf(holder, other) !== undefined);
    const hint = oneOf.includes('all') ? `Keep the one that is meant, or write both in a list under \`all\`: \`all: [${[...beside, field].map((each) => `{${each}: ...}`).join(', ')}]\`.` : 'Keep the one that is meant and delete the other.';
    return { code: 'STR-002', message: `\`${field}\` cannot stand beside ${listOf(beside.map((other) => `\`${other}\``))}.`, hint, path, part: 'key' };
  }

  /** A name in a map of named values. */
  #badName(path: Path, name: string): Complaint {
    const [message, hint] = name === '' ? ['is empty', 'Write a name before the colon.'] : [`is longer than ${count(limits.nameLength, 'character')}`, 'Shorten it.'];
    return { code: 'STR-002', message: `A name in ${this.#where(path)} ${message}.`, hint: hint!, path: [...path, name], part: 'key' };
  }

  /** The word of the trade first, then the nearest spelling, then a place where the field exists. */
  #insteadOf(key: string, shape: string): string {
    const known = Object.keys(shapeOf(shape));
    if (known.includes(`${key}s`)) return `Did you mean \`${key}s\`?`;
    const meant = fieldsMeantBy(key, known);
    if (meant.length > 0) return `Write ${listOf(meant.map((field) => `\`${field}\``), 'or')} instead.`;
    const near = nearest(key, known);
    return adviceOn(key) ?? (near === undefined ? undefined : `Did you mean \`${near}\`?`) ?? this.#elsewhere(key, shape) ?? this.#fieldsOf(shape, known);
  }

  #fieldsOf(shape: string, known: readonly string[]): string {
    if (known.length <= fewFields) return `The fields of ${article(nounOf(shape))} are ${listOf(known)}.`;
    return `What is only for people goes into \`description\`. The documentation of the language lists the fields of ${article(nounOf(shape))}.`;
  }

  /** A field that exists, but one level up or down, was most likely only indented wrongly. */
  #elsewhere(key: string, shape: string): string | undefined {
    const { kind } = this.#checked;
    const homes = kind === 'Journey' ? structure : [kind];
    const [home, field] = [key, key.replace(/s$/, '')].flatMap((name) => homes.flatMap((each) => (Object.hasOwn(shapeOf(each), name) ? [[each, name] as const] : [])))[0] ?? [];
    if (home === undefined || (home === kind && !structure.includes(shape))) return undefined;
    return `\`${field!}\` is a field of ${article(nounOf(home))}. ${field === key ? 'Move it there, or correct its indentation.' : 'Write it there.'}`;
  }

  #missingField(path: Path, key: string): Complaint {
    if (this.#isUnlisted(path)) return this.#unlisted(path);
    const place = placeAt(this.#checked.kind, this.#checked.value, path);
    const marks = objectMarks(place?.choice, valueAt(this.#checked.value, path));
    if (marks !== undefined && marks.written.length === 0) return this.#noneOf(path, marks.all);
    const choice = this.#chosenFrom(path, key);
    if (choice !== undefined) return this.#noneOf(path, choice);
    return { code: key === 'apiVersion' ? 'STR-004' : 'STR-002', message: `${sentence(this.#where(path))} has no \`${key}\`.`, hint: this.#howToAdd(path, key), path, part: 'key', ...this.#nameOf(path) };
  }

  /** `next: {to: c}` where a list of such entries belongs. */
  #isUnlisted(path: Path): boolean {
    const value = valueAt(this.#checked.value, path);
    const declared = typeof path.at(-1) === 'string' ? placeAt(this.#checked.kind, this.#checked.value, path)?.declared?.type : undefined;
    return declared !== undefined && isObject(value) && belongsIntoList(declared, Object.keys(value));
  }

  #unlisted(path: Path): Complaint {
    const field = String(path.at(-1));
    const entry = Object.keys(valueAt(this.#checked.value, path) as JsonObject)[0];
    return { code: 'STR-002', message: `${sentence(this.#where(path))} stands alone where a list belongs.`, hint: `Put it between brackets: \`${field}: [{${entry}: ...}]\`.`, path, part: 'value' };
  }

  /** What is missing is told at the id of what lacks it, where there is one. */
  #nameOf(path: Path): Pick<Complaint, 'toldAt'> {
    return fieldOf(valueAt(this.#checked.value, path), 'id') === undefined ? {} : { toldAt: [...path, 'id'] };
  }

  #howToAdd(path: Path, key: string): string {
    const type = placeAt(this.#checked.kind, this.#checked.value, [...path, key])?.type;
    if (type?.type === 'word') return type.words.length === 1 ? `Add \`${key}: ${type.words[0]}\`.` : `Add \`${key}:\` with ${listOf(type.words, 'or')}.`;
    if (type?.type === 'reference') return `Add \`${key}:\` with the id of ${targetsOf(type)}.`;
    const id = key === 'id' ? this.#likelyId(path) : undefined;
    if (id !== undefined) return `Add an id that nothing else here has, for example \`id: ${id}\`.`;
    if (type?.type === 'scalar' && scalars[type.name] !== undefined) return additionOf(key, scalars[type.name]!);
    return type?.type === 'list' ? `Add \`${key}:\` and below it each entry on a line that begins with \`- \`.` : `Add \`${key}: ...\`.`;
  }

  /** A document that has its file for itself is called like the file; where that is no id, and for anything else, the title has to do. */
  #likelyId(path: Path): string | undefined {
    const { kind, value, written } = this.#checked;
    const ownFile = path.length === 0 && kind !== 'Workspace' && written !== undefined && documentsIn(written.source) === 1 ? bareName(written.source.uri) : '';
    if (ownFile !== '' && asId(ownFile) === ownFile) return ownFile;
    const title = fieldOf(valueAt(value, path), 'title');
    return typeof title === 'string' && asId(title) !== '' ? asId(title) : undefined;
  }

  #notAWord(path: Path, error: ValidatorError): Complaint {
    const allowed = (error.params['allowedValues'] as readonly string[] | undefined) ?? [];
    const value = valueAt(this.#checked.value, path);
    const where = this.#where(path);
    const near = nearest(shown(value), allowed);
    return { code: this.#code(path), message: `\`${shown(value)}\` is not one of the words that ${where} may be.`, hint: near === undefined ? `Choose ${listOf(allowed, 'or')}.` : `Did you mean \`${near}\`?`, path, part: 'value' };
  }

  /** What to do where nothing is written. What is needed is not to be deleted. */
  #fill(path: Path): string {
    const field = path.at(-1);
    if (typeof field === 'number') return 'Write the entry, or delete it.';
    const declared = placeAt(this.#checked.kind, this.#checked.value, path)?.declared;
    const what = declared?.type.type === 'list' ? 'its entries on the lines below, each behind `- `' : 'a value after the colon';
    return `Write ${what}${declared?.required === true ? '' : ', or delete the line'}.`;
  }

  #malformed(path: Path, error: ValidatorError): Complaint {
    const value = valueAt(this.#checked.value, path);
    const where = this.#where(path);
    const base = { code: this.#code(path), path, part: 'value' as Part };
    if (value === null) return { ...base, message: `${sentence(where)} is empty.`, hint: this.#fill(path) };
    if (error.keyword === 'maxItems' || error.keyword === 'minItems') return { ...base, message: `${sentence(where)} has ${count((value as readonly unknown[]).length, 'entry', 'entries')}, and one or two belong there.`, hint: 'Write one value, or two between brackets: at the beginning and at the end.' };
    if (error.keyword === 'minLength') return { ...base, message: `${sentence(where)} is empty.`, hint: this.#help(path) };
    if (error.keyword === 'type' && (isObject(value) || Array.isArray(value))) {
      return { ...base, message: `${sentence(where)} has to be ${this.#expected(path, error)}, not ${Array.isArray(value) ? 'a list' : 'a group of fields'}.`, hint: this.#inWords(path, value) ?? this.#help(path) };
    }
    if (error.keyword === 'type') return { ...base, message: `${sentence(where)} has to be ${this.#expected(path, error)}, and ${excerpt(this.#source(path))} is ${formOf(value)}.`, hint: this.#typeHelp(path, value, error) };
    if (error.keyword === 'const' && this.#mayBeNumber(path)) return { ...base, message: `${sentence(where)} is \`${shown(value)}\`, which is neither a number nor \`${String(error.params['allowedValue'])}\`.`, hint: `Write a number, or \`${String(error.params['allowedValue'])}\`.` };
    return { ...base, message: `${sentence(where)} is \`${shown(value)}\`, which ${broken(error)}.`, hint: this.#meant(path, String(value)) ?? this.#help(path) };
  }

  /** True when a number could stand here too, as in `repeats: 2` beside `repeats: unknown`. */
  #mayBeNumber(path: Path): boolean {
    const choice = placeAt(this.#checked.kind, this.#checked.value, path)?.choice;
    return choice?.type === 'union' && choice.of.some((member) => memberFor({ type: 'union', of: [member] }, 1) === member && member.type === 'scalar' && scalars[member.name]?.code === 'STR-006');
  }

  #typeHelp(path: Path, value: unknown, error: ValidatorError): string {
    const source = this.#source(path);
    const meant = this.#meant(path, source);
    if (meant !== undefined) return meant;
    const wantsNumber = [error.params['type']].flat().some((type) => type === 'number' || type === 'integer');
    if (typeof value !== 'string' && typeof value !== 'object' && !wantsNumber && this.#wantsText(path)) return `Put it in quotes: "${source}". ${this.#help(path)}`;
    return this.#help(path);
  }

  #meant(path: Path, text: string): string | undefined {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type;
    return type?.type === 'scalar' ? hintFor(type.name, text) : undefined;
  }

  #inWords(path: Path, value: unknown): string | undefined {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.choice;
    return type?.type === 'scalar' && isObject(value) ? wordsHintFor(type.name, value) : undefined;
  }

  #wantsText(path: Path): boolean {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type.type;
    return type === 'scalar' || type === 'reference';
  }

  /** A value as its author wrote it, `1.10` and not `1.1`. The text at its path is its own only where all of it is one document. */
  #source(path: Path): string {
    const { written, value } = this.#checked;
    if (written === undefined) return shown(valueAt(value, path));
    const span = locateInYaml(written.source, written.index, path, 'value');
    return span.source.text.slice(span.start, span.end);
  }

  #expected(path: Path, error: ValidatorError): string {
    const types = [error.params['type']].flat().map((type) => typeWords[String(type)] ?? String(type));
    const declared = placeAt(this.#checked.kind, this.#checked.value, path)?.declared?.type;
    if (declared?.type === 'list' && types.length === 1 && typeof path.at(-1) === 'string') return 'a list';
    return listOf([...new Set(types)], 'or');
  }

  #help(path: Path): string {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type;
    if (type?.type === 'reference') return `Write the id of ${targetsOf(type)}.`;
    if (type?.type === 'scalar') {
      const scalar = scalars[type.name];
      if (scalar !== undefined) return explained(type.name, scalar);
    }
    if (type?.type === 'word') return `Choose ${listOf(type.words, 'or')}.`;
    if (type?.type === 'list') return 'Write a list: [one, two], or one entry on each line after `- `.';
    if (type?.type === 'map') return 'Write a name, a colon and a value on each line.';
    if (type?.type === 'object' && typeof path.at(-1) === 'number') return `Write it with the names of its fields: {${mainField(type.shape)}: ${excerpt(this.#source(path))}}.`;
    if (type?.type === 'object') return `Write fields: ${listOf(Object.keys(shapeOf(type.shape)).slice(0, 6), 'or')}.`;
    return 'Compare it with the documentation of the field.';
  }

  #code(path: Path): string {
    const type = placeAt(this.#checked.kind, this.#checked.value, path)?.type;
    return type?.type === 'scalar' ? (scalars[type.name]?.code ?? 'STR-002') : 'STR-002';
  }

  /** ``the `lane` of step `submit` `` */
  #where(path: Path): string {
    return describeValue(this.#checked.kind, this.#checked.value, path);
  }

  #path(pointer: string): Path {
    const path: (string | number)[] = [];
    for (const token of pointer.split('/').slice(1)) {
      const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
      path.push(Array.isArray(valueAt(this.#checked.value, path)) ? Number(key) : key);
    }
    return path;
  }
}

function toProblem({ source, index }: Written, { code, message, hint, path, part, toldAt }: Complaint): Problem {
  return { code, message, hint, span: toldAt === undefined ? locateInYaml(source, index, path, part) : locateInYaml(source, index, toldAt, 'value') };
}

/** The shapes that a journey is built of; a field of one of them was most likely only indented wrongly. */
const structure: readonly string[] = ['Journey', 'Stage', 'Step'];

/** The first field of a shape that is needed, now or once the document is active: by it an entry is known. */
function mainField(shape: string): string {
  const needed = Object.entries(shapeOf(shape)).find(([, { required, active }]) => required || active === true);
  return needed?.[0] ?? 'id';
}

/** So many fields can be read out in one sentence. */
const fewFields = 16;

/** Several complaints about one place have one cause: the form of the value. */
function placeOf({ path, part, message }: Complaint): string {
  return JSON.stringify([path, part, part === 'key' ? message : '']);
}
