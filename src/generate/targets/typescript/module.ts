/** What a module is made of, before it is printed. Texts are TypeScript already: whatever comes from a spec has gone through `literal` or `propertyName`. */
export type Statement =
  | { readonly is: 'import-type'; readonly names: readonly string[]; readonly from: string }
  | { readonly is: 'export-all'; readonly from: string; readonly as?: string }
  | { readonly is: 'constant'; readonly name: string; readonly value: string; readonly doc?: string }
  | { readonly is: 'type'; readonly name: string; readonly generic?: string; readonly type: string; readonly doc?: string }
  | { readonly is: 'interface'; readonly name: string; readonly properties: readonly Property[]; readonly doc?: string }
  | { readonly is: 'function'; readonly name: string; readonly parameters: readonly { readonly name: string; readonly type: string }[]; readonly generic?: string; readonly returns: string; readonly body: string; readonly doc?: string };

/** A property of an interface. */
export interface Property {
  readonly name: string;
  readonly type: string;
  readonly isOptional?: boolean;
}

/** A module before it is printed, with lines of comment at its head. */
export interface Module {
  readonly head: readonly string[];
  readonly statements: readonly Statement[];
}

/** Prints modules, each as a text. */
export type PrintModules = (modules: readonly Module[]) => readonly string[];
