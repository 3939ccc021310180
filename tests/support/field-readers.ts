import { Node, Project, type Symbol as TypeSymbol } from 'ts-morph';
import { languageTable, scalars } from '../../src/schema/generated/language-table.js';
import type { Field, TypeExpression } from '../../src/schema/language.js';
import { root } from './imports.js';

/** Rooms whose code may read a field of the language. */
const readingRooms = ['load', 'model', 'analysis', 'validate', 'generate'] as const;

/** For each field of the language, `Step.channel`, the files that read it by name. */
export function readersOfFields(): ReadonlyMap<string, ReadonlySet<string>> {
  const project = new Project({ tsConfigFilePath: `${root}/tsconfig.json`, skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([`${root}/src/**/*.ts`]);
  const readers = new Map<string, Set<string>>();
  for (const file of project.getSourceFiles(readingRooms.map((room) => `${root}/src/${room}/**/*.ts`))) {
    const path = file.getFilePath().slice(root.length + 1);
    file.forEachDescendant((node) => {
      for (const field of fieldsReadBy(node)) readers.set(field, (readers.get(field) ?? new Set()).add(path));
    });
  }
  return readers;
}

function fieldsReadBy(node: Node): readonly string[] {
  if (Node.isPropertyAccessExpression(node)) return declaredFields(node.getNameNode().getSymbol());
  if (Node.isBindingElement(node)) return declaredFields(propertyOf(node));
  return [];
}

function propertyOf(element: import('ts-morph').BindingElement): TypeSymbol | undefined {
  const pattern = element.getParent();
  const name = element.getPropertyNameNode()?.getText() ?? element.getName();
  return Node.isObjectBindingPattern(pattern) ? pattern.getType().getNonNullableType().getProperty(name) : undefined;
}

/** The interface and field that a property comes from, when it comes from the language. */
function declaredFields(symbol: TypeSymbol | undefined): readonly string[] {
  return (symbol?.getDeclarations() ?? []).flatMap((declaration) => {
    if (!Node.isPropertySignature(declaration) || !declaration.getSourceFile().getFilePath().includes('/src/schema/kinds/')) return [];
    const owner = declaration.getParent();
    return Node.isInterfaceDeclaration(owner) ? [`${owner.getName()}.${declaration.getName()}`] : [];
  });
}

/** Every field of the language under the interface that declares it, with the rules that read all fields of its type. */
export function declaredFieldsOfLanguage(): ReadonlyMap<string, readonly string[]> {
  const project = new Project({ tsConfigFilePath: `${root}/tsconfig.json`, skipAddingFilesFromTsConfig: true });
  const fields = new Map<string, readonly string[]>();
  for (const file of project.addSourceFilesAtPaths([`${root}/src/schema/kinds/*.ts`])) {
    for (const declaration of file.getInterfaces()) {
      for (const property of declaration.getProperties()) {
        const field = fieldInTable(declaration.getName(), property.getName());
        fields.set(`${declaration.getName()}.${property.getName()}`, field === undefined ? [] : generalReaders(field));
      }
    }
  }
  return fields;
}

function fieldInTable(owner: string, name: string): Field | undefined {
  const direct = languageTable.shapes[owner]?.[name];
  return direct ?? Object.values(languageTable.shapes).find((shape) => Object.hasOwn(shape, name) && isHeaderField(owner))?.[name];
}

function isHeaderField(owner: string): boolean {
  return owner === 'Header' || owner === 'Identity';
}

/** Rules that read every field of a type: references, malformed values, what an active document owes. */
function generalReaders({ type, active }: Field): readonly string[] {
  return [...(active === true ? ['STR-008'] : []), ...new Set(leavesOf(type).flatMap(readersOfLeaf))];
}

const syntaxReaders: Readonly<Record<string, string>> = { RoleRef: 'REF-006', ActorRef: 'REF-001', ConsumerRef: 'REF-001', TeamOrRole: 'REF-001', ParticipantRef: 'REF-001', ClockPoint: 'REF-001', SubjectRef: 'REF-001' };

function readersOfLeaf(type: TypeExpression): readonly string[] {
  if (type.type === 'reference') return [type.to.every((target) => ['Step', 'Stage', 'Disclosure', 'Pain'].includes(target)) ? 'REF-002' : 'REF-001'];
  if (type.type !== 'scalar') return [];
  const reader = syntaxReaders[type.name];
  return reader === undefined ? (scalars[type.name]?.code === 'STR-006' ? ['STR-006'] : []) : [reader];
}

function leavesOf(type: TypeExpression): readonly TypeExpression[] {
  if (type.type === 'list' || type.type === 'map') return leavesOf(type.of);
  return type.type === 'union' ? type.of.flatMap(leavesOf) : [type];
}
