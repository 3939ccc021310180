import { load } from 'js-yaml';
import { Node, Project, SyntaxKind, type InterfaceDeclaration, type JSDocableNode, type PropertySignature, type SourceFile, type TypeAliasDeclaration, type TypeNode } from 'ts-morph';
import type { ChangeMeaning, TypeExpression } from '../../src/schema/language.js';
import { meanings, type Comparison, type Level, type Meaning, type MeaningName } from '../../src/schema/meanings.js';
import type { Declared, DeclaredField, DeclaredShape, FieldDoc, ScalarDoc, ShapeDoc } from './declared.js';

/** Reads the interfaces of `src/schema/kinds` into data. Throws when a field says too little about itself. */
export function readLanguage(root: string): Declared {
  const project = new Project({ tsConfigFilePath: `${root}/tsconfig.json`, skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([`${root}/src/schema/vocabulary.ts`, `${root}/src/schema/kinds/*.ts`]);
  return new Reader(project.getSourceFiles()).read(project.getSourceFileOrThrow(`${root}/src/schema/kinds/index.ts`));
}

const generics = new Set(['Keyed', 'OneOrMany', 'MapOf', 'OneOf', 'Ref', 'PinnedRef']);
const inherited = ['apiVersion', 'kind', 'id', 'version', 'status', 'owner'];

class Reader {
  readonly #aliases = new Map<string, TypeAliasDeclaration>();
  readonly #interfaces = new Map<string, InterfaceDeclaration>();
  readonly #scalars = new Map<string, ScalarDoc>();
  readonly #shapes = new Map<string, DeclaredShape>();
  readonly #shapeDocs = new Map<string, ShapeDoc>();

  constructor(files: readonly SourceFile[]) {
    for (const file of files) {
      for (const alias of file.getTypeAliases()) this.#aliases.set(alias.getName(), alias);
      for (const declaration of file.getInterfaces()) this.#interfaces.set(declaration.getName(), declaration);
    }
  }

  read(index: SourceFile): Declared {
    const kinds = index.getExportDeclarations().flatMap((each) => each.getNamedExports().map((name) => name.getName()));
    for (const kind of kinds) this.#shape(kind);
    for (const name of generics) if (this.#aliases.has(name) && this.#tag(this.#aliases.get(name)!, 'json')) this.#scalar(name);
    const shapes = Object.fromEntries([...this.#shapes].sort(([a], [b]) => (a < b ? -1 : 1)));
    return { language: { kinds, shapes }, scalars: this.#scalars, shapes: this.#shapeDocs };
  }

  #shape(name: string): TypeExpression {
    if (!this.#shapes.has(name)) {
      const declaration = this.#interfaces.get(name);
      if (declaration === undefined) throw new Error(`${name} is neither an interface nor a type with @json`);
      this.#addShape(name, describe(declaration), allProperties(declaration));
      this.#addChoice(name, this.#listTag(declaration, 'oneOf') ?? []);
    }
    return { type: 'object', shape: name };
  }

  #addShape(name: string, description: string, properties: readonly PropertySignature[], optional: readonly string[] = []): void {
    const shape: Record<string, DeclaredField> = {};
    const docs = new Map<string, FieldDoc>();
    this.#shapes.set(name, shape);
    this.#shapeDocs.set(name, { description, fields: docs });
    for (const property of properties) {
      const where = `${name}.${property.getName()}`;
      shape[property.getName()] = this.#field(property, where, name, optional.includes(property.getName()));
      docs.set(property.getName(), { description: describe(property, where), example: this.#example(property) });
    }
  }

  /** Of these fields exactly one is written. */
  #addChoice(name: string, oneOf: readonly string[]): void {
    const shape = this.#shapes.get(name)!;
    this.#shapes.set(name, { ...shape, ...Object.fromEntries(oneOf.map((field) => [field, { ...known(shape, field, name), oneOf }])) });
  }

  /** A shape made from a kind for use inside a Directory: its header's identity comes from elsewhere. */
  #derivedShape(generic: string, of: string): TypeExpression {
    const name = `${of}InDirectory`;
    if (!this.#shapes.has(name)) {
      const declaration = this.#interfaces.get(of)!;
      const dropped = generic === 'WithoutId' ? ['id'] : ['apiVersion', 'kind', 'id', 'version'];
      const kept = allProperties(declaration).filter((property) => !dropped.includes(property.getName()));
      this.#addShape(name, describe(declaration), kept, generic === 'WithoutId' ? [] : inherited);
    }
    return { type: 'object', shape: name };
  }

  #field(property: PropertySignature, where: string, shape: string, optional: boolean): DeclaredField {
    const type = this.#type(property.getTypeNodeOrThrow(), where, shape);
    const fallback = this.#tag(property, 'default');
    const unless = this.#tag(property, 'requiredUnless');
    const notBeside = this.#listTag(property, 'notBeside');
    return {
      type,
      required: !property.hasQuestionToken() && !optional,
      ...(unless === undefined ? {} : { requiredUnless: unless }),
      ...(notBeside === undefined ? {} : { notBeside }),
      ...(this.#tag(property, 'active') === undefined ? {} : { active: true as const }),
      ...(fallback === undefined ? {} : { default: load(fallback) }),
      change: this.#change(property, type, where),
    };
  }

  #type(node: TypeNode, where: string, shape: string): TypeExpression {
    if (Node.isParenthesizedTypeNode(node)) return this.#type(node.getTypeNode(), where, shape);
    if (Node.isTypeOperatorTypeNode(node)) return this.#type(node.getTypeNode(), where, shape);
    if (Node.isArrayTypeNode(node)) return { type: 'list', of: this.#type(node.getElementTypeNode(), where, shape), keyed: false };
    if (Node.isUnionTypeNode(node)) return this.#union(node.getTypeNodes(), where, shape);
    if (Node.isTypeReference(node)) return this.#named(node.getTypeName().getText(), node.getTypeArguments(), where, shape);
    throw new Error(`${where}: \`${node.getText()}\` says nothing about what a change means; use a word of vocabulary.ts`);
  }

  #named(name: string, args: readonly TypeNode[], where: string, shape: string): TypeExpression {
    const [first] = args;
    if (first !== undefined) return this.#generic(name, args, where, shape);
    const alias = this.#aliases.get(name);
    if (alias === undefined) return this.#shape(name);
    if (this.#tag(alias, 'json') !== undefined) return this.#scalar(name);
    return this.#type(alias.getTypeNodeOrThrow(), where, shape);
  }

  #generic(name: string, args: readonly TypeNode[], where: string, shape: string): TypeExpression {
    const first = args[0]!;
    const inner = (): TypeExpression => this.#type(first, where, shape);
    if (name === 'Keyed') return { type: 'list', of: inner(), keyed: true };
    if (name === 'MapOf') return { type: 'map', of: inner() };
    if (name === 'OneOrMany') return { type: 'union', of: [inner(), { type: 'list', of: inner(), keyed: false }] };
    if (name === 'OneOrTwo') return { type: 'union', of: [inner(), { type: 'list', of: inner(), keyed: false, most: 2 }] };
    if (name === 'OneOf') return { type: 'word', words: this.#words(first) };
    if (name === 'Ref' || name === 'PinnedRef') return { type: 'reference', name, to: literals(first)[0]!.split(' | ') };
    if (name === 'DirectoryEntry' || name === 'WithoutId') return this.#derivedShape(name, first.getText());
    throw new Error(`${where}: unknown generic \`${name}\``);
  }

  #words(node: TypeNode): readonly string[] {
    if (Node.isTypeReference(node)) return this.#words(this.#aliases.get(node.getTypeName().getText())!.getTypeNodeOrThrow());
    return literals(node);
  }

  #union(nodes: readonly TypeNode[], where: string, shape: string): TypeExpression {
    const members = nodes.map((node) => this.#type(node, where, shape));
    return { type: 'union', of: members.flatMap((member) => (member.type === 'union' ? member.of : [member])) };
  }

  #scalar(name: string): TypeExpression {
    const alias = this.#aliases.get(name)!;
    if (!this.#scalars.has(name)) {
      this.#scalars.set(name, {
        description: describe(alias),
        json: JSON.parse(this.#tag(alias, 'json') ?? '{}') as Record<string, unknown>,
        example: load(this.#need(alias, 'example', name)),
        meaning: this.#need(alias, 'meaning', name),
        code: this.#tag(alias, 'code') ?? 'STR-002',
      });
    }
    const target = alias.getTypeNodeOrThrow();
    if (!Node.isTypeReference(target) || target.getTypeName().getText() !== 'Ref') return { type: 'scalar', name };
    return { type: 'reference', name, to: literals(target.getTypeArguments()[0]!)[0]!.split(' | ') };
  }

  #change(property: PropertySignature, type: TypeExpression, where: string): ChangeMeaning {
    const meaning = this.#meaning(type, property.getTypeNodeOrThrow());
    const said = (this.#tag(property, 'change') ?? '').split(',').map((part) => part.trim().split(/\s+/)).filter((part) => part.length === 2);
    const { regulated, ...own } = Object.fromEntries(said) as { regulated?: 'yes' | 'no' } & Partial<Record<'added' | 'removed' | 'changed', Level>>;
    for (const level of Object.values(own)) if (!['editorial', 'compatible', 'breaking'].includes(level)) throw new Error(`${where}: unknown level ${level}`);
    if (regulated !== undefined && regulated !== 'yes' && regulated !== 'no') throw new Error(`${where}: regulated is yes or no`);
    const { added, removed, changed } = meaning;
    return { comparison: this.#comparison(property, where) ?? meaning.comparison, added, removed, changed, ...own, regulated: regulated === undefined ? (meaning.regulated ?? false) : regulated === 'yes' };
  }

  /** Of a field whose values have a stricter and a looser side here, though their type has none, or the other one, or none here (`value`). */
  #comparison(property: PropertySignature, where: string): Comparison | undefined {
    const own = this.#tag(property, 'compare');
    if (own !== undefined && !/^(?:value|(?:lower|higher)-is-(?:stricter|looser))$/.test(own)) throw new Error(`${where}: unknown comparison ${own}`);
    return own as Comparison | undefined;
  }

  #meaning(type: TypeExpression, node: TypeNode): Meaning {
    switch (type.type) {
      case 'scalar':
        return named(this.#scalars.get(type.name)!.meaning);
      case 'reference':
        return named(this.#scalars.get(type.name)?.meaning ?? 'reference');
      case 'word':
        return named(/'([a-z-]+)'>$/.exec(node.getText())?.[1] && meaningArgument(node));
      case 'object':
        return { ...this.#container(type.shape), comparison: 'object' };
      case 'map':
        return { ...this.#meaning(type.of, node), comparison: 'map' };
      case 'list':
        return { ...this.#meaning(type.of, node), comparison: type.keyed ? 'keyed-list' : 'list' };
      case 'union':
        return this.#meaning(type.of[0]!, node);
    }
  }

  #container(shape: string): Omit<Meaning, 'comparison'> {
    const declaration = this.#interfaces.get(shape) ?? this.#interfaces.get(shape.replace(/InDirectory$/, ''));
    const own = declaration && this.#tag(declaration, 'meaning');
    return own === undefined ? { added: 'compatible', removed: 'breaking', changed: 'compatible' } : named(own);
  }

  #example(property: PropertySignature): unknown {
    const own = this.#tag(property, 'example');
    return own === undefined ? undefined : load(own);
  }

  #tag(node: JSDocableNode, name: string): string | undefined {
    for (const doc of node.getJsDocs()) {
      for (const tag of doc.getTags()) if (tag.getTagName() === name) return tag.getCommentText()?.trim() ?? '';
    }
    return undefined;
  }

  #listTag(node: JSDocableNode, name: string): readonly string[] | undefined {
    return this.#tag(node, name)?.split(',').map((word) => word.trim());
  }

  #need(node: JSDocableNode, tag: string, where: string): string {
    const text = this.#tag(node, tag);
    if (text === undefined) throw new Error(`${where} has no @${tag}`);
    return text;
  }
}

function known(shape: DeclaredShape, field: string, name: string): DeclaredField {
  const declared = shape[field];
  if (declared === undefined) throw new Error(`${name} has no field \`${field}\` to choose`);
  return declared;
}

function named(name: string | undefined): Meaning {
  const meaning = meanings[(name ?? 'value') as MeaningName] as Meaning | undefined;
  if (meaning === undefined) throw new Error(`unknown meaning ${name}`);
  return meaning;
}

function meaningArgument(node: TypeNode): string | undefined {
  const oneOf = node.getDescendantsOfKind(SyntaxKind.TypeReference).concat(Node.isTypeReference(node) ? [node] : []).find((each) => each.getTypeName().getText() === 'OneOf');
  const argument = oneOf?.getTypeArguments()[1];
  return argument === undefined ? undefined : literals(argument)[0];
}

function allProperties(declaration: InterfaceDeclaration): readonly PropertySignature[] {
  const own = declaration.getProperties();
  const above = declaration.getBaseDeclarations().filter(Node.isInterfaceDeclaration).flatMap(allProperties);
  const merged = [...above.filter((property) => !own.some((mine) => mine.getName() === property.getName())), ...own];
  const kind = merged.findIndex((property) => property.getName() === 'kind');
  if (kind > 0 && merged[0]?.getName() === 'apiVersion') merged.splice(1, 0, ...merged.splice(kind, 1));
  return merged;
}

function literals(node: TypeNode): readonly string[] {
  if (Node.isUnionTypeNode(node)) return node.getTypeNodes().flatMap(literals);
  if (Node.isLiteralTypeNode(node)) return [(node.getLiteral() as unknown as { getLiteralValue(): string }).getLiteralValue()];
  throw new Error(`\`${node.getText()}\` is not a list of words`);
}

function describe(node: JSDocableNode, where = ''): string {
  const text = node.getJsDocs().map((doc) => doc.getDescription().trim()).join(' ').replace(/\s+/g, ' ');
  if (text === '') throw new Error(`${where} has no description`);
  return text;
}
