import type { OptionDeclaration, OptionForm, OptionValue, OptionValues } from '../analysis/settings.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Path } from '../base/json.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Provenance } from './provenance.js';

export type { OptionDeclaration, OptionForm, OptionValue, OptionValues };

/** The settings of a target, each with what it is. */
export type OptionDeclarations<Options extends OptionValues> = { readonly [Name in keyof Options]: OptionDeclaration<Widened<Options[Name]>> };

/** The type of a setting by its default: any flag, any number; words stay as they are. */
export type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : Value extends string ? Value : never;

/** A system that a workspace can be written out for: which files it gets, what of the language they carry, and what is lost. */
export interface Target<Options extends OptionValues = OptionValues> {
  /** `prometheus` */
  readonly id: string;
  /** What is written, in a line. */
  readonly summary: string;
  /** What the files are and how they are used, as Markdown for the page of the target. */
  readonly description: string;
  /** In a sentence, why it cannot carry more. It is told with everything that is lost. */
  readonly limits: string;
  /** True where drafts are written as well; else only what binds. */
  readonly withDrafts: boolean;
  /** True where journeys that are planned are written as well, though nobody works by them yet. Without it, where drafts are. */
  readonly withPlans?: boolean;
  /** The settings, each with its default. */
  readonly options: OptionDeclarations<Options>;
  /**
   * Fields of the language that the files carry, as `Journey.stages.steps.title`. `**` at the end stands for all that is below, `*` for any key
   * of a map. Whatever else a document says is told as lost. Its id, version and status are always carried, because they are named as
   * the source, `Journey.extends`, because what is written is what a variant says together with its base, and `Journey.perspective` where plans are
   * left out.
   */
  readonly carries: readonly string[];
  /** Writes the files. Pure: the same workspace and settings give the same files on any machine and on any day. */
  generate(input: GeneratorInput<Options>): Generated | Promise<Generated>;
}

/** What a target is written from. */
export interface GeneratorInput<Options extends OptionValues = OptionValues> {
  readonly workspace: Workspace;
  readonly options: Options;
  /** Documents of a kind that are written out, sorted by id: none that is retired, and drafts and plans only where the target has them. */
  all<Kind extends KindName>(kind: Kind): readonly Spec<Kind>[];
  /** The folder of the workspace in its repository, with `/` between names; empty for the top, and where nobody has said. */
  readonly folder: string;
  /** What a file says about where it comes from. */
  provenance(sources: readonly Spec[]): Provenance;
}

/** What a target gives. */
export interface Generated {
  readonly files: readonly GeneratedFile[];
  /** What it carries elsewhere and cannot carry here. What it never carries is found by `carries`. */
  readonly losses?: readonly LossHere[];
}

/** A file that is written. */
export interface GeneratedFile {
  /** Relative to the folder that is written to, with `/` between names. */
  readonly path: string;
  readonly content: string;
  /** The documents that it says something of. */
  readonly sources: readonly Spec[];
}

/** Something that a document says and the files do not, though they carry such things elsewhere. */
export interface LossHere {
  /** The document: `sla:motor-claim-settlement`. */
  readonly subject: Coordinate;
  /** The field, as `targets.percent`; empty for the whole document. */
  readonly field: string;
  /** Which one it is of several that the document writes in this field, as `['targets', 1, 'percent']`. Without it, all of them. */
  readonly at?: Path;
  /** Why, in a sentence. */
  readonly reason: string;
  /** `limit` for what the target never carries, and only asks in places. Without it, `case`. */
  readonly sort?: 'limit' | 'case';
  /** True where the files carry it, and yet say less than it means: of two who both have to agree, that each of them may. Without it, it is not in the files. */
  readonly inPart?: true;
}

/** Something that the specs say and the files do not. */
export interface Loss extends LossHere {
  /** `limit` for what the target never carries, and for documents that it does not write out; `case` for what it carries elsewhere and cannot carry here. */
  readonly sort: 'limit' | 'case';
}

/** A target, checked by its types. For generators of an organisation's own. */
export function defineGenerator<const Options extends OptionValues>(target: Target<Options>): Target<Options> {
  return target;
}
